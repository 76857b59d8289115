package org.wayleave.data.quality.profile;

import java.util.List;
import org.wayleave.data.utility.Estimate;

/**
 * What a table holds. No value is in it that fewer than {@link #LEAST} rows have, and no quantile that fewer lie beyond; numbers are
 * rounded.
 *
 * @param columns in the order of the table
 * @param singleRows rows whose values, all together, no other row has
 * @param repeatedRows rows that are the same as one before
 * @param findings what a reader should know, by column
 */
public record TableProfile(
        int rows, List<ColumnProfile> columns, int singleRows, int repeatedRows, List<Finding> findings) {
    /** Fewest rows whose common value is told. */
    public static final int LEAST = 10;

    /** Copies the lists. */
    public TableProfile {
        columns = List.copyOf(columns);
        findings = List.copyOf(findings);
    }

    /** Returns the share of rows that are the only ones with their values. */
    public Estimate singleShare() {
        return Estimate.share(singleRows, rows);
    }

    /** Returns the share of all values that are missing. */
    public Estimate missingShare() {
        return Estimate.share(
                columns.stream().mapToDouble(ColumnProfile::missing).sum(), (double) rows * columns.size());
    }
}
