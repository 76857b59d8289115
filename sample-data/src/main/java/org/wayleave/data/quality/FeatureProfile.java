package org.wayleave.data.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.feature.FeatureSpec;

/**
 * What a feature looks like over a population.
 *
 * @param people number of people looked at
 * @param missing number of them without a value
 * @param distribution of the numbers; null for flags and texts and where nobody has a value
 * @param values the values there are, most frequent first; for numbers those of the bands
 */
public record FeatureProfile(
        FeatureSpec spec, int people, int missing, @Nullable Distribution distribution, List<ValueCount> values) {
    /** Copies the values. */
    public FeatureProfile {
        values = List.copyOf(values);
    }

    /** A value, in words, and the number of people who have it. */
    public record ValueCount(String value, int people) {}

    /** Returns the share of people without a value, 0 to 1; 0 if nobody was looked at. */
    public double missingShare() {
        return people == 0 ? 0 : (double) missing / people;
    }
}
