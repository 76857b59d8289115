package org.wayleave.data.utility;

import org.wayleave.data.random.Normal;

/**
 * An estimate with an interval, of 95 per cent where nothing else is said.
 *
 * @param value the estimate, from {@code low} to {@code high}
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record Estimate(double value, double low, double high) {
    /** Normal quantile of a two-sided interval of 95 per cent. */
    public static final double Z = 1.959963984540054;

    /** Checks the order. */
    public Estimate {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(value + " does not lie between " + low + " and " + high);
        }
    }

    /**
     * Normal quantile for several intervals that hold together with at least 95 per cent (Bonferroni).
     *
     * @param intervals how many, 1 or more
     */
    public static double together(int intervals) {
        return intervals == 1 ? Z : Normal.quantile(1 - 0.025 / intervals);
    }

    /**
     * A share with its interval by Wilson ("Probable inference, the law of succession, and statistical inference", JASA 1927).
     *
     * @param hits 0 to {@code of}
     * @param of 0 gives the share 0 between 0 and 1
     */
    public static Estimate share(double hits, double of) {
        return share(hits, of, Z);
    }

    /**
     * A share with its interval by Wilson at a level of one's own.
     *
     * @param hits 0 to {@code of}; both may be effective numbers, which need not be whole
     * @param of 0 gives the share 0 between 0 and 1
     * @param z normal quantile of the two-sided interval, such as {@link #Z} or {@link #together}
     */
    public static Estimate share(double hits, double of, double z) {
        if (of == 0) {
            return new Estimate(0, 0, 1);
        }
        double p = hits / of;
        double square = z * z;
        double middle = (p + square / (2 * of)) / (1 + square / of);
        double half = z / (1 + square / of) * Math.sqrt(p * (1 - p) / of + square / (4 * of * of));
        return new Estimate(
                p, hits == 0 ? 0 : Math.clamp(middle - half, 0, p), hits == of ? 1 : Math.clamp(middle + half, p, 1));
    }

    /** Returns the middle of the interval. */
    public double middle() {
        return (high + low) / 2;
    }

    /** Returns half the width. */
    public double half() {
        return (high - low) / 2;
    }
}
