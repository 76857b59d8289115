package org.wayleave.data.quality.profile;

import java.util.List;
import org.wayleave.data.utility.Estimate;

/**
 * What a column of texts holds.
 *
 * @param rareLevels number of levels that fewer than {@link TableProfile#LEAST} rows have
 * @param rareRows rows that have one of those
 */
public record CategoryProfile(
        String name, int rows, int missing, int distinct, List<FrequentValue> frequent, int rareLevels, int rareRows)
        implements ColumnProfile {
    /** Copies the values. */
    public CategoryProfile {
        frequent = List.copyOf(frequent);
    }

    /** Returns the share of the rows with a value that have a rare level, with its interval. */
    public Estimate rareShare() {
        return Estimate.share(rareRows, present());
    }
}
