package org.wayleave.data.quality.profile;

import java.util.List;
import org.wayleave.data.utility.Estimate;

/** What a column holds. */
public sealed interface ColumnProfile permits NumberProfile, CategoryProfile {
    /** Returns the name of the column. */
    String name();

    /** Returns the number of rows of the table. */
    int rows();

    /** Returns how many of them have no value. */
    int missing();

    /** Returns how many different values there are. */
    int distinct();

    /** Returns the most frequent values that at least {@link TableProfile#LEAST} rows have, the most frequent first. */
    List<FrequentValue> frequent();

    /** Returns how many rows have a value. */
    default int present() {
        return rows() - missing();
    }

    /** Returns the share of rows without a value, with its interval. */
    default Estimate missingShare() {
        return Estimate.share(missing(), rows());
    }
}
