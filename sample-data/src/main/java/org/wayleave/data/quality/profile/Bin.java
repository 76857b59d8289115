package org.wayleave.data.quality.profile;

/**
 * A class of a histogram, with no row or at least {@link TableProfile#LEAST}; the lowest and the highest are open.
 *
 * @param from least number, within; negative infinity for the lowest
 * @param to number that it ends before; positive infinity for the highest
 * @param steps how many classes of the usual width it stands for
 */
public record Bin(double from, double to, int steps, int rows) {}
