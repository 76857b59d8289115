package org.wayleave.data.ui.events;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.catalogue.ContractEdit;
import org.wayleave.data.catalogue.EventContract;
import org.wayleave.data.catalogue.EventField;
import org.wayleave.data.ui.model.CatalogueEditing;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.theme.Icons;

/** One contract to edit in place: owner, retention, lateness and fields; Enter or leaving a box applies the change. */
final class ContractView extends ScrollPane {
    private final CatalogueEditing editing;
    private final VBox content = new VBox(14);
    private @Nullable EventContract shown;

    ContractView(CatalogueEditing editing) {
        this.editing = editing;
        content.getStyleClass().add("contract-view");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("plain-scroll");
    }

    void show(EventContract contract) {
        if (contract.equals(shown)) {
            return;
        }
        shown = contract;
        content.getChildren()
                .setAll(Texts.heading(contract.title()), facts(contract), fields(contract), adding(contract));
    }

    private GridPane facts(EventContract contract) {
        GridPane grid = new GridPane(12, 8);
        TextField owner = new TextField(contract.owner());
        owner.setPromptText("nobody yet");
        applied(owner, () -> editing.edit(new ContractEdit.SetOwner(contract.id(), owner.getText())));
        TextField kept = number(contract.retentionDays(), days -> new ContractEdit.SetRetention(contract.id(), days));
        TextField late = number(contract.latenessHours(), hours -> new ContractEdit.SetLateness(contract.id(), hours));
        row(grid, 0, "Owner", owner, "The team that answers for the event.");
        row(grid, 1, "Kept, days", kept, "How long the event may be kept.");
        row(grid, 2, "Late, hours", late, "How long after it happened the event may still arrive.");
        grid.addRow(3, Texts.secondary("Purpose"), Texts.body(contract.purpose()));
        return grid;
    }

    private TextField number(int value, java.util.function.IntFunction<ContractEdit> edit) {
        TextField field = new TextField(Integer.toString(value));
        field.setPrefColumnCount(6);
        applied(field, () -> {
            try {
                editing.edit(edit.apply(Integer.parseInt(field.getText().strip())));
            } catch (NumberFormatException e) {
                // A value below the allowed range lets the catalogue say what it expects.
                editing.edit(edit.apply(-1));
                field.setText(Integer.toString(value));
            }
        });
        return field;
    }

    private static void row(GridPane grid, int row, String name, Control control, String sentence) {
        control.setAccessibleText(name);
        Label label = Texts.secondary(name);
        label.setLabelFor(control);
        grid.addRow(row, label, Explain.with(control, sentence));
    }

    private GridPane fields(EventContract contract) {
        GridPane grid = new GridPane(10, 6);
        grid.addRow(
                0,
                Texts.secondary("Field"),
                Texts.secondary("Type"),
                Texts.secondary("Minimal set"),
                Texts.secondary("Points at a person"));
        int row = 1;
        for (EventField field : contract.fields()) {
            FieldRow controls = new FieldRow(field);
            controls.onChange(next -> editing.edit(new ContractEdit.ChangeField(contract.id(), field.name(), next)));
            Button remove = new Button("", Icons.of(Feather.X));
            remove.getStyleClass().addAll("flat", "button-icon");
            remove.setAccessibleText("Remove the field " + field.name());
            Explain.with(remove, "Removes the field; it can be undone.");
            remove.setOnAction(event -> editing.edit(new ContractEdit.RemoveField(contract.id(), field.name())));
            grid.addRow(row++, controls.name, controls.type, controls.required, controls.pii, remove);
        }
        return grid;
    }

    private HBox adding(EventContract contract) {
        TextField name = new TextField();
        name.setPromptText("new field");
        name.setAccessibleText("Name of a new field");
        name.setPrefColumnCount(12);
        Button add = new Button("Add field", Icons.of(Feather.PLUS));
        add.setMinWidth(Region.USE_PREF_SIZE);
        Runnable action = () -> {
            if (!name.getText().isBlank()) {
                editing.edit(new ContractEdit.AddField(
                        contract.id(),
                        new EventField(name.getText().strip(), EventField.Type.STRING, false, EventField.Pii.NONE)));
            }
        };
        add.setOnAction(event -> action.run());
        name.setOnAction(event -> action.run());
        HBox box = new HBox(10, name, add);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static void applied(TextField field, Runnable apply) {
        String before = field.getText();
        Runnable changed = () -> {
            if (!field.getText().equals(before)) {
                apply.run();
            }
        };
        field.setOnAction(event -> changed.run());
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                changed.run();
            }
        });
    }

    /** The controls of one field. */
    private static final class FieldRow {
        private final TextField name;
        private final ComboBox<String> type = new ComboBox<>();
        private final CheckBox required = new CheckBox();
        private final ComboBox<String> pii = new ComboBox<>();

        private FieldRow(EventField field) {
            name = new TextField(field.name());
            name.setPrefColumnCount(12);
            name.setAccessibleText("Name of the field " + field.name());
            type.getItems()
                    .setAll(Arrays.stream(EventField.Type.values())
                            .map(EventField.Type::wire)
                            .toList());
            type.setValue(field.type().wire());
            type.setAccessibleText("Type of the field " + field.name());
            required.setSelected(field.required());
            required.setAccessibleText("The field " + field.name() + " belongs to the minimal set");
            pii.getItems()
                    .setAll(Arrays.stream(EventField.Pii.values())
                            .map(EventField.Pii::wire)
                            .toList());
            pii.setValue(field.pii().wire());
            pii.setAccessibleText("How the field " + field.name() + " points at a person");
        }

        private void onChange(java.util.function.Consumer<EventField> listener) {
            Runnable changed = () -> listener.accept(new EventField(
                    name.getText().strip(),
                    EventField.Type.valueOf(type.getValue().toUpperCase(Locale.ROOT)),
                    required.isSelected(),
                    EventField.Pii.valueOf(pii.getValue().toUpperCase(Locale.ROOT))));
            applied(name, changed);
            for (ComboBox<String> box : List.of(type, pii)) {
                box.setOnAction(event -> changed.run());
            }
            required.setOnAction(event -> changed.run());
        }
    }
}
