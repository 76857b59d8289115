package org.wayleave.data.quality.drift;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.wayleave.data.quality.Distribution;

/**
 * The population stability index of two samples over classes: the sum over the classes of the difference of the shares times the
 * logarithm of their ratio (Siddiqi, Credit Risk Scorecards, 2006; below 0.1 stable, above 0.25 another population). Half a row is added to
 * each class, so that an empty one has a logarithm.
 *
 * @param value 0 or more
 * @param chance the 99th percentile of the index of two samples of one population (Yurdakul, Statistical Properties of Population
 *     Stability Index, 2018: 1 / n + 1 / m times a chi-squared variable)
 */
record StabilityIndex(double value, double chance) {
    private static final double HALF = 0.5;
    private static final double CERTAIN = 0.99;
    private static final int DECILES = 10;
    private static final int FREQUENT = 10;

    /** Returns the index of numbers, each ascending, over the deciles of the earlier ones; the missing are a class of their own. */
    static StabilityIndex ofNumbers(double[] before, int missingBefore, double[] after, int missingAfter) {
        double[] edges = new double[before.length == 0 ? 0 : DECILES - 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = Distribution.quantile(before, (i + 1.0) / DECILES);
        }
        double[] different = Arrays.stream(edges).distinct().toArray();
        int[] first = new int[different.length + 2];
        int[] second = new int[different.length + 2];
        count(before, different, first);
        count(after, different, second);
        first[first.length - 1] = missingBefore;
        second[second.length - 1] = missingAfter;
        return of(first, second);
    }

    private static void count(double[] numbers, double[] edges, int... classes) {
        for (double number : numbers) {
            int at = Arrays.binarySearch(edges, number);
            classes[at < 0 ? -at - 1 : at]++;
        }
    }

    /** Returns the index of texts; rare ones of the earlier table are one class, the missing another. */
    static StabilityIndex ofTexts(LevelCounts counts, int missingBefore, int missingAfter) {
        int[] first = new int[counts.size() + 2];
        int[] second = new int[counts.size() + 2];
        for (int level = 0; level < counts.size(); level++) {
            int at = counts.before(level) >= FREQUENT ? level : counts.size();
            first[at] += counts.before(level);
            second[at] += counts.after(level);
        }
        first[first.length - 1] = missingBefore;
        second[second.length - 1] = missingAfter;
        return of(first, second);
    }

    /**
     * Returns the index.
     *
     * @param before rows of each class before, in all at least one
     * @param after rows of each class after, as many classes, in all at least one
     */
    static StabilityIndex of(int[] before, int[] after) {
        int classes = 0;
        for (int i = 0; i < before.length; i++) {
            classes += before[i] + after[i] > 0 ? 1 : 0;
        }
        double n = Arrays.stream(before).asLongStream().sum();
        double m = Arrays.stream(after).asLongStream().sum();
        double value = 0;
        for (int i = 0; i < before.length; i++) {
            if (before[i] + after[i] > 0) {
                double p = (before[i] + HALF) / (n + HALF * classes);
                double q = (after[i] + HALF) / (m + HALF * classes);
                value += (q - p) * Math.log(q / p);
            }
        }
        double chance = classes < 2
                ? 0
                : (1 / n + 1 / m) * new ChiSquaredDistribution(classes - 1).inverseCumulativeProbability(CERTAIN);
        return new StabilityIndex(value, chance);
    }
}
