package org.wayleave.app.run;

import org.wayleave.journey.simulate.SimulationPlan;

/**
 * What is to be simulated.
 *
 * @param journey id of the journey; its newest version is run
 * @param people number of people, 1 or more
 * @param days virtual days, 1 or more
 * @param seed chooses the population and every chance
 * @param threads threads that walk people; of no influence on any figure but the time taken
 * @param ledger whether every decision is kept in the run's ledger
 */
public record RunOrder(String journey, int people, int days, long seed, int threads, boolean ledger) {
    /** Days unless others are given. */
    public static final int DEFAULT_DAYS = 90;

    /** Seed unless another is given. */
    public static final long DEFAULT_SEED = 1;

    /** Decisions that OPA decides again. */
    public static final int PARITY_SAMPLE = 1_000;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException with one clear line
     */
    public RunOrder {
        between("people", people, SimulationPlan.MOST_PEOPLE);
        between("days", days, SimulationPlan.MOST_DAYS);
        between("threads", threads, SimulationPlan.MOST_THREADS);
    }

    private static void between(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "The number of " + what + " must lie between 1 and " + most + "; it is " + value + ".");
        }
    }

    /** An order for one thread per processor, with ledger. */
    public static RunOrder of(String journey, int people) {
        int processors = Math.min(Runtime.getRuntime().availableProcessors(), SimulationPlan.MOST_THREADS);
        return new RunOrder(journey, people, DEFAULT_DAYS, DEFAULT_SEED, processors, true);
    }
}
