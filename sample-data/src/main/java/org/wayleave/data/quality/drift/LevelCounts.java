package org.wayleave.data.quality.drift;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.wayleave.data.table.CategoryColumn;
import org.wayleave.data.utility.Estimate;

/** How many rows of two tables have each text of a column, in the same order. */
final class LevelCounts {
    private static final double ALPHA = 0.05;

    private final int[] before;
    private final int[] after;

    LevelCounts(CategoryColumn before, CategoryColumn after) {
        Map<String, Integer> positions = new HashMap<>();
        before.levels().forEach(level -> positions.put(level, positions.size()));
        after.levels().forEach(level -> positions.putIfAbsent(level, positions.size()));
        this.before = new int[positions.size()];
        this.after = new int[positions.size()];
        add(before, positions, this.before);
        add(after, positions, this.after);
    }

    private static void add(CategoryColumn column, Map<String, Integer> positions, int... counts) {
        int[] own = column.counts();
        for (int level = 0; level < own.length; level++) {
            counts[positions.getOrDefault(column.levels().get(level), 0)] += own[level];
        }
    }

    int size() {
        return before.length;
    }

    int before(int level) {
        return before[level];
    }

    int after(int level) {
        return after[level];
    }

    int presentBefore() {
        return IntStream.of(before).sum();
    }

    int presentAfter() {
        return IntStream.of(after).sum();
    }

    /** Returns the number of texts that only the later table has. */
    int newLevels() {
        return (int) IntStream.range(0, size())
                .filter(level -> before[level] == 0 && after[level] > 0)
                .count();
    }

    /** Returns the rows that have one of those. */
    int newRows() {
        return IntStream.range(0, size())
                .filter(level -> before[level] == 0)
                .map(level -> after[level])
                .sum();
    }

    /**
     * The total variation distance with an interval around that of the populations. How far each sample may lie from its own
     * is at most half the root of k / n on average, and beyond that by McDiarmid's inequality ("On the method of bounded differences",
     * 1989), whatever the distributions are.
     */
    Estimate distance() {
        int n = presentBefore();
        int m = presentAfter();
        if (n == 0 || m == 0) {
            return new Estimate(n == m ? 0 : 1, 0, 1);
        }
        double distance = 0;
        int levels = 0;
        for (int level = 0; level < size(); level++) {
            distance += Math.abs((double) before[level] / n - (double) after[level] / m) / 2;
            levels += before[level] + after[level] > 0 ? 1 : 0;
        }
        double value = Math.min(1, distance);
        double margin = margin(levels, n) + margin(levels, m);
        return new Estimate(value, Math.max(0, value - margin), Math.min(1, value + margin));
    }

    private static double margin(int levels, int rows) {
        return levels < 2 ? 0 : Math.sqrt((double) levels / rows) / 2 + Math.sqrt(Math.log(2 / ALPHA) / (2.0 * rows));
    }
}
