package org.wayleave.data.quality.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.quality.Distribution;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.utility.Estimate;

/** Profiles columns of numbers. */
final class NumberProfiles {
    private static final double[] SHARES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};
    private static final double FENCE = 3;
    private static final int CLASSES = 24;
    private static final int GRAINS = 200;

    private NumberProfiles() {}

    static NumberProfile of(NumberColumn column) {
        double[] sorted = column.sortedPresent();
        int distinct = 0;
        List<FrequentValue> frequent = new ArrayList<>();
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            distinct++;
            if (to - from >= TableProfile.LEAST) {
                frequent.add(new FrequentValue(NumberColumn.text(column.unit(), sorted[from]), to - from));
            }
            from = to;
        }
        frequent.sort(Comparator.comparingInt((FrequentValue value) -> -value.rows()));
        boolean enough = sorted.length >= TableProfile.LEAST;
        boolean whole = column.unit() != NumberColumn.Unit.NUMBER;
        double low = enough ? Distribution.quantile(sorted, SHARES[0]) : 0;
        double high = enough ? Distribution.quantile(sorted, SHARES[SHARES.length - 1]) : 0;
        Grain grain = Grain.atLeast(high > low ? high / GRAINS - low / GRAINS : Math.abs(high) / GRAINS, whole);
        double mean = enough ? mean(sorted) : Double.NaN;
        return new NumberProfile(
                column.name(),
                column.unit(),
                column.rows(),
                column.rows() - sorted.length,
                distinct,
                quantiles(sorted, grain),
                mean,
                enough ? deviation(sorted, mean) : Double.NaN,
                enough ? histogram(sorted, low, high, whole) : List.of(),
                enough ? outliers(sorted, grain) : null,
                frequent.subList(0, Math.min(TableProfiler.MOST_FREQUENT, frequent.size())));
    }

    private static List<Quantile> quantiles(double[] sorted, Grain grain) {
        List<Quantile> quantiles = new ArrayList<>();
        for (double share : SHARES) {
            if (Math.min(share, 1 - share) * sorted.length >= TableProfile.LEAST) {
                quantiles.add(new Quantile(share, grain.round(Distribution.quantile(sorted, share))));
            }
        }
        return quantiles;
    }

    private static double mean(double[] sorted) {
        double mean = 0;
        for (int i = 0; i < sorted.length; i++) {
            mean += (sorted[i] - mean) / (i + 1);
        }
        return mean;
    }

    private static double deviation(double[] sorted, double mean) {
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (sorted.length - 1));
    }

    private static @Nullable Outliers outliers(double[] sorted, Grain grain) {
        double first = Distribution.quantile(sorted, 0.25);
        double third = Distribution.quantile(sorted, 0.75);
        if (third == first) {
            return null;
        }
        double lowFence = first - FENCE * (third - first);
        double highFence = third + FENCE * (third - first);
        int below = 0;
        int above = 0;
        for (double value : sorted) {
            below += value < lowFence ? 1 : 0;
            above += value > highFence ? 1 : 0;
        }
        return new Outliers(
                grain.round(lowFence),
                grain.round(highFence),
                below,
                above,
                Estimate.share(below + above, sorted.length));
    }

    /**
     * Classes of one width between the first and the last percentile, and an open one on either side; classes with too few rows
     * are joined with the next, so that every class has none or enough.
     */
    private static List<Bin> histogram(double[] sorted, double low, double high, boolean whole) {
        double length = high > low ? high / CLASSES - low / CLASSES : Math.abs(high) / CLASSES;
        // Steps that do not change a number of this size would never reach the end.
        Grain width = Grain.atLeast(Math.max(length, 16 * Math.ulp(Math.max(Math.abs(low), Math.abs(high)))), whole);
        double first = width.floor(low);
        List<Double> edges = new ArrayList<>();
        edges.add(Double.NEGATIVE_INFINITY);
        long begun = Math.round(first / width.step());
        double last = width.above(high);
        for (long i = begun; width.times((double) i) < last; i++) {
            edges.add(width.times((double) i));
        }
        edges.add(last);
        edges.add(Double.POSITIVE_INFINITY);
        List<Bin> bins = new ArrayList<>();
        int at = 0;
        int from = 0;
        int rows = 0;
        for (int i = 1; i < edges.size(); i++) {
            while (at < sorted.length && (sorted[at] < edges.get(i) || i == edges.size() - 1)) {
                at++;
                rows++;
            }
            if (rows == 0 || rows >= TableProfile.LEAST) {
                bins.add(new Bin(edges.get(from), edges.get(i), i - from, rows));
                from = i;
                rows = 0;
            }
        }
        // What is left at the high end has too few rows of its own: it goes to the last class that has some.
        while (rows > 0) {
            Bin before = bins.removeLast();
            rows += before.rows();
            from -= before.steps();
            if (rows >= TableProfile.LEAST) {
                bins.add(new Bin(edges.get(from), Double.POSITIVE_INFINITY, edges.size() - 1 - from, rows));
                rows = 0;
            }
        }
        return bins;
    }
}
