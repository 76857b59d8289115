package org.wayleave.data.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.data.random.Draws;
import org.wayleave.data.table.CategoryColumn;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.table.Table;

class TableExaminerTest {
    private static Table people(int rows, long seed, double shift) {
        double[] age = new double[rows];
        double[] spend = new double[rows];
        List<String> city = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            long key = Draws.key(seed, i, 0, 0);
            double z = Draws.normal(key, 0);
            age[i] = Math.rint(45 + 12 * z + shift);
            spend[i] = Math.rint(100 + 40 * (z + Draws.normal(key, 1)));
            city.add(Draws.normal(key, 2) > z ? "Bern" : "Aix");
        }
        return new Table(List.of(
                new NumberColumn("age", NumberColumn.Unit.WHOLE, age),
                new NumberColumn("spend", NumberColumn.Unit.WHOLE, spend),
                CategoryColumn.of("city", city)));
    }

    private static List<String> levels(TableExamination examination) {
        return examination.verdict().stream()
                .map(statement -> statement.topic() + " " + statement.level().wire())
                .toList();
    }

    @Test
    void aTableAloneHasAProfileOnly() {
        List<String> stages = new ArrayList<>();
        TableExamination alone = new TableExaminer(1).examine(people(500, 1, 0), null, null, stages::add, () -> false);
        assertEquals(List.of("profile good"), levels(alone));
        assertNull(alone.drift());
        assertEquals(List.of("Profile of 3 columns"), stages);
        assertFalse(alone.failed());
    }

    @Test
    void withoutAHoldoutItIsSaidThatDisclosureWasNotMeasured() {
        TableExamination compared =
                new TableExaminer(1).examine(people(800, 1, 0), people(800, 2, 0), null, stage -> {}, () -> false);
        assertEquals(List.of("profile good", "drift good", "utility good", "disclosure care"), levels(compared));
        assertTrue(compared.verdict().getLast().sentence().contains("held out"));
        assertFalse(compared.failed());
    }

    @Test
    void aCopyOfTheOriginalFails() {
        Table original = people(800, 1, 0);
        TableExamination copy =
                new TableExaminer(1).examine(original, original, people(800, 2, 0), stage -> {}, () -> false);
        assertEquals(List.of("profile good", "drift good", "utility good", "disclosure bad"), levels(copy));
        assertTrue(copy.failed());
    }

    @Test
    void anotherPopulationFails() {
        TableExamination other = new TableExaminer(1)
                .examine(people(800, 1, 30), people(800, 2, 0), people(800, 3, 0), stage -> {}, () -> false);
        assertEquals(List.of("profile good", "drift bad", "utility care", "disclosure good"), levels(other));
        assertTrue(other.failed());
    }
}
