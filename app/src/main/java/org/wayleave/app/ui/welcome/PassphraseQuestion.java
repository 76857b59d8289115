package org.wayleave.app.ui.welcome;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.wayleave.ui.control.Forms;
import org.wayleave.ui.control.Overlays;
import org.wayleave.ui.control.Texts;

/** Asks for the passphrase of an encrypted workspace. */
public final class PassphraseQuestion {
    private PassphraseQuestion() {}

    /**
     * Asks.
     *
     * @param name the workspace
     * @param problem what was wrong with the passphrase given before; empty at first
     * @param answer gets the passphrase, to be overwritten after use
     * @param giveUp runs when the question is closed without an answer
     */
    public static void ask(Overlays overlays, String name, String problem, Consumer<char[]> answer, Runnable giveUp) {
        PasswordField field = new PasswordField();
        field.setId("passphrase");
        Forms.Field labelled = Forms.field("Passphrase", field, "");
        labelled.setError(problem);
        Button open = new Button("Open the workspace");
        open.setId("passphrase-open");
        open.getStyleClass().add("accent");
        open.setDefaultButton(true);
        open.disableProperty().bind(field.textProperty().isEmpty());
        Button back = new Button("Back");
        back.setId("passphrase-back");
        HBox buttons = new HBox(8, back, open);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(18, Texts.heading(name + " is encrypted"), labelled, buttons);
        card.getStyleClass().add("question");
        boolean[] answered = {false};
        Runnable close = overlays.show("Passphrase", card, field, Pos.CENTER, () -> {
            if (!answered[0]) {
                giveUp.run();
            }
        });
        back.setOnAction(event -> close.run());
        open.setOnAction(event -> {
            answered[0] = true;
            char[] passphrase = field.getText().toCharArray();
            field.clear();
            close.run();
            answer.accept(passphrase);
        });
    }
}
