package org.wayleave.data.feature;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.event.EventHistory;

/**
 * How one feature is computed and quantised.
 *
 * @param events the events it is computed from
 * @param per the events it compares them with, for the calculations that compare
 * @param less the events that are taken away, for counts, sums and ratios
 * @param weights how much an event counts by the id of its kind, for affinities and guesses; 1 where nothing is said
 * @param edges lower edges of the bands, ascending; a value becomes the edge of its band; empty if it is not banded
 * @param windowMillis how far it looks back, at most 365 days
 * @param offsetMillis the fixed time after an event, for {@link Calculation#UNTIL}
 * @param category position of the category an affinity is about, -1 for all other calculations
 * @param score the rule of a {@link Calculation#SCORE}, null for all other calculations
 */
@SuppressWarnings("ArrayRecordComponent") // thresholds read in loops over people; never compared
public record FeatureDefinition(
        FeatureSpec spec,
        Calculation calculation,
        EventSet events,
        EventSet per,
        EventSet less,
        Map<String, Integer> weights,
        double[] edges,
        long windowMillis,
        long offsetMillis,
        int category,
        @Nullable Score score) {
    /** Copies the weights. */
    public FeatureDefinition {
        weights = Map.copyOf(weights);
    }

    /**
     * Returns whether the value at an instant depends on an event.
     *
     * @param i position of the event in the history
     * @param now epoch milliseconds
     */
    public boolean reads(EventHistory history, int i, long now) {
        long time = history.time(i);
        return calculation.readsEvents()
                && time < now
                && time >= now - windowMillis
                && (events.holds(history, i) || per.holds(history, i) || less.holds(history, i));
    }

    /** Returns the lower edge of the band in which a value lies; below all bands, the lowest edge. */
    double quantise(double value) {
        if (edges.length == 0 || Double.isNaN(value)) {
            return value;
        }
        int i = edges.length - 1;
        while (i > 0 && value < edges[i] - 1e-9) {
            i--;
        }
        return edges[i];
    }
}
