package org.wayleave.data.utility;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.wayleave.data.random.Draws;
import org.wayleave.data.table.CategoryColumn;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.table.Table;

class UtilityCheckTest {
    /** People whose spend grows with age and whose city depends on spend; {@code tied} false breaks the ties. */
    static Table people(int rows, long seed, boolean tied) {
        double[] age = new double[rows];
        double[] spend = new double[rows];
        List<String> city = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            long key = Draws.key(seed, i, 0, 0);
            double z = Draws.normal(key, 0);
            double other = tied ? z : Draws.normal(key, 3);
            age[i] = Math.rint(45 + 12 * z);
            spend[i] = 100 + 40 * other + 10 * Draws.normal(key, 1);
            city.add(other + 0.5 * Draws.normal(key, 2) > 0 ? "Bern" : "Aix");
        }
        return new Table(List.of(
                new NumberColumn("age", NumberColumn.Unit.WHOLE, age),
                new NumberColumn("spend", NumberColumn.Unit.NUMBER, spend),
                CategoryColumn.of("city", city)));
    }

    @Test
    void theDistanceOfSmallSamplesIsExact() {
        assertEquals(
                0.5,
                DistributionDistance.of(new double[] {1, 2, 3, 4}, new double[] {3, 4, 5, 6})
                        .value());
        assertEquals(
                0,
                DistributionDistance.of(new double[] {1, 1, 2}, new double[] {1, 2, 1})
                        .value());
        assertEquals(
                1, DistributionDistance.of(new double[] {1}, new double[] {2}).value());
        assertEquals(
                1.0 / 3,
                DistributionDistance.of(new double[] {1, 2, 2}, new double[] {2, 2, 2})
                        .value(),
                1e-15);
    }

    @Test
    void theIntervalOfAShareIsWilsons() {
        Estimate share = Estimate.share(15, 50);
        assertEquals(0.1910, share.low(), 5e-5);
        assertEquals(0.4375, share.high(), 5e-5);
        assertEquals(0, Estimate.share(0, 10).low());
        assertEquals(1, Estimate.share(10, 10).high());
    }

    @Test
    void intervalsThatHoldTogetherAreWider() {
        assertEquals(Estimate.Z, Estimate.together(1), 1e-12);
        // The normal quantile of 1 - 0.05 / 2 / 10, as tables give it.
        assertEquals(2.807034, Estimate.together(10), 1e-6);
        assertTrue(Estimate.share(15, 50, Estimate.together(10)).low()
                < Estimate.share(15, 50).low());
    }

    @Test
    void pairsOfFourRowsAreComparedAsByHand() {
        Table original = new Table(List.of(
                new NumberColumn("x", NumberColumn.Unit.WHOLE, new double[] {1, 2, 3, 4}),
                new NumberColumn("y", NumberColumn.Unit.WHOLE, new double[] {2, 4, 6, 8}),
                CategoryColumn.of("c", List.of("a", "a", "b", "b")),
                CategoryColumn.of("d", List.of("u", "u", "v", "v"))));
        Table there = new Table(List.of(
                new NumberColumn("x", NumberColumn.Unit.WHOLE, new double[] {1, 2, 3, 4}),
                new NumberColumn("y", NumberColumn.Unit.WHOLE, new double[] {8, 6, 4, 2}),
                CategoryColumn.of("c", List.of("a", "a", "b", "b")),
                CategoryColumn.of("d", List.of("u", "v", "v", "v"))));
        UtilityReport report = new UtilityCheck(1).compare(there, original, () -> false);
        // Correlations of 1 and -1 are opposite.
        assertEquals(0, pair(report, "x", "y"), 1e-12);
        // One of four rows lies in another cell of the joint table.
        assertEquals(0.75, pair(report, "c", "d"), 1e-12);
        assertEquals(0.25, report.shapes().get(3).distance().value(), 1e-12);
        assertEquals(0, report.shapes().get(1).distance().value(), 1e-12);
        assertEquals(4, report.rows());
    }

    private static double pair(UtilityReport report, String first, String second) {
        return report.pairs().stream()
                .filter(pair -> pair.first().equals(first) && pair.second().equals(second))
                .findFirst()
                .orElseThrow()
                .similarity();
    }

    @Test
    void theIntervalOfTheAreaIsHanleysAndMcNeils() {
        // Area 0.875 of 2 and 2: q1 = .875 / 1.125, q2 = 2 * .765625 / 1.875.
        double variance = (0.875 * 0.125 + (0.875 / 1.125 - 0.765625) + (2 * 0.765625 / 1.875 - 0.765625)) / 4;
        Estimate area = RocArea.of(new double[] {2, 3}, new double[] {1, 2});
        assertEquals(0.875 - 1.959963984540054 * Math.sqrt(variance), area.low(), 1e-12);
        assertEquals(1, area.high());
    }

    @Test
    void aFitThatIsNotUniqueIsSaid() {
        double[][] rows = {{1, 1}, {2, 2}, {3, 3}, {4, 4}};
        boolean[] labels = {true, false, true, false};
        assertThrows(ArithmeticException.class, () -> LogisticRegression.fit(rows, labels, 0));
    }

    @Test
    void aCancelledComparisonSaysSo() {
        Table table = people(50, 1, true);
        assertThrows(CancellationException.class, () -> new UtilityCheck(1).compare(table, table, () -> true));
    }

    @Test
    void theAreaCountsTiesHalf() {
        assertEquals(0.875, RocArea.of(new double[] {2, 3}, new double[] {1, 2}).value());
        assertEquals(0.5, RocArea.of(new double[] {1, 1}, new double[] {1}).value());
    }

    @Test
    void logisticRegressionFindsTheLogOddsOfATwoByTwoTable() {
        double[][] rows = new double[100][];
        boolean[] labels = new boolean[100];
        for (int i = 0; i < 100; i++) {
            rows[i] = new double[] {i < 50 ? 0 : 1};
            labels[i] = i < 50 ? i < 10 : i < 80;
        }
        double[] fitted = LogisticRegression.fit(rows, labels, 0).coefficients();
        assertArrayEquals(new double[] {Math.log(10.0 / 40), Math.log(30.0 / 20) - Math.log(10.0 / 40)}, fitted, 1e-8);
    }

    @Test
    void aTableOfTheSamePopulationIsAlikeAndOneWithoutItsTiesIsNot() {
        Table original = people(3000, 1, true);
        UtilityReport alike = new UtilityCheck(9).compare(people(3000, 2, true), original, () -> false);
        UtilityReport torn = new UtilityCheck(9).compare(people(3000, 3, false), original, () -> false);
        assertTrue(alike.shapeSimilarity() > 0.95, () -> "" + alike.shapeSimilarity());
        assertTrue(torn.shapeSimilarity() > 0.95, () -> "" + torn.shapeSimilarity());
        assertTrue(alike.pairSimilarity().low() > torn.pairSimilarity().high() + 0.05);
        Prediction age = alike.predictions().getFirst();
        Prediction tornAge = torn.predictions().getFirst();
        assertTrue(age.original().value() > 0.9);
        assertTrue(age.there().value() > age.original().value() - 0.02);
        assertTrue(tornAge.there().high() < tornAge.original().low());
    }

    @Test
    void theSameTableIsWithoutDistance() {
        Table original = people(500, 1, true);
        UtilityReport same = new UtilityCheck(9).compare(original, original, () -> false);
        same.shapes().forEach(shape -> assertEquals(0, shape.distance().value(), 1e-12, shape.column()));
        assertEquals(1, same.pairSimilarity().value(), 1e-12);
    }

    @Test
    void missingColumnsAreNamed() {
        Table original = people(200, 1, true);
        Table less = new Table(original.columns().subList(0, 2));
        UtilityReport report = new UtilityCheck(9).compare(less, original, () -> false);
        assertEquals(List.of("city"), report.unshared());
        assertEquals(2, report.shapes().size());
    }
}
