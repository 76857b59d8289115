package org.wayleave.data.utility;

import java.util.Arrays;

/** The greatest distance between two empirical distribution functions (Kolmogorov 1933, Smirnov 1948). */
public final class KolmogorovSmirnov {
    private static final double ALPHA = 0.05;

    private KolmogorovSmirnov() {}

    /**
     * The distance with an interval around the distance of the two populations. The interval takes from the
     * Dvoretzky–Kiefer–Wolfowitz inequality with Massart's constant ("The tight constant in the DKW inequality", Annals of
     * Probability 1990) how far each empirical function may lie from its own, so that it covers whatever the distributions are.
     *
     * @param first at least one number, none NaN
     * @param second at least one number, none NaN
     */
    public static Estimate distance(double[] first, double[] second) {
        double[] a = first.clone();
        double[] b = second.clone();
        if (a.length == 0 || b.length == 0) {
            throw new IllegalArgumentException("both samples need a number");
        }
        Arrays.sort(a);
        Arrays.sort(b);
        double distance = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double at = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= at) {
                i++;
            }
            while (j < b.length && b[j] <= at) {
                j++;
            }
            distance = Math.max(distance, Math.abs((double) i / a.length - (double) j / b.length));
        }
        double margin = margin(a.length) + margin(b.length);
        return new Estimate(distance, Math.max(0, distance - margin), Math.min(1, distance + margin));
    }

    private static double margin(int n) {
        return Math.sqrt(Math.log(4 / ALPHA) / (2.0 * n));
    }
}
