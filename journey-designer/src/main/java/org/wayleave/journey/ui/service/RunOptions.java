package org.wayleave.journey.ui.service;

/**
 * What a run is asked for.
 *
 * @param people 1 to 10,000,000
 * @param days 1 to 365
 * @param seed chooses the population and every chance
 */
public record RunOptions(int people, int days, long seed) {

    /** 100,000 people over 90 days. */
    public static final RunOptions USUAL = new RunOptions(100_000, 90, 1);
}
