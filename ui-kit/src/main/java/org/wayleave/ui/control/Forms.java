package org.wayleave.ui.control;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One-column forms: a label, the control, guidance below it, and the error when there is one. */
public final class Forms {
    private Forms() {}

    /** A form: fields below each other in one column. */
    public static VBox column(Node... fields) {
        VBox form = new VBox(fields);
        form.getStyleClass().add("form");
        return form;
    }

    /**
     * A labelled field.
     *
     * @param guidance one sentence below the control, or empty
     */
    public static Field field(String label, Control control, String guidance) {
        return new Field(label, control, guidance);
    }

    /** A label tied to its control, with guidance and error. */
    public static final class Field extends VBox {
        private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
        private final Control control;

        private Field(String text, Control control, String guidance) {
            this.control = control;
            getStyleClass().add("form-field");
            setFillWidth(true);
            Label label = new Label(text);
            label.getStyleClass().add("field-label");
            label.setLabelFor(control);
            control.setAccessibleText(text);
            control.setMaxWidth(Double.MAX_VALUE);
            getChildren().addAll(label, control);
            if (!guidance.isEmpty()) {
                Label help = new Label(guidance);
                help.getStyleClass().add("guidance");
                help.setWrapText(true);
                control.setAccessibleHelp(guidance);
                getChildren().add(help);
            }
            Label message = new Label();
            message.getStyleClass().add("field-error");
            message.setWrapText(true);
            message.textProperty().bind(error);
            message.managedProperty().bind(error.isNotEmpty());
            message.visibleProperty().bind(error.isNotEmpty());
            getChildren().add(message);
            error.subscribe(value -> {
                getStyleClass().remove("invalid");
                if (!value.isEmpty()) {
                    getStyleClass().add("invalid");
                    control.setAccessibleHelp(value);
                } else if (!guidance.isEmpty()) {
                    control.setAccessibleHelp(guidance);
                }
            });
        }

        /** Checks the value now and whenever it changes; the function returns a message, or empty when fine. */
        public <T> Field check(ObservableValue<T> value, Function<T, String> problem) {
            value.subscribe(now -> error.set(problem.apply(now)));
            return this;
        }

        /** Shows an error from elsewhere; empty clears it. */
        public void setError(String message) {
            error.set(message);
        }

        /** The error now shown; empty when the field is fine. */
        public ReadOnlyStringProperty errorProperty() {
            return error.getReadOnlyProperty();
        }

        /** The control that the label names. */
        public Control control() {
            return control;
        }
    }
}
