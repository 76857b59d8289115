package org.wayleave.data;

import java.time.Instant;

/** Makes the people of a population, each alone from its index; immutable and safe for use by many threads. */
public final class PersonGenerator {
    /** The days of past behaviour that each person has. */
    public static final int HISTORY_DAYS = 365;

    private final Population population;

    /**
     * Prepares a population.
     *
     * @param recipe what its people are like
     * @param seed chooses one of all populations of the recipe
     * @param asOf the moment of observation; history ends and future begins here
     * @param horizonDays days of organic behaviour after it, 0 to 730
     */
    public PersonGenerator(Recipe recipe, long seed, Instant asOf, int horizonDays) {
        if (horizonDays < 0 || horizonDays > 730) {
            throw new IllegalArgumentException("the horizon must be 0 to 730 days, is " + horizonDays);
        }
        population = new Population(recipe, seed, asOf, horizonDays);
    }

    /** Returns the recipe. */
    public Recipe recipe() {
        return population.recipe();
    }

    /** Returns the seed. */
    public long seed() {
        return population.seed();
    }

    /** Returns the moment of observation. */
    public Instant asOf() {
        return Instant.ofEpochMilli(population.asOf());
    }

    /** Returns the days of organic behaviour after the moment of observation. */
    public int horizonDays() {
        return population.horizonDays();
    }

    /** Returns the truth about this population, which no policy and no model may see. */
    public Truth truth() {
        return new Truth(population);
    }

    /**
     * Returns a person.
     *
     * @param index 0 or more; the same index gives the same person whatever was asked before
     */
    public Person person(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("a person's index must be 0 or more, is " + index);
        }
        return new Person(population, index);
    }
}
