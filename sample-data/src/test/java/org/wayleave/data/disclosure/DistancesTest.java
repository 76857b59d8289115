package org.wayleave.data.disclosure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.data.table.CategoryColumn;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.table.Table;
import org.wayleave.data.utility.Estimate;

class DistancesTest {
    private static final Table TABLE = new Table(List.of(
            new NumberColumn("age", NumberColumn.Unit.WHOLE, new double[] {20, 60, Double.NaN, 40}),
            CategoryColumn.of("city", Arrays.asList("Bern", "Aix", "Bern", null))));

    @Test
    void gowersDistanceIsTheMeanOverTheColumns() {
        Distances distances = new Distances(TABLE);
        float[][] points = distances.points(TABLE);
        // The 1st and 99th percentile of three ages are the least and the middle one: a range of 20.
        assertEquals(1, distances.distance(points[0], points[1], 0, 1), 1e-6);
        assertEquals(0.5, distances.distance(points[0], points[2], 0, 1), 1e-6);
        assertEquals(0, distances.distance(points[0], points[2], 1), 1e-6);
        assertEquals(1, distances.distance(points[2], points[3], 0, 1), 1e-6);
        assertEquals(0, distances.distance(points[2], points[2], 0, 1), 1e-6);
    }

    @Test
    void levelsThatTheOriginalHasNotAreToldApart() {
        Table other = new Table(List.of(CategoryColumn.of("city", List.of("Oslo", "Rome"))));
        float[][] points = new Distances(TABLE, other).points(other);
        assertTrue(points[0][1] != points[1][1]);
        assertTrue(Float.isNaN(points[0][0]));
    }

    @Test
    void theNearestIsTheFirstOfSeveral() {
        Distances distances = new Distances(TABLE);
        float[][] points = distances.points(TABLE);
        assertEquals(0, distances.nearest(points[2], points, 1));
        assertEquals(-1, distances.nearest(points[2], new float[0][], 1));
    }

    @Test
    void aGuessIsRightWithinATwentiethOfTheRange() {
        Distances distances = new Distances(TABLE);
        assertTrue(distances.hits(0.5f, 0.54f, 0));
        assertFalse(distances.hits(0.5f, 0.56f, 0));
        assertTrue(distances.hits(1, 1, 1));
        assertFalse(distances.hits(1, 0, 1));
        assertTrue(distances.hits(Float.NaN, Float.NaN, 1));
        assertFalse(distances.hits(Float.NaN, 0, 1));
    }

    @Test
    void recordsWithTheSameNearestPersonSpeakOnce() {
        Distances distances = new Distances(TABLE);
        float[] near = {0, 0};
        float[] far = {1, 1};
        // Nine of ten records lie by one member: 100 / 82 effective records, of which nine tenths are closer.
        float[][] released = new float[10][];
        Arrays.fill(released, near);
        released[9] = far;
        Estimate share = Closeness.share(
                distances, released, new float[][] {near}, new float[][] {far}, Estimate.Z, () -> false);
        assertEquals(Estimate.share(0.9 * 100 / 82, 100.0 / 82).low(), share.low(), 1e-12);
        assertEquals(0.9, share.value(), 1e-12);
    }

    @Test
    void copiesAreCountedValueByValue() {
        Distances distances = new Distances(TABLE);
        float[][] points = distances.points(TABLE);
        assertEquals(1, Closeness.copies(points, points).value());
        assertEquals(
                0.25,
                Closeness.copies(points, new float[][] {points[2].clone()}).value());
    }

    @Test
    void aPredicateThatFitsOneRecordSinglesOut() {
        // One record alone is in Aix; with a single column, only it can be singled out.
        Table cities = new Table(List.of(CategoryColumn.of("city", List.of("Bern", "Bern", "Aix", "Bern"))));
        Distances distances = new Distances(cities);
        float[][] points = distances.points(cities);
        SinglingOut attack = new SinglingOut(distances, points, 1, () -> false);
        assertEquals(1, attack.attacks());
        assertEquals(1, attack.hits(points));
        assertEquals(0, attack.hits(new float[][] {points[0], points[1]}));
        assertEquals(0, attack.hits(new float[][] {points[2], points[2]}));
        assertArrayEquals(new float[] {0}, points[2]);
    }
}
