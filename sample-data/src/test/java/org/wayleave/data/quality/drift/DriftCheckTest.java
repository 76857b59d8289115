package org.wayleave.data.quality.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.wayleave.data.random.Draws;
import org.wayleave.data.table.CategoryColumn;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.table.Table;
import org.wayleave.data.utility.Estimate;

class DriftCheckTest {
    private static Column normal(int rows, long seed, double mean) {
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = mean + Draws.normal(Draws.key(seed, i, 0, 0), 0);
        }
        return new NumberColumn("x", NumberColumn.Unit.NUMBER, values);
    }

    private static Column cities(int bern, int aix, int none, String... more) {
        List<String> texts = new ArrayList<>();
        texts.addAll(java.util.Collections.nCopies(bern, "Bern"));
        texts.addAll(java.util.Collections.nCopies(aix, "Aix"));
        texts.addAll(Arrays.asList(more));
        for (int i = 0; i < none; i++) {
            texts.add("");
        }
        return CategoryColumn.of(
                "x", texts.stream().map(text -> text.isEmpty() ? null : text).toList());
    }

    private static ColumnDrift drift(Column before, Column after) {
        return DriftCheck.compare(new Table(List.of(before)), new Table(List.of(after)), () -> false)
                .columns()
                .getFirst();
    }

    @Test
    void theIndexIsTheSumOverTheClasses() {
        StabilityIndex index = StabilityIndex.of(new int[] {60, 40}, new int[] {40, 60});
        // Shares with half a row more: 60.5 and 40.5 of 101.
        assertEquals(2 * (20.0 / 101) * Math.log(60.5 / 40.5), index.value(), 1e-12);
        // The 99th percentile of chi-squared with one degree is 6.6349.
        assertEquals(2 * 6.6349 / 100, index.chance(), 1e-5);
        assertEquals(0, StabilityIndex.of(new int[] {5, 0}, new int[] {5, 0}).value());
    }

    @Test
    void changesOfMissingSharesHaveNewcombesInterval() {
        // Newcombe 1998, example (a): 56 of 70 against 48 of 80, difference 0.2, interval 0.0524 to 0.3339.
        Estimate change = DriftCheck.missingChange(48.0 / 80, 80, 56.0 / 70, 70);
        assertEquals(0.2, change.value(), 1e-12);
        assertEquals(0.0524, change.low(), 5e-5);
        assertEquals(0.3339, change.high(), 5e-5);
    }

    @Test
    void samplesOfOnePopulationHardlyEverShift() {
        int shifted = 0;
        for (int seed = 0; seed < 100; seed++) {
            ColumnDrift drift = drift(normal(200, 2L * seed, 0), normal(200, 2L * seed + 1, 0));
            shifted += drift.shift() == Shift.NONE ? 0 : 1;
            assertTrue(drift.distance().low() <= 0);
        }
        assertTrue(shifted <= 5, shifted + " of 100");
    }

    @Test
    void anotherMeanIsFound() {
        assertEquals(
                Shift.NONE, drift(normal(5000, 1, 0), normal(5000, 2, 0.05)).shift());
        assertEquals(
                Shift.MODERATE, drift(normal(5000, 1, 0), normal(5000, 2, 0.4)).shift());
        ColumnDrift far = drift(normal(5000, 1, 0), normal(5000, 2, 1));
        assertEquals(Shift.LARGE, far.shift());
        assertEquals("KS", far.measure());
        // Two unit normals a deviation apart are 2 * Phi(0.5) - 1 = 0.3829 from each other.
        assertTrue(far.distance().low() < 0.3829 && far.distance().high() > 0.3829);
        assertTrue(far.sentence().contains("stability index"), far.sentence());
    }

    @Test
    void textsAreComparedByTotalVariation() {
        ColumnDrift drift = drift(cities(500, 500, 0), cities(800, 200, 0));
        assertEquals("TV", drift.measure());
        assertEquals(0.3, drift.distance().value(), 1e-12);
        assertEquals(Shift.LARGE, drift.shift());
        assertEquals(Shift.NONE, drift(cities(500, 500, 0), cities(510, 490, 0)).shift());
    }

    @Test
    void newTextsAreCountedAndNotNamed() {
        ColumnDrift drift = drift(cities(500, 500, 0), cities(500, 498, 0, "Smith", "Jones"));
        assertEquals(2, drift.newLevels());
        assertEquals(2, drift.newRows());
        assertEquals(Shift.NONE, drift.shift());
        assertTrue(drift.sentence().contains("2 values are new, in 2 rows"), drift.sentence());
    }

    @Test
    void missingValuesThatCameAreAShift() {
        assertEquals(Shift.NONE, drift(cities(500, 500, 5), cities(500, 500, 8)).shift());
        assertEquals(
                Shift.MODERATE, drift(cities(500, 500, 0), cities(500, 500, 25)).shift());
        ColumnDrift lost = drift(cities(500, 500, 0), cities(400, 400, 200));
        assertEquals(Shift.LARGE, lost.shift());
        assertEquals(0.2, lost.missingChange().value(), 1e-12);
    }

    @Test
    void columnsThatComeGoAndChangeAreNamed() {
        Table before = new Table(List.of(
                new NumberColumn("age", NumberColumn.Unit.WHOLE, new double[] {1}),
                CategoryColumn.of("city", List.of("Bern")),
                new NumberColumn("day", NumberColumn.Unit.DAY, new double[] {1})));
        Table after = new Table(List.of(
                new NumberColumn("age", NumberColumn.Unit.NUMBER, new double[] {1.5}),
                CategoryColumn.of("day", List.of("Monday")),
                CategoryColumn.of("town", List.of("Bern"))));
        DriftReport report = DriftCheck.compare(before, after, () -> false);
        assertEquals(
                List.of(
                        new SchemaChange("city", "removed", "category", ""),
                        new SchemaChange("age", "kind-changed", "whole number", "number"),
                        new SchemaChange("day", "kind-changed", "day", "category"),
                        new SchemaChange("town", "added", "", "category")),
                report.schema());
        assertEquals(
                List.of("age"),
                report.columns().stream().map(ColumnDrift::column).toList());
        assertEquals(Shift.LARGE, report.shift());
        assertTrue(report.verdict().contains("4 columns were added, removed or changed"), report.verdict());
    }

    @Test
    void columnsWithoutAnyValueAreCompared() {
        Column none = new NumberColumn("x", NumberColumn.Unit.NUMBER, new double[] {Double.NaN, Double.NaN});
        assertEquals(Shift.NONE, drift(none, none).shift());
        assertEquals(1, drift(none, normal(50, 1, 0)).distance().value());
        assertEquals(0, drift(cities(0, 0, 3), cities(0, 0, 3)).distance().value());
    }

    @Test
    void aCancelledComparisonSaysSo() {
        Table table = new Table(List.of(normal(5, 1, 0)));
        assertThrows(CancellationException.class, () -> DriftCheck.compare(table, table, () -> true));
    }
}
