package org.wayleave.data.quality.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wayleave.data.random.Draws;
import org.wayleave.data.table.CategoryColumn;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.table.Table;

class TableProfilerTest {
    private static NumberColumn numbers(NumberColumn.Unit unit, double... values) {
        return new NumberColumn("x", unit, values);
    }

    private static TableProfile profile(Column... columns) {
        return TableProfiler.profile(new Table(Arrays.asList(columns)), () -> false);
    }

    private static NumberProfile number(Column column) {
        return assertInstanceOf(NumberProfile.class, profile(column).columns().getFirst());
    }

    private static CategoryProfile category(Column column) {
        return assertInstanceOf(CategoryProfile.class, profile(column).columns().getFirst());
    }

    private static double[] upTo(int last) {
        return IntStream.rangeClosed(1, last).asDoubleStream().toArray();
    }

    @Test
    void wholeNumbersFromOneToAThousandHaveTheirQuantilesRounded() {
        NumberProfile profile = number(numbers(NumberColumn.Unit.WHOLE, upTo(1000)));
        assertEquals(1000, profile.distinct());
        assertEquals(500.5, profile.mean(), 1e-9);
        assertEquals(Math.sqrt(1000.0 * 1001 / 12), profile.deviation(), 1e-9);
        // The percentiles are 980 apart; a two-hundredth of that is 4.9, so that the grain is 5.
        assertEquals(
                List.of(10.0, 50.0, 250.0, 500.0, 750.0, 950.0, 990.0),
                profile.quantiles().stream().map(Quantile::value).toList());
        assertEquals(List.of(), profile.frequent());
        Outliers outliers = profile.outliers();
        assertNotNull(outliers);
        assertEquals(0, outliers.below() + outliers.above());
    }

    @Test
    void quantilesThatFewRowsLieBeyondAreLeftOut() {
        assertEquals(
                List.of(0.25, 0.5, 0.75),
                number(numbers(NumberColumn.Unit.WHOLE, upTo(100))).quantiles().stream()
                        .map(Quantile::share)
                        .toList());
        NumberProfile few = number(numbers(NumberColumn.Unit.WHOLE, upTo(9)));
        assertEquals(List.of(), few.quantiles());
        assertEquals(List.of(), few.histogram());
        assertTrue(Double.isNaN(few.mean()));
        assertNull(few.outliers());
    }

