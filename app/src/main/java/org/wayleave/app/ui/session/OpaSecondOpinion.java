package org.wayleave.app.ui.session;

import org.wayleave.app.run.OpaParity;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.journey.ui.service.WorkspaceRuns;
import org.wayleave.ui.task.Progress;

/** Has OPA decide the sample of a run again that a person started from the canvas. */
final class OpaSecondOpinion implements WorkspaceRuns.SecondOpinion {

    @Override
    public RunResult.Parity check(SimulationPlan plan, RunResult result, Progress progress) {
        return new OpaParity(progress::message).check(plan, result);
    }
}
