package org.wayleave.data.ui.editing;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.ui.model.CatalogueEditing;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;

/** Undo, redo and save of the catalogue, what came of the newest of them, and the question about conflicts when there are some. */
public final class EditBar extends VBox {
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");
    private static final KeyCombination SAVE = KeyCombination.valueOf("Shortcut+S");

    private final CatalogueEditing editing;

    /**
     * Makes a bar.
     *
     * @param place where it stands, in the names of its commands, such as "registry"
     */
    public EditBar(CatalogueEditing editing, String place) {
        this.editing = editing;
        HBox bar = new HBox(10);
        for (Command command : List.of(
                Command.of("data." + place + ".undo", "Undo", editing::undo)
                        .withIcon(Feather.CORNER_UP_LEFT)
                        .enabledWhen(editing.undoLabelProperty().isNotEmpty())
                        .explained("Undoes the newest change of the catalogue (Ctrl+Z)."),
                Command.of("data." + place + ".redo", "Redo", editing::redo)
                        .withIcon(Feather.CORNER_UP_RIGHT)
                        .enabledWhen(editing.redoLabelProperty().isNotEmpty())
                        .explained("Does again what was undone last (Ctrl+Shift+Z)."),
                Command.of("data." + place + ".save", "Save catalogue", this::save)
                        .withIcon(Feather.SAVE)
                        .enabledWhen(editing.unsavedProperty())
                        .explained("Saves all changes of the catalogue as a new version (Ctrl+S)."))) {
            Button button = CommandButtons.labelled(command);
            button.setMinWidth(Region.USE_PREF_SIZE);
            bar.getChildren().add(button);
        }
        Label said = new Label();
        said.getStyleClass().add("text-secondary");
        said.textProperty()
                .bind(Bindings.createStringBinding(
                        this::said, editing.problemProperty(), editing.undoLabelProperty(), editing.unsavedProperty()));
        bar.getChildren().add(said);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("quality-bar");
        getChildren().setAll(bar, new CollisionView(editing));
    }

    /** Undoes, redoes and saves by keys pressed inside a pane. */
    public void keysOf(Node pane) {
        // Text inputs have an undo of their own that knows only themselves; here it is the catalogue's.
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (UNDO.match(event)) {
                if (event.getTarget() instanceof TextInputControl input
                        && input.getUserData() instanceof String applied
                        && !input.getText().equals(applied)) {
                    // What is only typed is taken back first; it is no edit yet.
                    input.setText(applied);
                } else {
                    editing.undo();
                }
                event.consume();
            } else if (REDO.match(event)) {
                editing.redo();
                event.consume();
            } else if (SAVE.match(event)) {
                save();
                event.consume();
            }
        });
    }

    /** Leaving a field applies what was typed there, which may happen a moment later. */
    private void save() {
        requestFocus();
        Platform.runLater(editing::save);
    }

    private String said() {
        String problem = editing.problemProperty().get();
        String undo = editing.undoLabelProperty().get();
        return problem.isEmpty() && editing.unsavedProperty().get() && !undo.isEmpty()
                ? undo + " — not saved"
                : problem;
    }
}
