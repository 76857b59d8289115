package org.wayleave.app.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.wayleave.app.check.CheckFinding;
import org.wayleave.app.check.CheckResult;
import org.wayleave.app.check.ExpectationTrial;
import org.wayleave.app.check.ExpectationTrials;
import org.wayleave.app.check.FindingsJUnit;
import org.wayleave.app.check.FindingsJson;
import org.wayleave.app.check.FindingsSarif;
import org.wayleave.app.check.WorkspaceCheck;
import org.wayleave.app.run.RunOrder;
import org.wayleave.journey.simulate.ExpectationResult;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wayleave check}: checks before activation. */
@Command(
        name = "check",
        description = "Check every journey together with the documents around it, and try its expectations on simulated"
                + " people. Exit code 1 when an error is found.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final WorkspaceFolder folder = new WorkspaceFolder();

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE}. SARIF for code hosts, JUnit for CI servers.")
    private Format format = Format.text;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "2000",
            description =
                    "Simulated people on whom each journey's expectations are tried; ${DEFAULT-VALUE}. 0 tries none.")
    private int people = 2_000;

    /** The forms of the result; the names are what users type. */
    enum Format {
        text,
        json,
        sarif,
        junit
    }

    CheckCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        CheckResult result;
        List<String> journeys;
        try (Workspace workspace = folder.open(terminal, clock, OpenMode.READ_ONLY)) {
            result = WorkspaceCheck.run(workspace);
            if (people != 0) {
                result = result.with(ExpectationTrials.run(
                        workspace,
                        journey -> RunOrder.of(journey, people),
                        journey -> new ProgressLine(terminal, journey),
                        () -> false));
            }
            journeys = workspace.documents().list(DocumentKind.JOURNEY).stream()
                    .filter(summary -> summary.state() != DocumentState.RETIRED)
                    .map(DocumentSummary::id)
                    .sorted()
                    .toList();
        }
        switch (output.json() ? Format.json : format) {
            case text -> print(result);
            case json -> output.print(terminal, FindingsJson.of(result));
            case sarif -> output.print(terminal, FindingsSarif.of(result, ProductVersion.current()));
            case junit -> terminal.out().print(FindingsJUnit.of(result, journeys));
        }
        return result.passed() ? Exit.FINE : Exit.CHECK_FAILED;
    }

    private void print(CheckResult result) {
        for (CheckFinding finding : result.findings()) {
            terminal.out()
                    .println(finding.severity().wire() + "  " + finding.place() + ": " + finding.reason() + "  ["
                            + finding.code() + "]");
            terminal.out().println("       " + finding.fix());
        }
        for (ExpectationTrial trial : result.trials()) {
            if (trial.result().verdict() == ExpectationResult.Verdict.HOLDS) {
                terminal.out()
                        .println("holds  journey " + trial.journey() + ": "
                                + trial.result().name() + "; " + trial.result().figures());
            }
        }
        terminal.out().println(result.sentence());
    }
}
