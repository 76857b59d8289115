package org.wayleave.data.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wayleave.data.table.CategoryColumn;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.table.Table;

/**
 * Records as points, with the distance of Gower ("A general coefficient of similarity and some of its properties", Biometrics
 * 1971): over the columns, the mean of the difference of numbers by their range, and of 0 or 1 for texts. Numbers are scaled by the
 * range between the 1st and 99th percentile of the original.
 */
final class Distances {
    private static final float ABSENT = Float.NaN;

    private final List<String> columns = new ArrayList<>();
    private final List<Scale> scales = new ArrayList<>();

    /** How values of a column become numbers. */
    private record Scale(boolean number, double low, double range, Map<String, Integer> codes) {}

    /**
     * Learns ranges and levels.
     *
     * @param original whose columns span the space
     * @param others tables with the same columns, for levels that the original has not
     */
    Distances(Table original, Table... others) {
        for (Column column : original.columns()) {
            columns.add(column.name());
            switch (column) {
                case NumberColumn numbers -> {
                    double[] sorted = numbers.sortedPresent();
                    double low = sorted.length == 0 ? 0 : sorted[(int) (0.01 * (sorted.length - 1))];
                    double high = sorted.length == 0 ? 0 : sorted[(int) (0.99 * (sorted.length - 1))];
                    scales.add(new Scale(true, low, high > low ? high - low : 1, Map.of()));
                }
                case CategoryColumn categories -> {
                    Map<String, Integer> codes = new HashMap<>();
                    categories.levels().forEach(level -> codes.put(level, codes.size()));
                    for (Table other : others) {
                        if (other.column(column.name()) instanceof CategoryColumn there) {
                            there.levels().forEach(level -> codes.putIfAbsent(level, codes.size()));
                        }
                    }
                    scales.add(new Scale(false, 0, 1, Map.copyOf(codes)));
                }
            }
        }
    }

    int width() {
        return columns.size();
    }

    /** Returns the rows as points; a column that a table has not is missing everywhere. */
    float[][] points(Table table) {
        float[][] points = new float[table.rows()][columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            Column column = table.column(columns.get(i));
            Scale scale = scales.get(i);
            int[] codes = new int[0];
            if (column instanceof CategoryColumn categories) {
                codes = categories.levels().stream()
                        .mapToInt(level ->
                                scale.codes().getOrDefault(level, scale.codes().size()))
                        .toArray();
            }
            for (int row = 0; row < points.length; row++) {
                points[row][i] = column == null || column.missing(row)
                        ? ABSENT
                        : switch (column) {
                            case NumberColumn numbers -> (float) ((numbers.value(row) - scale.low()) / scale.range());
                            case CategoryColumn categories -> codes[categories.code(row)];
                        };
            }
        }
        return points;
    }

    /** Returns the distance over some columns, 0 to 1. */
    float distance(float[] a, float[] b, int... over) {
        return over.length == 0 ? 0 : sum(a, b, Float.POSITIVE_INFINITY, over) / over.length;
    }

    /** Sums over some columns, and stops once the sum is not below a limit. */
    private float sum(float[] a, float[] b, float limit, int... over) {
        float sum = 0;
        for (int i : over) {
            if (sum >= limit) {
                return sum;
            }
            boolean none = Float.isNaN(a[i]);
            if (none || Float.isNaN(b[i])) {
                sum += none == Float.isNaN(b[i]) ? 0 : 1;
            } else if (scales.get(i).number()) {
                sum += Math.min(1, Math.abs(a[i] - b[i]));
            } else {
                sum += a[i] == b[i] ? 0 : 1;
            }
        }
        return sum;
    }

    /** Returns the position of the nearest point, the first of several; -1 among none. */
    int nearest(float[] point, float[][] among, int... over) {
        int best = -1;
        float least = Float.POSITIVE_INFINITY;
        for (int i = 0; i < among.length; i++) {
            float sum = sum(point, among[i], least, over);
            if (sum < least) {
                least = sum;
                best = i;
            }
        }
        return best;
    }

    /** Returns the distance to the nearest point. */
    float toNearest(float[] point, float[][] among, int... over) {
        int nearest = nearest(point, among, over);
        return nearest < 0 ? 1 : distance(point, among[nearest], over);
    }

    /** Returns whether a guess of a value is right: the same level, or a number within a twentieth of the range. */
    boolean hits(float guess, float truth, int column) {
        if (Float.isNaN(guess) || Float.isNaN(truth)) {
            return Float.isNaN(guess) && Float.isNaN(truth);
        }
        return scales.get(column).number() ? Math.abs(guess - truth) <= 0.05f : guess == truth;
    }

    boolean number(int column) {
        return scales.get(column).number();
    }

    String name(int column) {
        return columns.get(column);
    }
}
