package org.wayleave.journey.decide;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.wayleave.data.Recipe;
import org.wayleave.engine.Engine;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.samples.SampleJourneys;
import org.wayleave.journey.simulate.Simulation;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.policy.pack.PolicyPack;

/**
 * Measures the processor time of one decision of the retail policy on the decision documents of the sample journeys, by engine.
 * Argument: rounds. Run with the test class path. Not a test.
 */
public final class DecisionBench {

    private DecisionBench() {}

    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        for (Journey journey : SampleJourneys.retail()) {
            SimulationPlan plan = SimulationPlan.of(
                            journey,
                            1,
                            Recipe.bundled("retail"),
                            PolicyPack.bundled("retail"),
                            PolicyPack.bundledSettings("retail"))
                    .withSize(4_000, 90)
                    .withParitySample(1_000);
            List<RegoObject> documents = new Simulation(plan)
                    .run().paritySamples().stream()
                            .map(sample -> (RegoObject) RegoJson.parse(sample.inputJson()))
                            .toList();
            for (Engine engine : Engine.values()) {
                measure(journey.id(), plan.decider(engine), documents, rounds);
            }
        }
    }

    private static void measure(String journey, PolicyDecider decider, List<RegoObject> documents, int rounds) {
        double best = Double.MAX_VALUE;
        long allowed = 0;
        for (int round = 0; round < rounds; round++) {
            long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            allowed = 0;
            int decisions = 0;
            while (decisions < 20_000) {
                for (RegoObject document : documents) {
                    allowed += decider.decide(document).allow() ? 1 : 0;
                    decisions++;
                }
            }
            long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
            best = Math.min(best, nanos / 1e3 / decisions);
        }
        System.out.printf(
                Locale.ROOT,
                "%s, %s: %.2f microseconds of processor a decision (best of %d rounds), %d documents, %d allowed%n",
                journey,
                decider.engine(),
                best,
                rounds,
                documents.size(),
                allowed);
    }
}
