package org.wayleave.data.utility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.wayleave.data.random.Draws;
import org.wayleave.data.table.CategoryColumn;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.table.Table;

/**
 * Compares a table with the original it stands for, on three levels.
 *
 * <ul>
 *   <li>Each column: the Kolmogorov–Smirnov distance of numbers, the total variation distance of categories. One less the distance is
 *       the column shape of SDMetrics; here missing values are a level of a category, and the 30 most frequent levels of the original
 *       stand alone while the others are one.
 *   <li>Each pair of columns: one less half the difference of Pearson's correlations where both are numbers, otherwise one less the
 *       total variation distance of the joint table, in which numbers are in ten classes by quantiles of the original (SDMetrics:
 *       correlation and contingency similarity).
 *   <li>What models learn: a logistic regression that learned from the table against one that learned from the original, both tested
 *       on original rows that neither saw, by the area under the curve (train on synthetic, test on real: Esteban, Hyland and Rätsch,
 *       "Real-valued medical time series generation with recurrent conditional GANs", 2017).
 * </ul>
 */
public final class UtilityCheck {
    private static final int MOST_ROWS = 5_000;
    private static final int MOST_COLUMNS = 40;
    private static final int REPLICATES = 100;
    private static final int CLASSES = 10;
    private static final int MOST_TARGETS = 5;
    private static final double TESTED = 0.3;
    private static final double RIDGE = 1;
    private static final int LEAST_CASES = 20;

    private final long seed;

    /** Makes a check; the seed draws the rows that are looked at and the resamples of intervals. */
    public UtilityCheck(long seed) {
        this.seed = seed;
    }

    /**
     * Compares. Of either table at most 5,000 rows are looked at, and at most 40 columns.
     *
     * @param there the table that stands for the original
     * @param original the original
     * @param cancelled asked now and then
     * @throws CancellationException once cancelled
     */
    public UtilityReport compare(Table there, Table original, BooleanSupplier cancelled) {
        Table a = original.sample(MOST_ROWS, seed);
        Table b = there.sample(MOST_ROWS, seed + 1);
        List<String> shared = new ArrayList<>();
        List<String> unshared = new ArrayList<>();
        for (Column column : a.columns()) {
            Column other = b.column(column.name());
            boolean same = other != null && other.getClass().equals(column.getClass());
            (same && shared.size() < MOST_COLUMNS ? shared : unshared).add(column.name());
        }
        for (Column column : b.columns()) {
            if (a.column(column.name()) == null) {
                unshared.add(column.name());
            }
        }
        if (shared.isEmpty()) {
            return new UtilityReport(
                    List.of(), List.of(), new Estimate(0, 0, 1), List.of(), unshared, a.rows(), b.rows());
        }
        Table left = only(a, shared);
        Table right = only(b, shared);
        PairTables pairs = new PairTables(left, right, CLASSES);
        List<ShapeMatch> shapes = new ArrayList<>();
        List<double[]> distances = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        for (int i = 0; i < REPLICATES; i++) {
            stop(cancelled);
            int[] rows = resample(left.rows(), i, 0);
            int[] others = resample(right.rows(), i, 1);
            distances.add(pairs.distances(rows, others));
            means.add(pairs.meanSimilarity(rows, others));
        }
        int[] all = all(left.rows());
        int[] allThere = all(right.rows());
        double[] observed = pairs.distances(all, allThere);
        for (int i = 0; i < shared.size(); i++) {
            shapes.add(shape(left.columns().get(i), right.columns().get(i), observed[i], at(distances, i)));
        }
        double mean = pairs.meanSimilarity(all, allThere);
        return new UtilityReport(
                shapes,
                pairs.matches(all, allThere),
                reversed(mean, means.stream().mapToDouble(Double::doubleValue).toArray()),
                predictions(left, right, cancelled),
                unshared,
                left.rows(),
                right.rows());
    }

