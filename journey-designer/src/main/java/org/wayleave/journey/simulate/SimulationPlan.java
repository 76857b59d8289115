package org.wayleave.journey.simulate;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.Recipe;
import org.wayleave.engine.Engine;
import org.wayleave.journey.decide.PolicyDecider;
import org.wayleave.journey.graph.Journey;
import org.wayleave.policy.pack.PolicyPack;

/**
 * Everything that decides what a simulation gives. Two equal plans give the same ledger, whatever the threads, the machine and the
 * day.
 *
 * @param journey the journey
 * @param journeyVersion its version, as decisions name it
 * @param recipe what the people are like
 * @param catalogueJson the catalogue that policy sees
 * @param pack the policy
 * @param settingsJson the settings that policy sees
 * @param people number of people, 1 to {@link #MOST_PEOPLE}
 * @param days virtual days, 1 to {@link #MOST_DAYS}
 * @param seed chooses the population and every chance
 * @param start the first instant of the run
 * @param threads threads that walk people, 1 to {@link #MOST_THREADS}; of no influence on any figure but the time taken
 * @param ledger file for the decisions, which must not exist yet; null to keep none
 * @param paritySample number of decisions kept with their whole input, for a second engine to decide again
 */
public record SimulationPlan(
        Journey journey,
        int journeyVersion,
        Recipe recipe,
        String catalogueJson,
        PolicyPack pack,
        String settingsJson,
        int people,
        int days,
        long seed,
        Instant start,
        int threads,
        @Nullable Path ledger,
        int paritySample) {

    /** The most people of a run. */
    public static final int MOST_PEOPLE = 10_000_000;

    /** The most days of a run. */
    public static final int MOST_DAYS = 365;

    /** The most threads of a run. */
    public static final int MOST_THREADS = 256;

    /** The start unless another is given. */
    public static final Instant DEFAULT_START = Instant.parse("2026-03-02T00:00:00Z");

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException with one clear line when a number is out of its range, or the journey holds parts of
     *     another tool that mean nothing here
     */
    public SimulationPlan {
        between("people", people, 1, MOST_PEOPLE);
        between("days", days, 1, MOST_DAYS);
        between("threads", threads, 1, MOST_THREADS);
        between("the parity sample", paritySample, 0, 100_000);
        if (!journey.vertical().equals(recipe.vertical())) {
            throw new IllegalArgumentException("the journey “" + journey.id() + "” is made for " + journey.vertical()
                    + ", not for " + recipe.vertical());
        }
        UntranslatedParts.refuse(journey);
    }

    private static void between(String what, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    "the number of " + what + " must lie between " + low + " and " + high + ", is " + value);
        }
    }

    /** A plan of 100,000 people over 90 days from the default start, with seed 1, one thread, no ledger and 1,000 parity samples. */
    public static SimulationPlan of(
            Journey journey, int journeyVersion, Recipe recipe, PolicyPack pack, String settingsJson) {
        return new SimulationPlan(
                journey,
                journeyVersion,
                recipe,
                recipe.catalogue().json(),
                pack,
                settingsJson,
                100_000,
                90,
                1,
                DEFAULT_START,
                1,
                null,
                1_000);
    }

    /** The decider that the plan's policy makes, run in a given way. */
    public PolicyDecider decider(Engine engine) {
        return PolicyDecider.of(pack, catalogueJson, settingsJson, start, engine);
    }

    /** The same plan for other numbers of people and days. */
    public SimulationPlan withSize(int otherPeople, int otherDays) {
        return new SimulationPlan(
                journey,
                journeyVersion,
                recipe,
                catalogueJson,
                pack,
                settingsJson,
                otherPeople,
                otherDays,
                seed,
                start,
                threads,
                ledger,
                paritySample);
    }

    /** The same plan with another seed. */
    public SimulationPlan withSeed(long other) {
        return new SimulationPlan(
                journey,
                journeyVersion,
                recipe,
                catalogueJson,
                pack,
                settingsJson,
                people,
                days,
                other,
                start,
                threads,
                ledger,
                paritySample);
    }

    /** The same plan from another instant. */
    public SimulationPlan withStart(Instant other) {
        return new SimulationPlan(
                journey,
                journeyVersion,
                recipe,
                catalogueJson,
                pack,
                settingsJson,
                people,
                days,
                seed,
                other,
                threads,
                ledger,
                paritySample);
    }

    /** The same plan on other threads. */
    public SimulationPlan withThreads(int other) {
        return new SimulationPlan(
                journey,
                journeyVersion,
                recipe,
                catalogueJson,
                pack,
                settingsJson,
                people,
                days,
                seed,
                start,
                other,
                ledger,
                paritySample);
    }

    /** The same plan with its decisions kept in a file, or in none. */
    public SimulationPlan withLedger(@Nullable Path file) {
        return new SimulationPlan(
                journey,
                journeyVersion,
                recipe,
                catalogueJson,
                pack,
                settingsJson,
                people,
                days,
                seed,
                start,
                threads,
                file,
                paritySample);
    }

    /** The same plan under another catalogue. */
    public SimulationPlan withCatalogue(String json) {
        return new SimulationPlan(
                journey,
                journeyVersion,
                recipe,
                json,
                pack,
                settingsJson,
                people,
                days,
                seed,
                start,
                threads,
                ledger,
                paritySample);
    }

    /** The same plan with so many decisions kept for a second engine. */
    public SimulationPlan withParitySample(int size) {
        return new SimulationPlan(
                journey,
                journeyVersion,
                recipe,
                catalogueJson,
                pack,
                settingsJson,
                people,
                days,
                seed,
                start,
                threads,
                ledger,
                size);
    }
}
