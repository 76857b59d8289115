package org.wayleave.data.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.wayleave.data.random.Draws;

/**
 * Conditions that fit one record of the table only are tried on people; where they fit a single person, that person is singled out.
 * Each predicate takes three columns of a record drawn by chance: a category, or a number on its side of the median (the
 * multivariate attack of Giomi and others, section 4.1).
 */
final class SinglingOut {
    private static final int ATTACKS = 1_000;
    private static final int TRIES = 20;
    private static final int CONDITIONS = 3;

    private final List<List<Condition>> predicates = new ArrayList<>();

    /** A condition on one column: the same level, or a number on one side of a value; NaN asks for a missing value. */
    private record Condition(int column, float value, int side) {
        boolean fits(float[] point) {
            float there = point[column];
            if (Float.isNaN(value)) {
                return Float.isNaN(there);
            }
            return side == 0 ? there == value : side > 0 ? there >= value : there <= value;
        }
    }

    /** Finds predicates, each once, that fit one record of the table only. */
    SinglingOut(Distances distances, float[][] released, long seed, BooleanSupplier cancelled) {
        float[] medians = new float[distances.width()];
        for (int i = 0; i < medians.length; i++) {
            medians[i] = median(released, i);
        }
        Set<List<Condition>> tried = new HashSet<>();
        int conditions = Math.min(CONDITIONS, distances.width());
        for (int attempt = 0; attempt < ATTACKS * TRIES && predicates.size() < ATTACKS; attempt++) {
            if (attempt % 256 == 0) {
                DisclosureCheck.stop(cancelled);
            }
            long key = Draws.key(seed, attempt, Draws.hash("singling-out"), 0);
            float[] record = released[Draws.below(key, 0, released.length)];
            List<Condition> predicate = new ArrayList<>();
            for (int column : chosen(key, conditions, distances.width())) {
                int side = distances.number(column) ? (record[column] > medians[column] ? 1 : -1) : 0;
                predicate.add(new Condition(column, record[column], side));
            }
            predicate.sort(Comparator.comparingInt(Condition::column));
            if (tried.add(predicate) && single(predicate, released)) {
                predicates.add(predicate);
            }
        }
    }

    /** Returns the number of predicates. */
    int attacks() {
        return predicates.size();
    }

    /** Returns how many predicates fit exactly one of some people. */
    int hits(float[][] people) {
        return (int) predicates.parallelStream()
                .filter(predicate -> single(predicate, people))
                .count();
    }

    private static boolean single(List<Condition> predicate, float[][] points) {
        int matches = 0;
        for (float[] point : points) {
            boolean fits = true;
            for (int i = 0; i < predicate.size() && fits; i++) {
                fits = predicate.get(i).fits(point);
            }
            matches += fits ? 1 : 0;
            if (matches > 1) {
                return false;
            }
        }
        return matches == 1;
    }

    private static float median(float[][] points, int column) {
        float[] values = new float[points.length];
        int present = 0;
        for (float[] point : points) {
            if (!Float.isNaN(point[column])) {
                values[present++] = point[column];
            }
        }
        Arrays.sort(values, 0, present);
        return present == 0 ? 0 : values[present / 2];
    }

    private static int[] chosen(long key, int count, int of) {
        int[] all = IntStream.range(0, of).toArray();
        for (int i = 0; i < count; i++) {
            int j = i + Draws.below(key, i + 1, of - i);
            int swapped = all[i];
            all[i] = all[j];
            all[j] = swapped;
        }
        return Arrays.copyOf(all, count);
    }
}
