package org.wayleave.data.disclosure;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.wayleave.data.utility.Estimate;

/**
 * Whether records of the table lie closer to people of the original than to as many held out (Platzer and Reutterer, "Holdout-based
 * empirical assessment of mixed-type synthetic data", Frontiers in Big Data 2021). Records as far from both are not counted.
 *
 * <p>Records that have the same nearest person speak together: the number behind the interval is the effective one of Kish
 * (1965), the square of the sum of the records by nearest person over the sum of their squares.
 */
final class Closeness {
    private static final int STRIDE = 512;

    private Closeness() {}

    /** Returns the share that is closer to the original. */
    static Estimate share(
            Distances distances,
            float[][] released,
            float[][] members,
            float[][] others,
            double z,
            BooleanSupplier cancelled) {
        int[] all = IntStream.range(0, distances.width()).toArray();
        int[] byMember = new int[members.length];
        int[] byOther = new int[others.length];
        for (int from = 0; from < released.length; from += STRIDE) {
            DisclosureCheck.stop(cancelled);
            int[] winners = IntStream.range(from, Math.min(from + STRIDE, released.length))
                    .parallel()
                    .map(i -> winner(distances, released[i], members, others, all))
                    .toArray();
            for (int winner : winners) {
                if (winner > 0) {
                    byMember[winner - 1]++;
                } else if (winner < 0) {
                    byOther[-winner - 1]++;
                }
            }
        }
        double closer = 0;
        double decided = 0;
        double squares = 0;
        for (int count : byMember) {
            closer += count;
            decided += count;
            squares += (double) count * count;
        }
        for (int count : byOther) {
            decided += count;
            squares += (double) count * count;
        }
        if (decided == 0) {
            return new Estimate(0.5, 0, 1);
        }
        double effective = decided * decided / squares;
        return Estimate.share(closer / decided * effective, effective, z);
    }

    /** Returns the position of the closest member plus 1, or less that of the closest other minus 1; 0 if both are as far. */
    private static int winner(Distances distances, float[] record, float[][] members, float[][] others, int... all) {
        int member = distances.nearest(record, members, all);
        int other = distances.nearest(record, others, all);
        float toMember = distances.distance(record, members[member], all);
        float toOther = distances.distance(record, others[other], all);
        return toMember < toOther ? member + 1 : toOther < toMember ? -other - 1 : 0;
    }

    /** Returns the share of records that are the same as one of some people. */
    static Estimate copies(float[][] released, float[][] people) {
        Set<Row> known = new HashSet<>();
        for (float[] person : people) {
            known.add(new Row(person));
        }
        int copies = 0;
        for (float[] record : released) {
            copies += known.contains(new Row(record)) ? 1 : 0;
        }
        return Estimate.share(copies, released.length);
    }

    /** A record that is equal to another with the same values. */
    @SuppressWarnings("ArrayRecordComponent") // equality is of the values, below
    private record Row(float[] values) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Row row && Arrays.equals(values, row.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }
}
