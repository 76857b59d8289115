package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.wayleave.app.check.CheckResult;
import org.wayleave.app.check.SampleApprovals;
import org.wayleave.app.check.WorkspaceCheck;
import org.wayleave.app.report.ReportPage;
import org.wayleave.app.report.RunReport;
import org.wayleave.app.run.OpaParity;
import org.wayleave.app.run.SimulationRun;
import org.wayleave.app.sample.SampleWorkspace;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.samples.SampleJourneys;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wayleave demo}: the whole job on a throw-away workspace. */
@Command(
        name = "demo",
        description =
                "Make a throw-away workspace with a vertical's sample, check it, simulate its journeys, compare sampled"
                        + " decisions with OPA, and write a report. Says where everything lies.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final int USUAL_PEOPLE = 10_000;

    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--vertical",
            defaultValue = "retail",
            completionCandidates = SampleVerticals.class,
            description = "Industry of the sample: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if none is named.")
    private String vertical = "retail";

    @Mixin
    private final RunSize size = new RunSize();

    DemoCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        // Vertical and sizes are looked at first, so that bad use leaves no folder behind.
        SampleWorkspace sample = new SampleWorkspace(vertical);
        List<String> journeys =
                SampleJourneys.of(vertical).stream().map(Journey::id).toList();
        journeys.forEach(journey -> size.order(journey, USUAL_PEOPLE, true));
        Path folder = Files.createTempDirectory("wayleave-demo-");
        Path place = folder.resolve("workspace");
        terminal.err().println("Making a throw-away workspace in " + place);
        Path report = folder.resolve("report.html");
        List<SimulationRun.Done> runs = new ArrayList<>();
        CheckResult check;
        SampleApprovals approved;
        try (Workspace workspace =
                sample.create(place, WorkspaceOptions.plain(clock, WorkspaceFolder.author(terminal)))) {
            check = WorkspaceCheck.run(workspace);
            approved = SampleApprovals.of(workspace.documents());
            SimulationRun run = new SimulationRun(
                    workspace, new OpaParity(line -> terminal.err().println(line)));
            for (String journey : journeys) {
                runs.add(run.run(
                        size.order(journey, USUAL_PEOPLE, true), new ProgressLine(terminal, journey), () -> false));
            }
        }
        new ReportPage().write(RunReport.of(runs, check, "Wayleave " + ProductVersion.current()), report);
        if (output.json()) {
            ObjectNode document = RunJson.of(runs, report.toString());
            approved.ids().forEach(document.putArray("approvedBySample")::add);
            output.print(terminal, document);
        } else {
            runs.forEach(done -> RunText.print(done, terminal));
            terminal.out().println(check.sentence());
            if (!approved.isEmpty()) {
                terminal.out().println(approved.sentence());
            }
            terminal.out().println("Workspace " + place);
            terminal.out().println("The report is written: open " + report);
        }
        boolean agree = runs.stream().noneMatch(done -> SimulateCommand.mismatch(done.result()));
        return agree ? Exit.FINE : Exit.CHECK_FAILED;
    }
}
