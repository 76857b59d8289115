package org.wayleave.data.utility;

import java.util.Arrays;

/** The area under a receiver operating characteristic, the probability of Mann and Whitney: how often a positive case has a higher score than a negative one. */
public final class RocArea {
    private RocArea() {}

    /**
     * The area, ties counting half, with its interval by Hanley and McNeil ("The meaning and use of the area under a ROC curve",
     * Radiology 1982).
     *
     * @param positives scores of positive cases, none NaN
     * @param negatives scores of negative cases, none NaN
     * @return 0.5 between 0 and 1 where one of the kinds is missing
     */
    public static Estimate of(double[] positives, double[] negatives) {
        return of(positives, negatives, Estimate.Z);
    }

    /**
     * The area with an interval at a level of one's own.
     *
     * @param z normal quantile of the two-sided interval
     */
    public static Estimate of(double[] positives, double[] negatives, double z) {
        int n = positives.length;
        int m = negatives.length;
        if (n == 0 || m == 0) {
            return new Estimate(0.5, 0, 1);
        }
        double[] sorted = negatives.clone();
        Arrays.sort(sorted);
        double wins = 0;
        for (double score : positives) {
            int below = lower(sorted, score, false);
            wins += below + (lower(sorted, score, true) - below) / 2.0;
        }
        double area = wins / n / m;
        double q1 = area / (2 - area);
        double q2 = 2 * area * area / (1 + area);
        double variance = (area * (1 - area) + (n - 1) * (q1 - area * area) + (m - 1) * (q2 - area * area)) / n / m;
        double half = z * Math.sqrt(Math.max(0, variance));
        return new Estimate(area, Math.max(0, area - half), Math.min(1, area + half));
    }

    /** Returns how many of the sorted numbers are below one, or at most one. */
    private static int lower(double[] sorted, double value, boolean orEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
