package org.wayleave.data.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.wayleave.data.utility.Estimate;

class DisclosureCheckTest {
    private static Table people(int rows, long seed) {
        double[] age = new double[rows];
        double[] spend = new double[rows];
        double[] visits = new double[rows];
        List<String> city = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            long key = Draws.key(seed, i, 0, 0);
            age[i] = Math.rint(45 + 12 * Draws.normal(key, 0));
            spend[i] = 100 + 40 * Draws.normal(key, 1);
            visits[i] = Draws.poisson(key, 2, 6);
            city.add("city-" + Draws.below(key, 3, 12));
        }
        return new Table(List.of(
                new NumberColumn("age", NumberColumn.Unit.WHOLE, age),
                new NumberColumn("spend", NumberColumn.Unit.NUMBER, spend),
                new NumberColumn("visits", NumberColumn.Unit.WHOLE, visits),
                CategoryColumn.of("city", city)));
    }

    @Test
    void aCopyOfTheOriginalIsFoundByEveryAttack() {
        Table original = people(500, 1);
        DisclosureReport report = new DisclosureCheck(5).attack(original, original, people(500, 2), () -> false);
        assertTrue(report.leaks());
        assertEquals(1, report.copies().value());
        assertTrue(report.closer().low() > 0.9);
        assertTrue(report.membership().low() > 0.9);
        for (Risk risk : report.risks()) {
            assertTrue(risk.certain(), risk.sentence());
        }
    }

    @Test
    void tablesOfOtherPeopleOfThePopulationGiveNothingAway() {
        int leaks = 0;
        for (int seed = 0; seed < 40; seed++) {
            DisclosureReport report = new DisclosureCheck(seed)
                    .attack(people(150, 100 + seed), people(150, 200 + seed), people(150, 300 + seed), () -> false);
            leaks += report.leaks() ? 1 : 0;
        }
        // All intervals of a report together miss in at most 5 of 100 reports: 6 or more of 40 come by chance once in
        // 70 times.
        assertTrue(leaks <= 5, "reports with a leak: " + leaks);
    }

    @Test
    void theSameSeedGivesTheSameReport() {
        Table synthetic = people(300, 3);
        Table original = people(300, 1);
        Table held = people(300, 2);
        assertEquals(
                new DisclosureCheck(5).attack(synthetic, original, held, () -> false),
                new DisclosureCheck(5).attack(synthetic, original, held, () -> false));
    }

    @Test
    void tablesWithoutACommonColumnOrARowAreRefused() {
        Table one = new Table(List.of(CategoryColumn.of("a", List.of("x"))));
        Table other = new Table(List.of(CategoryColumn.of("b", List.of("x"))));
        Table number = new Table(List.of(new NumberColumn("a", NumberColumn.Unit.WHOLE, new double[] {1})));
        Table none = new Table(List.of(CategoryColumn.of("a", List.of())));
        DisclosureCheck check = new DisclosureCheck(1);
        assertThrows(IllegalArgumentException.class, () -> check.attack(one, other, one, () -> false));
        assertThrows(IllegalArgumentException.class, () -> check.attack(one, one, number, () -> false));
        assertThrows(IllegalArgumentException.class, () -> check.attack(one, one, none, () -> false));
    }

    @Test
    void aTableOfOneColumnIsAttackedByWhatOneColumnAllows() {
        double[] numbers = {1, 2, 3, 4, 50};
        Table one = new Table(List.of(new NumberColumn("a", NumberColumn.Unit.WHOLE, numbers)));
        DisclosureReport report = new DisclosureCheck(1).attack(one, one, one, () -> false);
        assertEquals(
                List.of("singling-out"),
                report.risks().stream().map(Risk::attack).toList());
        assertFalse(report.leaks());
    }

    @Test
    void halfACopyIsFoundInTheMiddle() {
        Table original = people(600, 1);
        Table mixed = people(600, 9);
        int[] half = new int[300];
        for (int i = 0; i < half.length; i++) {
            half[i] = i;
        }
        Table synthetic = joined(original.rows(half), mixed.rows(half));
        DisclosureReport report = new DisclosureCheck(5).attack(synthetic, original, people(600, 2), () -> false);
        assertTrue(report.leaks());
        assertTrue(report.membership().value() > 0.6 && report.membership().value() < 0.95);
    }

    private static Table joined(Table a, Table b) {
        double[] age = new double[a.rows() + b.rows()];
        for (int i = 0; i < age.length; i++) {
            Table from = i < a.rows() ? a : b;
            age[i] = ((NumberColumn) from.columns().get(0)).value(i < a.rows() ? i : i - a.rows());
        }
        double[] spend = new double[age.length];
        for (int i = 0; i < age.length; i++) {
            Table from = i < a.rows() ? a : b;
            spend[i] = ((NumberColumn) from.columns().get(1)).value(i < a.rows() ? i : i - a.rows());
        }
        return new Table(List.of(
                new NumberColumn("age", NumberColumn.Unit.WHOLE, age),
                new NumberColumn("spend", NumberColumn.Unit.NUMBER, spend)));
    }

    @Test
    void theRiskIsTheSuccessBeyondTheControl() {
        Estimate risk = Risk.beyond(new Estimate(0.6, 0.55, 0.65), new Estimate(0.2, 0.15, 0.25));
        assertEquals(0.5, risk.value(), 1e-12);
        assertEquals(0.5 - Math.hypot(0.05 / 0.8, 0.4 * 0.05 / 0.64), risk.low(), 1e-12);
        assertEquals(0.5 + Math.hypot(0.05 / 0.8, 0.4 * 0.05 / 0.64), risk.high(), 1e-12);
        assertFalse(Risk.beyond(new Estimate(0.2, 0.1, 0.3), new Estimate(0.3, 0.2, 0.4))
                        .value()
                > 0);
    }

    @Test
    void aCancelledAttackSaysSo() {
        Table table = people(50, 1);
        assertThrows(CancellationException.class, () -> new DisclosureCheck(1).attack(table, table, table, () -> true));
    }
}
