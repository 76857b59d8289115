package org.wayleave.data.utility;

/**
 * An estimate with an interval.
 *
 * @param low lower end of the 95 per cent interval
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {
    /** Normal quantile of a two-sided interval of 95 per cent. */
    public static final double Z = 1.959963984540054;

    /**
     * A share with its interval by Wilson ("Probable inference, the law of succession, and statistical inference", JASA 1927).
     *
     * @param hits 0 to {@code of}
     * @param of 0 gives the share 0 between 0 and 1
     */
    public static Estimate share(long hits, long of) {
        if (of == 0) {
            return new Estimate(0, 0, 1);
        }
        double p = (double) hits / of;
        double square = Z * Z;
        double middle = (p + square / (2 * of)) / (1 + square / of);
        double half = Z / (1 + square / of) * Math.sqrt(p * (1 - p) / of + square / (4.0 * of * of));
        return new Estimate(p, hits == 0 ? 0 : Math.max(0, middle - half), hits == of ? 1 : Math.min(1, middle + half));
    }

    /** Returns half the width. */
    public double half() {
        return (high - low) / 2;
    }
}
