package org.wayleave.app.run;

import org.wayleave.journey.simulate.RunResult;
import org.wayleave.journey.simulate.SimulationPlan;

/** Decides a run's sample again with another engine. */
@FunctionalInterface
public interface Parity {
    /** What the other engine made of the sample. */
    RunResult.Parity check(SimulationPlan plan, RunResult result);
}
