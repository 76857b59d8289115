package org.wayleave.data.quality;

import java.util.Arrays;

/**
 * How the numbers of a feature are spread over the people who have one. Quantiles interpolate linearly between order statistics
 * (Hyndman and Fan 1996, definition 7); outliers lie beyond the outer fences of Tukey (1977), three interquartile ranges from the
 * quartiles.
 *
 * @param outliers number of people beyond a fence
 * @param lowFence first quartile less three interquartile ranges
 * @param highFence third quartile plus three interquartile ranges
 */
public record Distribution(
        double least,
        double low,
        double median,
        double high,
        double most,
        double mean,
        int outliers,
        double lowFence,
        double highFence) {
    /** What lies at the low and the high end: a twentieth. */
    public static final double TAIL = 0.05;

    private static final double FENCE = 3;

    /** Returns the distribution of some numbers, at least one, none of them NaN. */
    public static Distribution of(double... numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("a distribution needs at least one number");
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double first = quantile(sorted, 0.25);
        double third = quantile(sorted, 0.75);
        double lowFence = first - FENCE * (third - first);
        double highFence = third + FENCE * (third - first);
        int outliers = (int) Arrays.stream(sorted)
                .filter(number -> number < lowFence || number > highFence)
                .count();
        return new Distribution(
                sorted[0],
                quantile(sorted, TAIL),
                quantile(sorted, 0.5),
                quantile(sorted, 1 - TAIL),
                sorted[sorted.length - 1],
                Arrays.stream(sorted).sum() / sorted.length,
                outliers,
                lowFence,
                highFence);
    }

    /**
     * Returns a quantile (Hyndman and Fan 1996, definition 7).
     *
     * @param sorted at least one number, ascending
     * @param share 0 for the least to 1 for the most
     */
    public static double quantile(double[] sorted, double share) {
        double at = (sorted.length - 1) * share;
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
