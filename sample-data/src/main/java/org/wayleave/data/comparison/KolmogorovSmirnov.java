package org.wayleave.data.comparison;

import java.util.Arrays;

/** The statistic of Kolmogorov and Smirnov for two samples: the greatest distance between their distribution functions. */
public final class KolmogorovSmirnov {
    private KolmogorovSmirnov() {}

    /**
     * Returns the distance, exact also where values repeat.
     *
     * @param first at least one number, none of them NaN
     * @param second at least one number, none of them NaN
     * @return from 0 for samples with the same shares of the same values, to 1 for samples that do not overlap
     */
    public static double distance(double[] first, double[] second) {
        double[] a = sorted(first);
        double[] b = sorted(second);
        int i = 0;
        int j = 0;
        double most = 0;
        while (i < a.length && j < b.length) {
            double value = Math.min(a[i], b[j]);
            // The functions are compared only after all that equals the value, in both samples.
            while (i < a.length && a[i] == value) {
                i++;
            }
            while (j < b.length && b[j] == value) {
                j++;
            }
            most = Math.max(most, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return most;
    }

    private static double[] sorted(double[] sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("a sample needs at least one number");
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        if (Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("a sample holds a value that is no number; leave missing values out");
        }
        return sorted;
    }
}
