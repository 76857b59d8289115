package org.wayleave.data.quality.profile;

/**
 * A quantile of numbers, rounded to the grain of its column.
 *
 * @param share of the numbers that lie at or below it, 0 to 1
 */
public record Quantile(double share, double value) {}
