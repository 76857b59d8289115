package org.wayleave.journey.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.journey.canvas.JourneyEditor;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.ui.control.Forms;
import org.wayleave.ui.theme.Icons;

/** Makes typed controls whose changes are edits of the journey. */
class EditForm {
    private static final int PARAGRAPH_ROWS = 3;

    private final JourneyEditor editor;
    private final Texts texts;
    private final Runnable rebuild;
    private final List<Control> controls = new ArrayList<>();
    private boolean committing;

    /**
     * Creates a form.
     *
     * @param rebuild shows the form anew after a change of what there is to say
     */
    EditForm(JourneyEditor editor, Texts texts, Runnable rebuild) {
        this.editor = editor;
        this.texts = texts;
        this.rebuild = rebuild;
    }

    /** Says whether an edit of this form is being made, so that it need not be shown anew. */
    boolean committing() {
        return committing;
    }

    Texts texts() {
        return texts;
    }

    JourneyEditor editor() {
        return editor;
    }

    /**
     * Makes an edit of the journey as it now stands; the field says why when that is not possible.
     *
     * @param edit makes the edit; what it refuses by an {@link IllegalArgumentException} is shown
     */
    void commit(Supplier<JourneyEdit> edit, Forms.@Nullable Field field) {
        committing = true;
        String error = "";
        try {
            if (!editor.edit(edit.get())) {
                error = editor.refusalProperty().get();
            }
        } catch (IllegalArgumentException impossible) {
            error = String.valueOf(impossible.getMessage());
        } finally {
            committing = false;
        }
        if (field != null) {
            field.setError(error);
        }
    }

    /** Shows the form anew. */
    void showAnew() {
        rebuild.run();
    }

    Forms.Field text(String label, String value, String guidance, Committed<String> commit) {
        TextField control = new TextField(value);
        Forms.Field field = Forms.field(label, register(control), guidance);
        Runnable take = take(control, value, field, commit);
        control.setOnAction(event -> take.run());
        return field;
    }

    /** A text of one paragraph over some lines; Enter takes it, Tab moves on. */
    Forms.Field lines(String label, String value, String guidance, Committed<String> commit) {
        TextArea control = new TextArea(value);
        control.setWrapText(true);
        control.setPrefRowCount(PARAGRAPH_ROWS);
        Forms.Field field = Forms.field(label, register(control), guidance);
        Runnable take = take(control, value, field, commit);
        control.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take.run();
                event.consume();
            } else if (event.getCode() == KeyCode.TAB) {
                control.requestFocusTraversal(
                        event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
        return field;
    }

    /** Takes what was typed when the focus leaves or when it is run. */
    private static Runnable take(TextInputControl control, String value, Forms.Field field, Committed<String> commit) {
        Runnable take = () -> {
            if (!control.getText().strip().equals(value)
                    || !field.errorProperty().get().isEmpty()) {
                commit.accept(control.getText().strip(), field);
            }
        };
        control.focusedProperty().addListener((o, old, now) -> {
            if (!now) {
                take.run();
            }
        });
        return take;
    }

    Forms.Field whole(String label, int value, int least, int most, String guidance, Committed<Integer> commit) {
        Spinner<Integer> control = new Spinner<>(least, most, Math.clamp(value, least, most));
        control.setEditable(true);
        control.getEditor().focusedProperty().addListener((o, old, now) -> {
            if (!now) {
                control.commitValue();
            }
        });
        Forms.Field field = Forms.field(label, register(control), guidance);
        control.valueProperty().addListener((o, old, now) -> {
            if (now != null && !now.equals(old)) {
                commit.accept(now, field);
            }
        });
        return field;
    }

    Forms.Field choice(
            String label, String value, List<Vocabulary.Choice> choices, String guidance, Committed<String> commit) {
        ComboBox<Vocabulary.Choice> control = combo(value, choices);
        Forms.Field field = Forms.field(label, register(control), guidance);
        control.valueProperty().addListener((o, old, now) -> {
            if (now != null) {
                commit.accept(now.id(), field);
            }
        });
        return field;
    }

    /** A box of choices; a value that is not among them is shown as it is. */
    ComboBox<Vocabulary.Choice> combo(String value, List<Vocabulary.Choice> choices) {
        ComboBox<Vocabulary.Choice> control = new ComboBox<>();
        control.getItems().setAll(choices);
        control.setConverter(new Titles());
        control.setMaxWidth(Double.MAX_VALUE);
        if (!value.isEmpty()) {
            control.setValue(choices.stream()
                    .filter(choice -> choice.id().equals(value))
                    .findFirst()
                    .orElseGet(() -> new Vocabulary.Choice(value, value)));
        }
        control.setPromptText(texts.get("form.choose"));
        return register(control);
    }

    CheckBox check(String label, boolean value, Consumer<Boolean> commit) {
        CheckBox control = new CheckBox(label);
        control.setSelected(value);
        control.selectedProperty().addListener((o, old, now) -> commit.accept(now));
        return register(control);
    }

    Button button(Feather icon, String text, Runnable action) {
        Button control = new Button(text);
        control.setGraphic(Icons.of(icon));
        control.getStyleClass().add("flat");
        control.setOnAction(event -> action.run());
        return register(control);
    }

    Button remove(String text, Runnable action) {
        Button control = new Button();
        control.setGraphic(Icons.of(Feather.X));
        control.getStyleClass().addAll("flat", "button-icon");
        control.setAccessibleText(text);
        control.setTooltip(new javafx.scene.control.Tooltip(text));
        control.setOnAction(event -> action.run());
        return register(control);
    }

    <C extends Control> C register(C control) {
        control.setDisable(editor.readOnlyProperty().get());
        controls.add(control);
        return control;
    }

    static HBox row(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.getStyleClass().add("form-row");
        for (Node node : nodes) {
            if (!(node instanceof Button)) {
                HBox.setHgrow(node, Priority.ALWAYS);
            }
        }
        return row;
    }

    static VBox block(Node... nodes) {
        VBox block = new VBox(10, nodes);
        block.getStyleClass().add("form-block");
        return block;
    }

    /** Takes a committed value; the field is there to show an error. */
    interface Committed<T> {
        void accept(T value, Forms.Field field);
    }

    private static final class Titles extends StringConverter<Vocabulary.Choice> {
        @Override
        public String toString(Vocabulary.@Nullable Choice choice) {
            return choice == null ? "" : choice.title();
        }

        @Override
        public Vocabulary.Choice fromString(String text) {
            return new Vocabulary.Choice(text, text);
        }
    }
}
