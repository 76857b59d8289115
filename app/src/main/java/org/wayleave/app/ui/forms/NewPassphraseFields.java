package org.wayleave.app.ui.forms;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.wayleave.ui.control.Forms;

/** A new passphrase, typed twice. */
public final class NewPassphraseFields extends VBox {
    private static final int SHORTEST = 8;

    private final PasswordField first = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final BooleanExpression refused;

    /** @param required whether there must be one; otherwise the fields may stay empty */
    public NewPassphraseFields(boolean required) {
        getStyleClass().add("form");
        first.setId("new-passphrase");
        again.setId("new-passphrase-again");
        Forms.Field firstField = Forms.field(
                        required ? "New passphrase" : "Passphrase (optional)",
                        first,
                        "At least 8 characters. It encrypts the documents. Nobody can restore a forgotten passphrase.")
                .check(first.textProperty(), NewPassphraseFields::problem);
        Forms.Field againField = Forms.field("Passphrase again", again, "")
                .check(
                        Bindings.concat(first.textProperty(), "\n", again.textProperty()),
                        both -> first.getText().equals(again.getText()) ? "" : "The two do not agree yet.");
        BooleanExpression faulty = firstField
                .errorProperty()
                .isNotEmpty()
                .or(againField.errorProperty().isNotEmpty());
        refused = required ? Bindings.or(faulty, first.textProperty().isEmpty()) : faulty;
        getChildren().addAll(firstField, againField);
    }

    /** Where the focus goes. */
    public PasswordField control() {
        return first;
    }

    /** Whether the passphrase cannot be taken as it stands. */
    public BooleanExpression refused() {
        return refused;
    }

    /** Hands over the passphrase, empty when none was given, and forgets it. The caller overwrites it after use. */
    public char[] take() {
        char[] passphrase = first.getText().toCharArray();
        first.clear();
        again.clear();
        return passphrase;
    }

    private static String problem(String text) {
        return text == null || text.isEmpty() || text.length() >= SHORTEST
                ? ""
                : "A passphrase has at least " + SHORTEST + " characters.";
    }
}
