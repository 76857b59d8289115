package org.wayleave.app.cli;

import org.jspecify.annotations.Nullable;
import org.wayleave.app.run.RunOrder;
import picocli.CommandLine.Option;

/** How large a run is, and on what chances. */
final class RunSize {
    @Option(names = "--people", paramLabel = "N", description = "Number of synthetic people, 1 or more.")
    private @Nullable Integer people;

    @Option(names = "--days", paramLabel = "D", description = "Virtual days; 90 when left out.")
    private int days = RunOrder.DEFAULT_DAYS;

    @Option(names = "--seed", paramLabel = "S", description = "Chooses the people and every chance; 1 when left out.")
    private long seed = RunOrder.DEFAULT_SEED;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Threads; one per processor when left out. No figure depends on it.")
    private @Nullable Integer threads;

    RunOrder order(String journey, int usualPeople, boolean ledger) {
        RunOrder usual = RunOrder.of(journey, usualPeople);
        return new RunOrder(
                journey,
                people == null ? usualPeople : people,
                days,
                seed,
                threads == null ? usual.threads() : threads,
                ledger);
    }
}
