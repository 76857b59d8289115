package org.wayleave.app.run;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.policy.opa.OpaExecutable;
import org.wayleave.policy.parity.DecisionSample;
import org.wayleave.policy.parity.ParityCheck;

/** Decides the sample again with the real OPA, from the policy's Rego and not from its plan. */
public final class OpaParity implements Parity {
    private static final Logger LOG = LoggerFactory.getLogger(OpaParity.class);

    private final Consumer<String> progress;

    /** A check that tells how a search for OPA goes while a build of OPA is under way. */
    public OpaParity(Consumer<String> progress) {
        this.progress = progress;
    }

    @Override
    public RunResult.Parity check(SimulationPlan plan, RunResult result) {
        List<DecisionSample> samples = result.paritySamples().stream()
                .map(sample -> new DecisionSample(sample.inputJson(), sample.resultJson()))
                .toList();
        if (samples.isEmpty()) {
            return new RunResult.Parity(0, 0, "not-checked", "No decision was made, so there was none to compare.");
        }
        var found = new ParityCheck(OpaExecutable.search(progress))
                .check(plan.pack(), plan.catalogueJson(), plan.settingsJson(), samples);
        found.examples()
                .forEach(example -> LOG.warn(
                        "OPA decides sample {} differently: {} instead of {}",
                        example.sample(),
                        example.opas(),
                        example.ours()));
        return new RunResult.Parity(
                found.sampled(), found.mismatches(), found.status().wire(), found.reason());
    }
}
