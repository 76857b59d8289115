package org.wayleave.journey.ledger;

import org.jspecify.annotations.Nullable;
import org.wayleave.journey.graph.Outlet;

/**
 * One person who entered the journey.
 *
 * @param person position in the population
 * @param ageBand age band
 * @param entered first entry, epoch milliseconds
 * @param outcome what became of them, see {@link Outcome}
 * @param consent state of consent at the first decision, or at the one there would have been; null when there was none
 * @param decisions number of decisions
 * @param spend what they paid from assignment to the end of the goal's window; 0 without a goal
 * @param spendWithout what they would have paid without contact in that time
 * @param unsubscribed whether a contact made them unsubscribe
 */
public record PersonRow(
        int person,
        String ageBand,
        long entered,
        Outcome outcome,
        @Nullable Outlet consent,
        int decisions,
        double spend,
        double spendWithout,
        boolean unsubscribed) {}
