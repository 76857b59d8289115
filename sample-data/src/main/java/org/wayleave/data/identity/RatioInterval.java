package org.wayleave.data.identity;

/**
 * A ratio with its 95 % interval.
 *
 * @param value the ratio, NaN if there is nothing to divide by
 * @param low lower end
 * @param high upper end
 */
public record RatioInterval(double value, double low, double high) {
    private static final double Z = 1.959963984540054;

    /**
     * Returns the ratio of two sums over independent groups. Its variance is that of a ratio estimator over the groups
     * (Cochran, "Sampling Techniques", 1977, chapter 6); the interval is Wilson's score interval with the number of
     * observations that would have this variance, so that it stays within 0 and 1 and has a width also when the ratio is 1.
     *
     * @param numerator per group
     * @param denominator per group, 0 where a group has nothing to count
     */
    static RatioInterval of(double[] numerator, double[] denominator) {
        double y = 0;
        double x = 0;
        int groups = 0;
        for (int i = 0; i < denominator.length; i++) {
            y += numerator[i];
            x += denominator[i];
            groups += denominator[i] > 0 ? 1 : 0;
        }
        if (x == 0) {
            return new RatioInterval(Double.NaN, 0, 1);
        }
        double ratio = y / x;
        double squares = 0;
        for (int i = 0; i < denominator.length; i++) {
            double residual = numerator[i] - ratio * denominator[i];
            squares += residual * residual;
        }
        double variance = groups > 1 ? squares / (x * x) * groups / (groups - 1) : 1;
        double n = variance > 0 ? Math.min(1e12, ratio * (1 - ratio) / variance) : groups;
        return wilson(ratio, n <= 0 ? groups : n);
    }

    private static RatioInterval wilson(double p, double n) {
        double z2 = Z * Z;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return new RatioInterval(p, Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
