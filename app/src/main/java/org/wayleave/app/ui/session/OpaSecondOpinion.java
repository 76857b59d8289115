package org.wayleave.app.ui.session;

import org.wayleave.app.run.OpaParity;
import org.wayleave.app.run.RunOrder;
import org.wayleave.app.run.RunSources;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.journey.ui.service.WorkspaceRuns;
import org.wayleave.ui.task.Progress;
import org.wayleave.workspace.Workspace;

/** Has OPA decide the sample of a run again that a person started from the canvas. */
final class OpaSecondOpinion implements WorkspaceRuns.SecondOpinion {
    private final Workspace workspace;

    OpaSecondOpinion(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public RunResult check(RunResult result, Progress progress) {
        RunResult.Identity run = result.run();
        RunSources sources = RunSources.of(workspace, run.journey());
        if (!sources.policy().contentHash().equals(run.policyHash())) {
            return result.withParity(new RunResult.Parity(
                    0, 0, "not-checked", "The policy was changed while the journey ran; run it again."));
        }
        progress.message("asking OPA for a second opinion");
        RunOrder order = new RunOrder(run.journey(), run.people(), run.days(), run.seed(), 1, false);
        return result.withParity(new OpaParity(progress::message).check(sources.plan(order, null), result));
    }
}
