package org.wayleave.app.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.app.cli.Failures;
import org.wayleave.app.ui.forms.FolderField;
import org.wayleave.app.ui.forms.NewPassphraseFields;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.control.Forms;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
import org.wayleave.workspace.Workspace;

/** What can be done with the workspace as a whole: copy it, encrypt it, change its passphrase, close it. */
public final class WorkspaceUpkeep {
    private final Workspace workspace;
    private final WindowServices services;
    private final WayOut out;
    private final List<Command> commands = new ArrayList<>();

    /** The upkeep of an open workspace. */
    public WorkspaceUpkeep(Workspace workspace, WindowServices services, WayOut out) {
        this.workspace = workspace;
        this.services = services;
        this.out = out;
        commands.add(Command.of("workspace.copy", "Copy the workspace…", this::askCopy)
                .withIcon(Feather.COPY)
                .explained("Makes a copy with all documents, runs and the audit ledger in another folder"));
        if (!workspace.readOnly() && workspace.author().role().mayAdminister()) {
            commands.add(
                    workspace.encrypted()
                            ? Command.of("workspace.passphrase", "Change the passphrase…", this::askChange)
                                    .withIcon(Feather.KEY)
                                    .explained("Copies made before keep the old one")
                            : Command.of("workspace.encrypt", "Encrypt the workspace…", this::askEncrypt)
                                    .withIcon(Feather.LOCK)
                                    .explained(
                                            "Closes it, encrypts its documents with a passphrase, and opens it again"));
        }
        commands.add(Command.of("workspace.close", "Close the workspace", out::close)
                .withIcon(Feather.LOG_OUT)
                .withKey("Shortcut+Shift+W")
                .inGroup("Window"));
    }

    /** What this person may do with the workspace here. */
    public List<Command> commands() {
        return List.copyOf(commands);
    }

    private void askCopy() {
        Path here = workspace.folder();
        FolderField folder = new FolderField(
                here.resolveSibling(here.getFileName() + "-copy"),
                () -> services.surroundings().chooseFolder("Folder of the copy"));
        ask(
                "Copy the workspace",
                "Copy",
                folder.control(),
                folder.refused(),
                () -> copy(folder.folder()),
                Texts.body(
                        workspace.encrypted()
                                ? "The copy is encrypted with the same passphrase."
                                : "The copy is not encrypted."),
                folder);
    }

    private void copy(Path target) {
        services.tasks()
                .start("Copy the workspace", progress -> {
                    workspace.copyTo(target);
                    return target;
                })
                .onDone(done -> services.toasts()
                        .show(
                                Tone.GOOD,
                                "The workspace is copied to " + target + ".",
                                Command.of("workspace.open-copy", "Open the copy", () -> out.open(target))))
                .onFailed(this::failed);
    }

    private void askEncrypt() {
        NewPassphraseFields fields = new NewPassphraseFields(true);
        ask(
                "Encrypt the workspace",
                "Encrypt",
                fields.control(),
                fields.refused(),
                () -> out.encrypt(fields.take()),
                Texts.body(
                        "Documents, runs and the audit ledger are encrypted. Decision ledgers and attachments are not:"
                                + " the ledgers are about synthetic people only."),
                fields);
    }

    private void askChange() {
        PasswordField current = new PasswordField();
        current.setId("current-passphrase");
        NewPassphraseFields fields = new NewPassphraseFields(true);
        ask(
                "Change the passphrase",
                "Change",
                current,
                fields.refused().or(current.textProperty().isEmpty()),
                () -> {
                    char[] old = current.getText().toCharArray();
                    current.clear();
                    change(old, fields.take());
                },
                Forms.field("Passphrase now", current, ""),
                fields);
    }

    private void change(char[] current, char[] next) {
        services.tasks()
                .start("Change the passphrase", progress -> {
                    workspace.changePassphrase(current, next);
                    return true;
                })
                .onDone(done -> services.toasts().good("The passphrase is changed."))
                .onFailed(this::failed);
    }

    private void failed(Throwable failure) {
        services.toasts().bad(Failures.line(failure));
    }

    private void ask(
            String title, String verb, Region focus, ObservableBooleanValue refused, Runnable answer, Node... fields) {
        Button act = new Button(verb);
        act.setId("upkeep-act");
        act.getStyleClass().add("accent");
        act.setDefaultButton(true);
        act.disableProperty().bind(refused);
        Button back = new Button("Back");
        HBox buttons = new HBox(8, back, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(18, Texts.heading(title), Forms.column(fields), buttons);
        card.getStyleClass().add("question");
        Runnable close = services.overlays().show(title, card, focus);
        back.setOnAction(event -> close.run());
        act.setOnAction(event -> {
            close.run();
            answer.run();
        });
    }
}
