package org.wayleave.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableTest {
    private static NumberColumn counting(int rows) {
        double[] values = new double[rows];
        Arrays.setAll(values, i -> i);
        return new NumberColumn("n", NumberColumn.Unit.WHOLE, values);
    }

    @Test
    void aSplitHoldsEveryRowOnce() {
        Table.Parts parts = new Table(List.of(counting(1000))).split(0.3, 7);
        assertEquals(300, parts.held().rows());
        Set<String> seen = new HashSet<>();
        for (Table part : List.of(parts.kept(), parts.held())) {
            for (int row = 0; row < part.rows(); row++) {
                assertTrue(seen.add(part.columns().getFirst().text(row)));
            }
        }
        assertEquals(1000, seen.size());
    }

    @Test
    void theSameSeedDrawsTheSameRows() {
        Table table = new Table(List.of(counting(1000)));
        Table first = table.sample(10, 3);
        Table again = table.sample(10, 3);
        Table other = table.sample(10, 4);
        int same = 0;
        for (int row = 0; row < 10; row++) {
            assertEquals(
                    first.columns().getFirst().text(row),
                    again.columns().getFirst().text(row));
            same += first.columns()
                            .getFirst()
                            .text(row)
                            .equals(other.columns().getFirst().text(row))
                    ? 1
                    : 0;
        }
        assertTrue(same < 10);
    }

    @Test
    void columnsOfOneNameOrOfDifferentLengthsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Table(List.of(counting(3), counting(3))));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Table(List.of(counting(3), CategoryColumn.of("c", Arrays.asList("a", null)))));
    }

    @Test
    void levelsAreSortedAndMissingValuesStayMissing() {
        CategoryColumn column = CategoryColumn.of("c", Arrays.asList("b", null, "a", "b"));
        assertEquals(List.of("a", "b"), column.levels());
        assertTrue(column.missing(1));
        assertEquals("", column.text(1));
        assertEquals(0.25, column.missingShare());
        assertEquals(2, column.counts()[1]);
    }

    @Test
    void daysAndWholeNumbersAreWrittenPlainly() {
        assertEquals("1970-02-01", NumberColumn.text(NumberColumn.Unit.DAY, 31));
        assertEquals("12", NumberColumn.text(NumberColumn.Unit.NUMBER, 12));
        assertEquals("0.5", NumberColumn.text(NumberColumn.Unit.NUMBER, 0.5));
    }
}
