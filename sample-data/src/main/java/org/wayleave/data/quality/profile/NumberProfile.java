package org.wayleave.data.quality.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.table.NumberColumn;

/**
 * What a column of numbers or days holds.
 *
 * @param quantiles those that at least {@link TableProfile#LEAST} rows lie beyond
 * @param mean NaN where fewer rows have a value
 * @param deviation standard deviation, NaN where fewer rows have a value
 * @param histogram classes from low to high; empty where fewer rows have a value
 * @param outliers null where half of the rows have the same value or too few rows have one, so that there is no fence
 */
public record NumberProfile(
        String name,
        NumberColumn.Unit unit,
        int rows,
        int missing,
        int distinct,
        List<Quantile> quantiles,
        double mean,
        double deviation,
        List<Bin> histogram,
        @Nullable Outliers outliers,
        List<FrequentValue> frequent)
        implements ColumnProfile {
    /** Copies the lists. */
    public NumberProfile {
        quantiles = List.copyOf(quantiles);
        histogram = List.copyOf(histogram);
        frequent = List.copyOf(frequent);
    }
}
