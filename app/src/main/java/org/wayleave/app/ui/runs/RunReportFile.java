package org.wayleave.app.ui.runs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.wayleave.app.check.WorkspaceCheck;
import org.wayleave.app.cli.ProductVersion;
import org.wayleave.app.report.ReportPage;
import org.wayleave.app.report.RunReport;
import org.wayleave.app.run.RunReplay;
import org.wayleave.app.run.SimulationRun;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.workspace.Run;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceException;

/** Writes the report of a run that was kept, with the very versions of journey and policy that it ran. Not for the FX thread. */
final class RunReportFile {
    private final Workspace workspace;

    RunReportFile(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Writes it.
     *
     * @throws WorkspaceException MISSING when the run, its figures or a version that it ran is not there
     */
    void write(String runId, Path target) throws IOException {
        Run run = workspace.runs().find(runId).orElseThrow(() -> missing("There is no run " + runId + "."));
        String summary = run.summaryJson();
        if (summary == null) {
            throw missing(runId + " has no figures, because it did not end; run the journey again.");
        }
        RunResult result = RunResult.fromSummaryJson(summary);
        RunReplay replay = new RunReplay(workspace);
        SimulationRun.Done done = new SimulationRun.Done(run, replay.plan(run), result);
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(Objects.requireNonNull(folder));
        new ReportPage()
                .write(
                        RunReport.of(
                                List.of(done), WorkspaceCheck.run(workspace), "Wayleave " + ProductVersion.current()),
                        target);
        if (!workspace.readOnly()) {
            String detail = JsonNodeFactory.instance
                    .objectNode()
                    .put("file", String.valueOf(target.getFileName()))
                    .toString();
            workspace.audit().record("report.exported", "run/" + runId, detail);
        }
    }

    private static WorkspaceException missing(String message) {
        return new WorkspaceException(WorkspaceException.Reason.MISSING, message);
    }
}
