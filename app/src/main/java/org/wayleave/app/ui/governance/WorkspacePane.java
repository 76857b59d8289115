package org.wayleave.app.ui.governance;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.app.ui.words.KeyValues;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.control.Texts;
import org.wayleave.workspace.Workspace;

/** The workspace as a whole: where it lies, how large it is, whether it is encrypted, and what can be done with it. */
final class WorkspacePane extends VBox {
    private final Label database = Texts.body("…");
    private final Label ledgers = Texts.body("…");

    WorkspacePane(Workspace workspace, List<Command> commands) {
        super(24);
        getStyleClass().add("detail");
        setId("workspace-pane");
        Label folder = Texts.body(workspace.folder().toString());
        folder.setWrapText(true);
        KeyValues facts = new KeyValues()
                .add("Folder", folder)
                .add("Opened", workspace.readOnly() ? "read-only, as it was when it was opened" : "for writing")
                .add(
                        "Encryption",
                        workspace.encrypted()
                                ? "documents, runs and the audit ledger, with a passphrase"
                                : "none; whoever reads the folder reads the documents")
                .add("Documents, runs and audit ledger", database)
                .add("Decision ledgers", ledgers);
        VBox actions = new VBox(8);
        for (Command command : commands) {
            Button button = CommandButtons.labelled(command);
            button.setMinWidth(USE_PREF_SIZE);
            String words = command.explanation();
            actions.getChildren().add(words.isEmpty() ? button : new VBox(4, button, Texts.secondary(words + ".")));
        }
        actions.setSpacing(14);
        getChildren().addAll(facts, actions);
    }

    void show(WorkspaceSize size) {
        database.setText(words(size.database()));
        ledgers.setText(
                size.ledgers() == 0
                        ? "none yet"
                        : Figures.count(size.ledgers())
                                + (size.ledgers() == 1 ? " run, " : " runs, ")
                                + words(size.ledgerBytes()));
    }

    private static String words(long bytes) {
        return bytes < 1_000_000
                ? Figures.count(Math.max(1, Math.round(bytes / 1_000.0))) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }
}
