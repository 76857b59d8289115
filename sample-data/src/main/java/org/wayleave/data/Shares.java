package org.wayleave.data;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Cumulative shares, as draws by category need them. */
final class Shares {
    private Shares() {}

    static <T> double[] cumulative(List<T> items, ToDoubleFunction<T> share) {
        return cumulative(items.stream().mapToDouble(share).toArray());
    }

    /** Returns the running sums of weights, scaled so that the last is 1. */
    static double[] cumulative(double[] weights) {
        double[] sums = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            sums[i] = sum;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= sum;
        }
        sums[sums.length - 1] = 1;
        return sums;
    }
}
