package org.wayleave.journey.simulate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.wayleave.data.Recipe;
import org.wayleave.engine.Engine;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.samples.SampleJourneys;
import org.wayleave.policy.pack.PolicyPack;

/**
 * Measures people and decisions a second over the sample journeys. Arguments: people, days, threads, rounds, engine, journey; run with the test class
 * path. Not a test.
 */
public final class SimulationBench {

    private SimulationBench() {}

    public static void main(String[] arguments) throws Exception {
        int people = number(arguments, 0, 20_000);
        int days = number(arguments, 1, 90);
        int threads = number(arguments, 2, 2);
        int rounds = number(arguments, 3, 2);
        Engine engine = arguments.length > 4 ? Engine.valueOf(arguments[4].toUpperCase(Locale.ROOT)) : Engine.COMPILE;
        Recipe recipe = Recipe.bundled("retail");
        PolicyPack pack = PolicyPack.bundled("retail");
        Path folder = Files.createTempDirectory("wayleave-bench");
        for (int round = 0; round < rounds; round++) {
            for (Journey journey : SampleJourneys.retail()) {
                if (arguments.length > 5 && !arguments[5].equals(journey.id())) {
                    continue;
                }
                Path ledger = folder.resolve(journey.id() + round + ".duckdb");
                SimulationPlan plan = SimulationPlan.of(journey, 1, recipe, pack, PolicyPack.bundledSettings("retail"))
                        .withSize(people, days)
                        .withThreads(threads)
                        .withLedger(ledger);
                RunResult result = new Simulation(plan, plan.decider(engine)).run();
                double seconds = result.seconds().getOrDefault("simulate", 1.0);
                System.out.printf(
                        Locale.ROOT,
                        "%s: %d people, %d entered, %d decisions, %d evaluations in %s; %.0f people/s, %.0f decisions/s,"
                                + " %.0f evaluations/s, %.0f MiB%n",
                        journey.id(),
                        result.people(),
                        result.entered(),
                        result.decisions(),
                        result.evaluations(),
                        result.seconds(),
                        result.people() / seconds,
                        result.decisions() / seconds,
                        result.evaluations() / seconds,
                        result.peakMemoryMiB());
                Files.deleteIfExists(ledger);
            }
        }
    }

    private static int number(String[] arguments, int index, int absent) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : absent;
    }
}