    private static void stop(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the comparison was cancelled");
        }
    }

    private static ShapeMatch shape(Column original, Column there, double observed, double[] replicates) {
        boolean numbers = original instanceof NumberColumn;
        Estimate distance = reversed(observed, replicates);
        if (original instanceof NumberColumn first && there instanceof NumberColumn second) {
            double[] x = first.sortedPresent();
            double[] y = second.sortedPresent();
            distance = x.length == 0 || y.length == 0
                    ? new Estimate(x.length == y.length ? 0 : 1, 0, 1)
                    : DistributionDistance.of(x, y);
        }
        return new ShapeMatch(
                original.name(), numbers ? "KS" : "TV", distance, original.missingShare(), there.missingShare());
    }

    private List<Prediction> predictions(Table original, Table there, BooleanSupplier cancelled) {
        Table.Parts parts = original.split(TESTED, seed + 2);
        List<Prediction> predictions = new ArrayList<>();
        for (Column column : original.columns()) {
            if (predictions.size() == MOST_TARGETS || original.columns().size() < 2) {
                break;
            }
            stop(cancelled);
            Target target = Target.of(column);
            boolean[] tested = target.of(parts.held());
            boolean[] learned = target.of(parts.kept());
            boolean[] learnedThere = target.of(there);
            if (enough(tested) && enough(learned) && enough(learnedThere)) {
                predictions.add(new Prediction(
                        column.name(),
                        target.words(),
                        area(there, learnedThere, parts.held(), tested, column.name()),
                        area(parts.kept(), learned, parts.held(), tested, column.name()),
                        parts.held().rows()));
            }
        }
        return predictions;
    }

    private static boolean enough(boolean[] labels) {
        int yes = 0;
        for (boolean label : labels) {
            yes += label ? 1 : 0;
        }
        return yes >= LEAST_CASES && labels.length - yes >= LEAST_CASES;
    }

    private static Estimate area(Table learned, boolean[] labels, Table tested, boolean[] truth, String target) {
        FeatureRows features = new FeatureRows(learned, target);
        LogisticRegression model = LogisticRegression.fit(features.of(learned), labels, RIDGE);
        double[][] rows = features.of(tested);
        double[] positives = new double[rows.length];
        double[] negatives = new double[rows.length];
        int p = 0;
        int n = 0;
        for (int i = 0; i < rows.length; i++) {
            double score = model.logOdds(rows[i]);
            if (truth[i]) {
                positives[p++] = score;
            } else {
                negatives[n++] = score;
            }
        }
        return RocArea.of(Arrays.copyOf(positives, p), Arrays.copyOf(negatives, n));
    }

    /** Whether a row has the most frequent level, or a number above the median. */
    private record Target(String column, String words, String level, double above) {
        static Target of(Column column) {
            return switch (column) {
                case CategoryColumn categories -> {
                    int[] counts = categories.counts();
                    int most = 0;
                    for (int i = 1; i < counts.length; i++) {
                        most = counts[i] > counts[most] ? i : most;
                    }
                    String level = counts.length == 0 ? "" : categories.levels().get(most);
                    yield new Target(column.name(), column.name() + " is " + level, level, 0);
                }
                case NumberColumn numbers -> {
                    double[] sorted = numbers.sortedPresent();
                    double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
                    yield new Target(column.name(), column.name() + " is above its median", "", median);
                }
            };
        }

        boolean[] of(Table table) {
            Column found = table.column(column);
            boolean[] labels = new boolean[table.rows()];
            for (int row = 0; row < labels.length; row++) {
                labels[row] = found instanceof NumberColumn numbers
                        ? numbers.value(row) > above
                        : found != null
                                && !found.missing(row)
                                && found.text(row).equals(level);
            }
            return labels;
        }
    }

    private static Table only(Table table, List<String> names) {
        return new Table(table.columns().stream()
                .filter(column -> names.contains(column.name()))
                .sorted((x, y) -> names.indexOf(x.name()) - names.indexOf(y.name()))
                .toList());
    }

    /** The basic bootstrap interval (Davison and Hinkley 1997), which takes back the upward bias of a resampled distance. */
    private static Estimate reversed(double measured, double[] replicates) {
        double observed = Math.clamp(measured, 0, 1);
        if (replicates.length == 0) {
            return new Estimate(observed, 0, 1);
        }
        double[] sorted = replicates.clone();
        Arrays.sort(sorted);
        double low = 2 * observed - sorted[(int) Math.floor(0.975 * (sorted.length - 1) + 0.5)];
        double high = 2 * observed - sorted[(int) Math.floor(0.025 * (sorted.length - 1) + 0.5)];
        // The bias of a distance near 0 may push the interval past what was observed; it is never left out.
        return new Estimate(
                observed, Math.clamp(Math.min(low, observed), 0, 1), Math.clamp(Math.max(high, observed), 0, 1));
    }

    private static double[] at(List<double[]> rows, int i) {
        return rows.stream().mapToDouble(row -> row[i]).toArray();
    }

    private int[] resample(int rows, int replicate, int side) {
        long key = Draws.key(seed, replicate, Draws.hash("bootstrap"), side);
        int[] drawn = new int[rows];
        for (int i = 0; i < rows; i++) {
            drawn[i] = Draws.below(key, i, rows);
        }
        return drawn;
    }

    private static int[] all(int rows) {
        int[] all = new int[rows];
        for (int i = 0; i < rows; i++) {
            all[i] = i;
        }
        return all;
    }
}
