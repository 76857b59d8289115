package org.wayleave.app.ui.home;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wayleave.app.check.CheckFinding;
import org.wayleave.app.check.CheckResult;
import org.wayleave.app.check.SampleApprovals;
import org.wayleave.app.check.WorkspaceCheck;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.app.ui.find.DocumentIcons;
import org.wayleave.app.ui.find.DocumentPlaces;
import org.wayleave.app.ui.runs.RunRow;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.page.Place;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.Role;
import org.wayleave.workspace.RunState;
import org.wayleave.workspace.Workspace;

/**
 * What the home page shows, read from the workspace off the FX thread.
 *
 * @param waiting what waits for this person, most urgent first
 * @param runs the newest runs
 * @param documents the documents saved last
 * @param check what the design checks found, as a sentence
 */
record HomeFigures(List<Waiting> waiting, List<RunRow> runs, List<DocumentSummary> documents, String check) {
    private static final int RUNS = 5;
    private static final int DOCUMENTS = 7;
    private static final Duration STILL_RUNNING = Duration.ofHours(1);

    static HomeFigures of(Workspace workspace, DocumentPlaces places, Instant now) {
        List<DocumentSummary> documents = workspace.documents().list();
        List<RunRow> runs = RunRow.all(workspace);
        CheckResult check = WorkspaceCheck.run(workspace);
        Author author = workspace.author();
        List<Waiting> waiting = new ArrayList<>();
        if (author.role().mayApprove()) {
            approvals(waiting, documents, places);
        }
        if (author.role().mayWrite()) {
            findings(waiting, check, documents, places);
            drafts(waiting, documents, runs, author, places);
        }
        approvedByNobody(waiting, SampleApprovals.of(workspace.documents()), places);
        runs(waiting, runs, places, now);
        if (author.role() == Role.AUDITOR) {
            waiting.add(new Waiting(
                    Tone.ACCENT,
                    "Verify the audit ledger",
                    Figures.count(workspace.audit().size()) + " rows",
                    Place.of("governance", "audit")));
        }
        waiting.sort(Comparator.comparing(Waiting::tone, Comparator.reverseOrder()));
        return new HomeFigures(
                List.copyOf(waiting),
                runs.stream().limit(RUNS).toList(),
                documents.stream()
                        .sorted(Comparator.comparing(DocumentSummary::time).reversed())
                        .limit(DOCUMENTS)
                        .toList(),
                check.sentence());
    }

    private static void approvals(List<Waiting> waiting, List<DocumentSummary> documents, DocumentPlaces places) {
        for (DocumentSummary document : documents) {
            if (document.state() == DocumentState.IN_REVIEW) {
                waiting.add(new Waiting(
                        Tone.WARNING,
                        "Approve " + document.title() + " v" + document.version(),
                        DocumentIcons.word(document.kind()) + " by " + document.author() + ", in review",
                        places.of(new Place(
                                        "governance",
                                        "documents",
                                        document.kind().wireName() + "/" + document.id()))
                                .orElse(null)));
            }
        }
    }

    private static void approvedByNobody(List<Waiting> waiting, SampleApprovals approved, DocumentPlaces places) {
        if (!approved.isEmpty()) {
            waiting.add(new Waiting(
                    Tone.NEUTRAL,
                    "Sample: approved by the sample itself, by nobody",
                    approved.counted() + ". Read and approve them yourself before any real use.",
                    places.of(new Place("governance", "documents", null)).orElse(null)));
        }
    }

    private static void findings(
            List<Waiting> waiting, CheckResult check, List<DocumentSummary> documents, DocumentPlaces places) {
        Map<String, List<CheckFinding>> byDocument = new LinkedHashMap<>();
        for (CheckFinding finding : check.findings()) {
            if (finding.severity() != CheckFinding.Severity.INFO) {
                byDocument
                        .computeIfAbsent(finding.document(), id -> new ArrayList<>())
                        .add(finding);
            }
        }
        byDocument.forEach((id, findings) -> {
            String title = documents.stream()
                    .filter(document -> document.id().equals(id))
                    .map(DocumentSummary::title)
                    .findFirst()
                    .orElse(id);
            CheckFinding worst = findings.getFirst();
            boolean error = worst.severity() == CheckFinding.Severity.ERROR;
            waiting.add(new Waiting(
                    error ? Tone.BAD : Tone.WARNING,
                    title + ": " + (findings.size() == 1 ? "1 problem" : findings.size() + " problems"),
                    worst.title() + ". " + worst.fix(),
                    place(worst, places).orElse(null)));
        });
    }

    private static Optional<Place> place(CheckFinding finding, DocumentPlaces places) {
        DocumentKind kind = DocumentKind.ofWireName(finding.kind());
        return kind == DocumentKind.JOURNEY
                ? places.of(new Place("journeys", finding.document(), finding.step()))
                : places.of(kind, finding.document());
    }

    private static void drafts(
            List<Waiting> waiting,
            List<DocumentSummary> documents,
            List<RunRow> runs,
            Author author,
            DocumentPlaces places) {
        for (DocumentSummary document : documents) {
            if (document.state() == DocumentState.DRAFT && isLeftTo(author, document)) {
                waiting.add(new Waiting(
                        Tone.ACCENT,
                        document.title() + " is a draft",
                        next(document, runs),
                        places.of(document.kind(), document.id()).orElse(null)));
            }
        }
    }

    /** A draft is left to whoever wrote it, and what a sample wrote to whoever works in the workspace. */
    private static boolean isLeftTo(Author author, DocumentSummary document) {
        return document.author().equals(author.id()) || document.author().equals(Author.SAMPLE.id());
    }

    private static String next(DocumentSummary document, List<RunRow> runs) {
        if (document.kind() != DocumentKind.JOURNEY) {
            return "Finish it, then send it for review.";
        }
        boolean run = runs.stream()
                .map(row -> row.run())
                .anyMatch(done -> done.state() == RunState.COMPLETE
                        && done.request().journeyId().equals(document.id())
                        && done.request().journeyVersion() == document.version());
        return run ? "It has been run: read the figures, then send it for review." : "Run it, then send it for review.";
    }

    private static void runs(List<Waiting> waiting, List<RunRow> runs, DocumentPlaces places, Instant now) {
        for (RunRow row : runs) {
            boolean lost = row.run().state() == RunState.INCOMPLETE
                    && Duration.between(row.run().started(), now).compareTo(STILL_RUNNING) > 0;
            if (row.run().state() == RunState.FAILED || lost) {
                waiting.add(new Waiting(
                        Tone.WARNING,
                        row.run().id() + " of " + row.journeyTitle()
                                + (lost ? " never ended" : " stopped with an error"),
                        "See why, and run the journey again.",
                        places.of(Place.of("runs", row.run().id())).orElse(null)));
            }
        }
    }
}
