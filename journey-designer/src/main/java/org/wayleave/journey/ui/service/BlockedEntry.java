package org.wayleave.journey.ui.service;

import java.time.Instant;
import java.util.List;

/**
 * A person at a step where policy denied a rung.
 *
 * @param person position in the population
 * @param id such as {@code p000042}
 * @param time when it was decided
 * @param rung the rung taken instead, {@code silence} for none
 * @param rules ids of the rules that denied
 */
public record BlockedEntry(int person, String id, Instant time, String rung, List<String> rules) {

    /** Copies. */
    public BlockedEntry {
        rules = List.copyOf(rules);
    }
}
