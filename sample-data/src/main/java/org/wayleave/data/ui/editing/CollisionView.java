package org.wayleave.data.ui.editing;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.CatalogueConflict;
import org.wayleave.data.catalogue.CatalogueConflict.Choice;
import org.wayleave.data.ui.model.CatalogueEditing;
import org.wayleave.data.ui.model.CatalogueEditing.Collision;
import org.wayleave.ui.control.Note;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;

/** Entries that somebody else changed too, with both values, and what to keep of them; takes no room while there are none. */
final class CollisionView extends VBox {
    private static final double MOST_HEIGHT = 360;

    private final CatalogueEditing editing;
    private final Map<CatalogueConflict, Choice> choices = new HashMap<>();
    private final SimpleBooleanProperty decided = new SimpleBooleanProperty();

    CollisionView(CatalogueEditing editing) {
        this.editing = editing;
        managedProperty().bind(visibleProperty());
        editing.collisionProperty().subscribe(this::show);
    }

    private void show(@Nullable Collision collision) {
        choices.clear();
        getChildren().clear();
        setVisible(collision != null);
        if (collision == null) {
            return;
        }
        decided.set(false);
        VBox conflicts = new VBox(14);
        for (CatalogueConflict conflict : collision.conflicts()) {
            conflicts.getChildren().add(conflict(collision, conflict));
        }
        ScrollPane scroll = new ScrollPane(conflicts);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.getStyleClass().add("plain-scroll");
        Button save = new Button("Save with these choices");
        save.getStyleClass().add("accent");
        save.disableProperty().bind(decided.not());
        save.setOnAction(event -> editing.decide(Map.copyOf(choices)));
        Button later = new Button("Decide later");
        later.setOnAction(event -> editing.decideLater());
        HBox buttons = new HBox(10, save, later);
        for (Button button : java.util.List.of(save, later)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        Note note = new Note(
                Tone.WARNING,
                "Somebody else saved changes of what you edited",
                Texts.body("Nothing is saved and nothing is lost yet. Say for each entry what to keep."),
                scroll,
                buttons);
        getChildren().setAll(note);
        refresh(collision);
    }

    private VBox conflict(Collision collision, CatalogueConflict conflict) {
        GridPane grid = new GridPane(14, 4);
        grid.addRow(
                0,
                Texts.secondary("Field"),
                Texts.secondary("Before"),
                Texts.secondary("Yours"),
                Texts.secondary("Theirs"));
        int row = 1;
        for (CatalogueConflict.Field field : conflict.fields()) {
            grid.addRow(
                    row++,
                    field.twice() ? Texts.strong(field.name()) : Texts.body(field.name()),
                    value(field.base()),
                    value(field.mine()),
                    value(field.theirs()));
        }
        ToggleGroup group = new ToggleGroup();
        HBox answers = new HBox(16);
        answers.setAlignment(Pos.CENTER_LEFT);
        if (conflict.canKeepBoth()) {
            answers.getChildren().add(answer(collision, conflict, group, "Keep both changes", Choice.BOTH));
            choices.put(conflict, Choice.BOTH);
        }
        answers.getChildren()
                .addAll(
                        answer(collision, conflict, group, "Keep mine", Choice.MINE),
                        answer(collision, conflict, group, "Keep theirs", Choice.THEIRS));
        return new VBox(6, Texts.strong(conflict.path()), grid, answers);
    }

    private RadioButton answer(
            Collision collision, CatalogueConflict conflict, ToggleGroup group, String title, Choice choice) {
        RadioButton button = new RadioButton(title);
        button.setAccessibleText(title + " of " + conflict.path());
        button.setToggleGroup(group);
        button.setSelected(choice == Choice.BOTH);
        button.setOnAction(event -> {
            choices.put(conflict, choice);
            refresh(collision);
        });
        return button;
    }

    private void refresh(Collision collision) {
        decided.set(choices.size() == collision.conflicts().size());
    }

    private static Label value(String json) {
        Label label = Texts.body(json.isEmpty() ? "nothing" : json);
        label.setMaxWidth(320);
        return label;
    }
}
