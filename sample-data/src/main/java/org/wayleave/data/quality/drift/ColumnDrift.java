package org.wayleave.data.quality.drift;

import org.wayleave.data.utility.Estimate;

/**
 * How a column differs from before.
 *
 * @param column its name
 * @param measure "KS" for numbers, the Kolmogorov–Smirnov distance; "TV" for texts, the total variation distance; both over the rows
 *     that have a value
 * @param distance 0 for the same distribution, 1 for distributions that share nothing
 * @param stability population stability index, missing values a class of their own; 0 or more
 * @param chance what the index stays below in 99 of 100 samples of one population
 * @param missingBefore share of rows without a value before
 * @param missingAfter share of rows without a value after
 * @param missingChange the difference of both, -1 to 1, with its interval
 * @param newLevels number of texts that were not there before
 * @param newRows rows that have one of those
 * @param shift how much that is
 * @param sentence what it means
 */
public record ColumnDrift(
        String column,
        String measure,
        Estimate distance,
        double stability,
        double chance,
        double missingBefore,
        double missingAfter,
        Estimate missingChange,
        int newLevels,
        int newRows,
        Shift shift,
        String sentence) {}
