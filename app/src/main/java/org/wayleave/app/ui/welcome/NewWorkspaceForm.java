package org.wayleave.app.ui.welcome;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.wayleave.app.sample.SampleWorkspace;
import org.wayleave.ui.control.Forms;
import org.wayleave.ui.control.Overlays;
import org.wayleave.ui.control.Texts;

/** Asks where a new workspace goes, which sample it starts from, and for a passphrase. */
public final class NewWorkspaceForm {
    private static final int SHORTEST_PASSPHRASE = 8;

    private final Overlays overlays;
    private final WelcomeActions actions;
    private final Path dataFolder;

    /**
     * The form.
     *
     * @param dataFolder where new workspaces go unless another place is chosen
     */
    public NewWorkspaceForm(Overlays overlays, WelcomeActions actions, Path dataFolder) {
        this.overlays = overlays;
        this.actions = actions;
        this.dataFolder = dataFolder;
    }

    /** Opens the form. */
    public void open() {
        TextField folder = new TextField(dataFolder.resolve("my-workspace").toString());
        folder.setId("new-folder");
        Button choose = new Button("Choose…");
        ComboBox<String> vertical = new ComboBox<>();
        vertical.getItems().setAll(SampleWorkspace.verticals());
        vertical.getSelectionModel().selectFirst();
        PasswordField passphrase = new PasswordField();
        passphrase.setId("new-passphrase");
        PasswordField again = new PasswordField();
        again.setId("new-passphrase-again");

        Forms.Field folderField = Forms.field("Folder", folder, "It must be absent or empty; it is made.")
                .check(folder.textProperty(), NewWorkspaceForm::folderProblem);
        HBox.setHgrow(folderField, Priority.ALWAYS);
        HBox folderLine = new HBox(8, folderField, choose);
        folderLine.setAlignment(Pos.CENTER_LEFT);
        choose.setOnAction(event -> actions.chooseFolder("Folder of the new workspace")
                .ifPresent(chosen -> folder.setText(chosen.toString())));
        Forms.Field passField = Forms.field(
                        "Passphrase (optional)",
                        passphrase,
                        "At least 8 characters. It encrypts the documents. Nobody can restore a forgotten passphrase.")
                .check(passphrase.textProperty(), NewWorkspaceForm::passphraseProblem);
        Forms.Field againField = Forms.field("Passphrase again", again, "")
                .check(
                        Bindings.concat(passphrase.textProperty(), "\n", again.textProperty()),
                        both -> passphrase.getText().equals(again.getText()) ? "" : "The two do not agree yet.");
        Button create = new Button("Create the workspace");
        create.setId("new-create");
        create.getStyleClass().add("accent");
        create.setDefaultButton(true);
        create.disableProperty()
                .bind(folderField
                        .errorProperty()
                        .isNotEmpty()
                        .or(passField.errorProperty().isNotEmpty())
                        .or(againField.errorProperty().isNotEmpty()));
        Button keep = new Button("Back");
        HBox buttons = new HBox(8, keep, create);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(
                18,
                Texts.heading("Create a workspace"),
                Forms.column(
                        folderLine,
                        Forms.field(
                                "Start from the sample of",
                                vertical,
                                "Its catalogue, rules and journeys, for you to change."),
                        passField,
                        againField),
                buttons);
        card.getStyleClass().add("question");
        Runnable close = overlays.show("Create a workspace", card, folder);
        keep.setOnAction(event -> close.run());
        create.setOnAction(event -> {
            close.run();
            actions.create(
                    Path.of(folder.getText().strip()),
                    vertical.getValue(),
                    passphrase.getText().toCharArray());
        });
    }

    private static String folderProblem(String text) {
        if (text == null || text.isBlank()) {
            return "Name a folder.";
        }
        try {
            return Path.of(text.strip()).isAbsolute() ? "" : "Give the whole path, from the root on.";
        } catch (InvalidPathException e) {
            return "This cannot be a folder's name.";
        }
    }

    private static String passphraseProblem(String text) {
        return text == null || text.isEmpty() || text.length() >= SHORTEST_PASSPHRASE
                ? ""
                : "A passphrase has at least " + SHORTEST_PASSPHRASE + " characters.";
    }
}
