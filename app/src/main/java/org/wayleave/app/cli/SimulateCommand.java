package org.wayleave.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.check.WorkspaceCheck;
import org.wayleave.app.report.ReportPage;
import org.wayleave.app.report.RunReport;
import org.wayleave.app.run.OpaParity;
import org.wayleave.app.run.RunOrder;
import org.wayleave.app.run.SimulationRun;
import org.wayleave.journey.simulate.ParitySample;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wayleave simulate}: runs a journey of a workspace. */
@Command(
        name = "simulate",
        description =
                "Let synthetic people walk through a journey, decide on every contact by policy, and write a report."
                        + " Exit code 1 when OPA decides a sampled decision differently.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final WorkspaceFolder folder = new WorkspaceFolder();

    @Mixin
    private final Output output = new Output();

    @Option(names = "--journey", required = true, paramLabel = "J", description = "Id of the journey.")
    private String journey = "";

    @Mixin
    private final RunSize size = new RunSize();

    @Option(names = "--no-ledger", description = "Keep no row for each decision.")
    private boolean noLedger;

    @Option(
            names = "--inputs",
            paramLabel = "F.ndjson",
            description = "Write the input documents of the sampled decisions there, one a line, for policy eval and"
                    + " policy bench.")
    private @Nullable Path inputs;

    SimulateCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        RunOrder order = size.order(journey, 100_000, !noLedger);
        try (Workspace workspace = folder.open(terminal, clock, OpenMode.READ_WRITE)) {
            SimulationRun.Done done = new SimulationRun(
                            workspace, new OpaParity(line -> terminal.err().println(line)))
                    .run(order, new ProgressLine(terminal, journey), () -> false);
            Path report =
                    workspace.folder().resolve("reports").resolve(done.run().id() + ".html");
            new ReportPage()
                    .write(
                            RunReport.of(
                                    List.of(done),
                                    WorkspaceCheck.run(workspace),
                                    "Wayleave " + ProductVersion.current()),
                            report);
            if (inputs != null) {
                Files.write(
                        inputs,
                        done.result().paritySamples().stream()
                                .map(ParitySample::inputJson)
                                .toList());
            }
            if (output.json()) {
                output.print(terminal, RunJson.of(done, report.toString()));
            } else {
                RunText.print(done, terminal);
                terminal.out().println("Run " + done.run().id() + "; report " + report);
            }
            return mismatch(done.result()) ? Exit.CHECK_FAILED : Exit.FINE;
        }
    }

    static boolean mismatch(RunResult result) {
        RunResult.Parity parity = result.parity();
        return parity != null && parity.mismatches() > 0;
    }
}
