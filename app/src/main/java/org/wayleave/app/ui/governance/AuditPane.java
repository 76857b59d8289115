package org.wayleave.app.ui.governance;

import java.util.List;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.app.ui.words.Times;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.Note;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
import org.wayleave.workspace.AuditEntry;
import org.wayleave.workspace.AuditProblem;
import org.wayleave.workspace.AuditVerification;

/** The rows of the audit ledger and what walking it found. */
final class AuditPane extends BorderPane {
    private static final int PROBLEMS_SHOWN = 20;

    private final FilterTable<AuditEntry> table = new FilterTable<>("row", "rows");
    private final VBox verdict = new VBox();

    AuditPane(Times times) {
        table.number("Row", 5, 0, AuditEntry::number).sorted(false);
        table.value("Time", 11, AuditEntry::time, times::seconds);
        table.text("By", 7, AuditEntry::author);
        table.text("What", 12, entry -> words(entry.type()));
        table.text("To what", 16, AuditEntry::subject);
        table.text("Detail", 30, entry -> AuditFacts.line(entry.detailJson()));
        table.text("Detail as JSON", 22, AuditEntry::detailJson).hidden();
        table.text("Hash", 14, AuditEntry::hash).hidden();
        table.text("Hash before", 14, AuditEntry::previousHash).hidden();
        verdict.getStyleClass().add("verdict");
        verdict.setManaged(false);
        setTop(verdict);
        setCenter(table);
    }

    /** A type such as {@code document.state-changed} as words: "Document state changed". */
    private static String words(String type) {
        String words = type.replace('.', ' ').replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    void show(List<AuditEntry> entries) {
        table.setRows(entries);
    }

    void show(AuditVerification found, String when) {
        verdict.setManaged(true);
        if (found.intact()) {
            verdict.getChildren()
                    .setAll(new Note(
                            Tone.GOOD,
                            "The ledger is intact, as of " + when,
                            Texts.body(Figures.count(found.entries()) + " rows follow from each other, and "
                                    + Figures.count(found.documents())
                                    + " document versions are what it says. Last row: " + found.head()),
                            Texts.secondary(String.join(" ", found.limits()))));
            return;
        }
        Note note = new Note(
                Tone.BAD,
                (found.problems().size() == 1
                                ? "1 disagreement"
                                : Figures.count(found.problems().size()) + " disagreements")
                        + " found, as of " + when,
                Texts.body("Keep the folder as it is, and compare it with a copy made before."));
        found.problems().stream()
                .limit(PROBLEMS_SHOWN)
                .map(AuditProblem::message)
                .forEach(message -> note.getChildren().add(Texts.body("•  " + message)));
        if (found.problems().size() > PROBLEMS_SHOWN) {
            note.getChildren()
                    .add(Texts.secondary("and " + Figures.count(found.problems().size() - PROBLEMS_SHOWN)
                            + " more; 'wayleave audit verify' lists all."));
        }
        verdict.getChildren().setAll(note);
    }
}
