package org.wayleave.data.utility;

import org.wayleave.data.comparison.KolmogorovSmirnov;

/** The Kolmogorov–Smirnov distance of two samples as an estimate of that of their populations. */
public final class DistributionDistance {
    private static final double ALPHA = 0.05;

    private DistributionDistance() {}

    /**
     * The distance with an interval around the distance of the two populations. The interval takes from the
     * Dvoretzky–Kiefer–Wolfowitz inequality with Massart's constant ("The tight constant in the DKW inequality", Annals of
     * Probability 1990) how far each empirical function may lie from its own, so that it covers whatever the distributions are.
     *
     * @param first at least one number, none NaN
     * @param second at least one number, none NaN
     */
    public static Estimate of(double[] first, double[] second) {
        double distance = KolmogorovSmirnov.distance(first, second);
        double margin = margin(first.length) + margin(second.length);
        return new Estimate(distance, Math.max(0, distance - margin), Math.min(1, distance + margin));
    }

    private static double margin(int n) {
        return Math.sqrt(Math.log(4 / ALPHA) / (2.0 * n));
    }
}
