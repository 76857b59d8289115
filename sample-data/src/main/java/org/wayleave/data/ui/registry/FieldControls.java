package org.wayleave.data.ui.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.wayleave.data.registry.RegistryEdit;
import org.wayleave.data.ui.model.CatalogueEditing;

/** Controls whose value becomes an edit of the catalogue when it is chosen, when Enter is pressed or when they are left. */
final class FieldControls {
    private final CatalogueEditing editing;

    FieldControls(CatalogueEditing editing) {
        this.editing = editing;
    }

    /** A text in one line; empty takes the value out. */
    TextField text(String label, List<String> path, String value) {
        return committed(new TextField(value), value, typed -> editing.edit(RegistryEdit.text(label, path, typed)));
    }

    /** A text in several lines; empty takes the value out. */
    TextArea longText(String label, List<String> path, String value) {
        return area(value, 3, typed -> editing.edit(RegistryEdit.text(label, path, typed)));
    }

    /** Texts separated by commas. */
    TextField words(String label, List<String> path, List<String> values) {
        String value = String.join(", ", values);
        return committed(
                new TextField(value),
                value,
                typed -> editing.edit(RegistryEdit.texts(
                        label,
                        path,
                        Arrays.stream(typed.split(","))
                                .map(String::strip)
                                .filter(part -> !part.isEmpty())
                                .distinct()
                                .toList())));
    }

    /** Texts, one a line. */
    TextArea lines(String label, List<String> path, List<String> values) {
        return area(
                String.join("\n", values),
                Math.max(2, values.size() + 1),
                typed -> editing.edit(RegistryEdit.texts(
                        label,
                        path,
                        typed.lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .distinct()
                                .toList())));
    }

    /** A whole number of days. */
    TextField days(String label, List<String> path, int value) {
        String shown = Integer.toString(value);
        return committed(new TextField(shown), shown, typed -> {
            try {
                editing.edit(RegistryEdit.number(
                        label, path, Integer.parseInt(typed.strip().replace(",", ""))));
            } catch (NumberFormatException e) {
                editing.refuse("A time limit is a whole number of days, such as 365, not “" + typed + "”.");
            }
        });
    }

    /** One of several values; what is not chosen from the list stays as it is. */
    ComboBox<String> choice(String label, List<String> path, Map<String, String> titles, String value) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(titles.keySet());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String id) {
                return id == null ? "" : titles.getOrDefault(id, id);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        box.setValue(value.isEmpty() ? null : value);
        box.setPromptText("none");
        box.setOnAction(event -> {
            String chosen = box.getValue();
            if (chosen != null && !chosen.equals(value)) {
                editing.edit(RegistryEdit.text(label, path, chosen));
            }
        });
        return box;
    }

    /** Any of several values. */
    MenuButton several(String label, List<String> path, Map<String, String> titles, List<String> values) {
        MenuButton button = new MenuButton(
                values.isEmpty()
                        ? "none"
                        : values.stream().map(id -> titles.getOrDefault(id, id)).collect(Collectors.joining(", ")));
        titles.forEach((id, title) -> {
            CheckMenuItem item = new CheckMenuItem(title);
            item.setSelected(values.contains(id));
            item.setOnAction(event -> {
                List<String> next = new ArrayList<>(values);
                if (item.isSelected()) {
                    next.add(id);
                } else {
                    next.remove(id);
                }
                editing.edit(RegistryEdit.texts(label, path, next));
            });
            button.getItems().add(item);
        });
        return button;
    }

    /** Yes or no. */
    CheckBox flag(String label, List<String> path, String words, boolean value) {
        CheckBox box = new CheckBox(words);
        box.setSelected(value);
        box.setOnAction(event -> editing.edit(RegistryEdit.flag(label, path, box.isSelected())));
        return box;
    }

    private static TextArea area(String value, int rows, Consumer<String> edit) {
        TextArea area = new TextArea(value);
        area.setPrefRowCount(rows);
        area.setWrapText(true);
        // Tab goes on to the next field, as in the other fields.
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                area.fireEvent(new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, event.isShiftDown(), true, false, false));
            }
        });
        return committed(area, value, edit);
    }

    /** The user value is the text that was applied last, so that undo can tell what is only typed from what is an edit. */
    private static <T extends TextInputControl> T committed(T field, String value, Consumer<String> edit) {
        field.setUserData(value);
        Runnable commit = () -> {
            String typed = field.getText();
            if (!typed.equals(field.getUserData())) {
                field.setUserData(typed);
                edit.accept(typed);
            }
        };
        if (field instanceof TextField line) {
            line.setOnAction(event -> commit.run());
        }
        field.focusedProperty().subscribe((before, focused) -> {
            if (!focused) {
                // Later, when the focus has arrived where it goes; an edit makes the form anew.
                Platform.runLater(commit);
            }
        });
        return field;
    }
}