    @Test
    void everyClassOfAHistogramHasNoRowOrEnoughAndAllHaveAll() {
        for (int seed = 0; seed < 50; seed++) {
            int n = 10 + 37 * seed;
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                long key = Draws.key(seed, i, 0, 0);
                values[i] = seed % 3 == 0 ? Draws.poisson(key, 0, 2) : Math.exp(2 * Draws.normal(key, 0)) - 1;
            }
            NumberProfile profile = number(numbers(NumberColumn.Unit.NUMBER, values));
            List<Bin> bins = profile.histogram();
            assertEquals(n, bins.stream().mapToInt(Bin::rows).sum(), "seed " + seed);
            assertEquals(Double.NEGATIVE_INFINITY, bins.getFirst().from());
            assertEquals(Double.POSITIVE_INFINITY, bins.getLast().to());
            for (int i = 0; i < bins.size(); i++) {
                Bin bin = bins.get(i);
                assertTrue(bin.rows() == 0 || bin.rows() >= TableProfile.LEAST);
                assertTrue(bin.steps() >= 1);
                if (i > 0) {
                    assertEquals(bins.get(i - 1).to(), bin.from());
                }
                assertEquals(
                        Arrays.stream(values)
                                .filter(value -> value >= bin.from() && value < bin.to())
                                .count(),
                        bin.rows(),
                        "seed " + seed);
            }
        }
    }

    @Test
    void numbersOfAnySizeHaveAProfile() {
        double[][] extremes = {
            {-1e308, 1e308}, {1e15, 1e15 + 0.25}, {1e300, 1e300}, {Double.MIN_VALUE, 2 * Double.MIN_VALUE}, {0, -0.0}
        };
        for (double[] ends : extremes) {
            double[] values = new double[40];
            for (int i = 0; i < values.length; i++) {
                values[i] = ends[i % 2];
            }
            NumberProfile profile = number(numbers(NumberColumn.Unit.NUMBER, values));
            assertEquals(40, profile.histogram().stream().mapToInt(Bin::rows).sum());
            assertTrue(profile.histogram().size() < 100);
        }
    }

    @Test
    void numbersBeyondTheOuterFencesAreOutliers() {
        double[] values = upTo(100);
        values[0] = -1000;
        values[98] = 249;
        values[99] = 1000;
        // The quartiles are 25.75 and 75.25, so that the fences lie at 75.25 + 3 * 49.5 = 223.75 and at -122.75.
        Outliers outliers = number(numbers(NumberColumn.Unit.NUMBER, values)).outliers();
        assertNotNull(outliers);
        assertEquals(1, outliers.below());
        assertEquals(2, outliers.above());
        assertEquals(0.03, outliers.share().value(), 1e-12);
        double[] same = new double[100];
        same[0] = 5;
        assertNull(number(numbers(NumberColumn.Unit.NUMBER, same)).outliers());
    }

    @Test
    void valuesOfFewRowsAreNeverTold() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            texts.add(i < 30 ? "Bern" : i < 50 ? "Aix" : i < 59 ? "Ulm" : "Ana Smith");
        }
        CategoryProfile profile = category(CategoryColumn.of("city", texts));
        assertEquals(List.of(new FrequentValue("Bern", 30), new FrequentValue("Aix", 20)), profile.frequent());
        assertEquals(2, profile.rareLevels());
        assertEquals(10, profile.rareRows());
        assertFalse(profile(CategoryColumn.of("city", texts)).toString().contains("Smith"));
        double[] spend = upTo(60);
        spend[59] = 987_654;
        assertFalse(profile(numbers(NumberColumn.Unit.NUMBER, spend)).toString().contains("987"));
    }

    @Test
    void missingRepeatedAndSingleRowsAreCounted() {
        TableProfile profile = profile(
                numbers(NumberColumn.Unit.WHOLE, 1, 1, 2, Double.NaN, Double.NaN),
                CategoryColumn.of("city", Arrays.asList("a", "a", "a", null, "b")));
        assertEquals(2, profile.columns().get(0).missing());
        assertEquals(1, profile.repeatedRows());
        assertEquals(3, profile.singleRows());
        assertEquals(0.3, profile.missingShare().value(), 1e-12);
    }

    @Test
    void findingsNameWhatMatters() {
        List<String> keys = new ArrayList<>();
        List<String> rare = new ArrayList<>();
        double[] gaps = new double[200];
        double[] wild = new double[200];
        for (int i = 0; i < 200; i++) {
            keys.add("k" + i);
            rare.add(i < 170 ? "usual" : "rare" + i % 10);
            gaps[i] = i % 2 == 0 ? Double.NaN : i;
            wild[i] = i < 190 ? i % 10 : 10_000 + i;
        }
        double[] none = new double[200];
        Arrays.fill(none, Double.NaN);
        TableProfile profile = profile(
                CategoryColumn.of("key", keys),
                CategoryColumn.of("rare", rare),
                new NumberColumn("gaps", NumberColumn.Unit.WHOLE, gaps),
                new NumberColumn("wild", NumberColumn.Unit.WHOLE, wild),
                new NumberColumn("none", NumberColumn.Unit.WHOLE, none),
                new NumberColumn("same", NumberColumn.Unit.WHOLE, new double[200]));
        assertEquals(
                List.of(
                        "key nearly-unique warning",
                        "rare rare-levels warning",
                        "gaps missing warning",
                        "wild outliers note",
                        "none empty warning",
                        "same constant note",
                        " single-rows note"),
                profile.findings().stream()
                        .map(finding -> finding.column() + " " + finding.code() + " "
                                + finding.severity().wire())
                        .toList());
    }

    @Test
    void aColumnWithoutNoteworthyThingsHasNoFinding() {
        double[] values = new double[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 20;
        }
        assertEquals(
                List.of(), profile(numbers(NumberColumn.Unit.WHOLE, values)).findings());
    }

    @Test
    void stepsAreRound() {
        assertEquals(0.5, Grain.atLeast(0.3, false).step());
        assertEquals(1, Grain.atLeast(0.3, true).step());
        assertEquals(2000, Grain.atLeast(1001, true).step());
        assertEquals(0.3, new Grain(0.1).round(0.31));
        assertEquals(-1.5, new Grain(0.5).floor(-1.2));
        assertEquals(2, new Grain(0.5).above(1.5));
    }

    @Test
    void aCancelledProfileSaysSo() {
        Table table = new Table(List.of(numbers(NumberColumn.Unit.WHOLE, 1)));
        assertThrows(CancellationException.class, () -> TableProfiler.profile(table, () -> true));
    }
}
