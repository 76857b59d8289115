package org.wayleave.data.disclosure;

import java.util.ArrayList;
import java.util.List;
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
    private record Scale(boolean number, double low, double range, List<String> levels) {}

    Distances(Table original) {
        for (Column column : original.columns()) {
            columns.add(column.name());
            switch (column) {
                case NumberColumn numbers -> {
                    double[] sorted = numbers.sortedPresent();
                    double low = sorted.length == 0 ? 0 : sorted[(int) (0.01 * (sorted.length - 1))];
                    double high = sorted.length == 0 ? 0 : sorted[(int) (0.99 * (sorted.length - 1))];
                    scales.add(new Scale(true, low, high > low ? high - low : 1, List.of()));
                }
                case CategoryColumn categories -> scales.add(new Scale(false, 0, 1, categories.levels()));
            }
        }
    }

    int width() {
        return columns.size();
    }

    /** Returns the rows as points; levels that the original has not are all one level more. */
    float[][] points(Table table) {
        float[][] points = new float[table.rows()][columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            Column column = table.column(columns.get(i));
            Scale scale = scales.get(i);
            int[] codes = new int[0];
            if (column instanceof CategoryColumn categories) {
                codes = categories.levels().stream()
                        .mapToInt(level -> {
                            int at = scale.levels().indexOf(level);
                            return at < 0 ? scale.levels().size() : at;
                        })
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
        float sum = 0;
        for (int i : over) {
            boolean none = Float.isNaN(a[i]);
            if (none || Float.isNaN(b[i])) {
                sum += none == Float.isNaN(b[i]) ? 0 : 1;
            } else if (scales.get(i).number()) {
                sum += Math.min(1, Math.abs(a[i] - b[i]));
            } else {
                sum += a[i] == b[i] ? 0 : 1;
            }
        }
        return over.length == 0 ? 0 : sum / over.length;
    }

    /** Returns the position of the nearest point, the first of several; -1 among none. */
    int nearest(float[] point, float[][] among, int... over) {
        int best = -1;
        float least = Float.POSITIVE_INFINITY;
        for (int i = 0; i < among.length; i++) {
            float distance = distance(point, among[i], over);
            if (distance < least) {
                least = distance;
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
