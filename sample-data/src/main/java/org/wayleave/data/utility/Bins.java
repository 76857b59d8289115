package org.wayleave.data.utility;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.wayleave.data.table.CategoryColumn;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.NumberColumn;

/** Puts the values of a column into few classes, the last for missing values. Immutable. */
final class Bins {
    private static final int MOST_LEVELS = 30;

    private final double[] edges;
    private final Map<String, Integer> levels;
    private final int count;

    private Bins(double[] edges, Map<String, Integer> levels, int count) {
        this.edges = edges;
        this.levels = levels;
        this.count = count;
    }

    /**
     * Makes classes by a column: numbers by its quantiles, levels by their frequency, the rarest together.
     *
     * @param most most classes of numbers
     */
    static Bins of(Column column, int most) {
        return switch (column) {
            case NumberColumn numbers -> {
                double[] sorted = numbers.sortedPresent();
                double[] cuts = new double[most - 1];
                for (int i = 1; i < most; i++) {
                    cuts[i - 1] = sorted.length == 0 ? 0 : sorted[(int) ((long) sorted.length * i / most)];
                }
                double[] different = Arrays.stream(cuts).distinct().toArray();
                yield new Bins(different, Map.of(), different.length + 2);
            }
            case CategoryColumn categories -> {
                int[] counts = categories.counts();
                Map<String, Integer> frequent = new HashMap<>();
                java.util.stream.IntStream.range(0, counts.length)
                        .boxed()
                        .sorted((a, b) -> counts[a] != counts[b] ? counts[b] - counts[a] : a - b)
                        .limit(MOST_LEVELS)
                        .forEach(level -> frequent.put(categories.levels().get(level), frequent.size()));
                // One class for rare and unknown levels, one for missing values.
                yield new Bins(new double[0], frequent, frequent.size() + 2);
            }
        };
    }

    /** Returns the number of classes. */
    int count() {
        return count;
    }

    /** Returns the class of each row, 0 to {@link #count()} - 1; a column of the other kind has all values missing. */
    int[] of(Column column) {
        int[] classes = new int[column.rows()];
        for (int row = 0; row < classes.length; row++) {
            if (column.missing(row)) {
                classes[row] = count - 1;
            } else if (column instanceof NumberColumn numbers) {
                classes[row] = levels.isEmpty() ? classOf(numbers.value(row)) : count - 1;
            } else {
                classes[row] = levels.isEmpty() ? count - 1 : levels.getOrDefault(column.text(row), count - 2);
            }
        }
        return classes;
    }

    private int classOf(double value) {
        int at = Arrays.binarySearch(edges, value);
        return at >= 0 ? at + 1 : -at - 1;
    }
}
