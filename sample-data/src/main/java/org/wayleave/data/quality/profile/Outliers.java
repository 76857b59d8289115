package org.wayleave.data.quality.profile;

import org.wayleave.data.utility.Estimate;

/**
 * Numbers beyond the outer fences of Tukey (Exploratory Data Analysis, 1977): three interquartile ranges from the quartiles.
 *
 * @param lowFence rounded to the grain of the column
 * @param highFence rounded to the grain of the column
 * @param below rows under the lower fence
 * @param above rows over the upper one
 * @param share of the rows with a value that lie beyond either
 */
public record Outliers(double lowFence, double highFence, int below, int above, Estimate share) {}
