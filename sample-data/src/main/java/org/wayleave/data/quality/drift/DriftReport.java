package org.wayleave.data.quality.drift;

import java.util.List;
import java.util.Locale;

/**
 * How a table differs from an earlier one.
 *
 * @param rowsBefore rows of the earlier table
 * @param rowsAfter rows of the later one
 * @param schema differences of the columns
 * @param columns each column that both have, in the order of the later table
 */
public record DriftReport(int rowsBefore, int rowsAfter, List<SchemaChange> schema, List<ColumnDrift> columns) {
    /** Copies the lists. */
    public DriftReport {
        schema = List.copyOf(schema);
        columns = List.copyOf(columns);
    }

    /** Returns the largest shift; a change of the columns is a large one. */
    public Shift shift() {
        Shift largest = schema.isEmpty() ? Shift.NONE : Shift.LARGE;
        for (ColumnDrift column : columns) {
            largest = column.shift().compareTo(largest) > 0 ? column.shift() : largest;
        }
        return largest;
    }

    /** Returns the number of columns that shifted so much. */
    public long count(Shift shift) {
        return columns.stream().filter(column -> column.shift() == shift).count();
    }

    /** Returns the verdict in one sentence. */
    public String verdict() {
        String columnsChanged = schema.isEmpty()
                ? ""
                : " " + (schema.size() == 1 ? "One column was" : schema.size() + " columns were")
                        + " added, removed or changed in kind.";
        long large = count(Shift.LARGE);
        long moderate = count(Shift.MODERATE);
        if (columns.isEmpty()) {
            return "The tables share no column." + columnsChanged;
        }
        return (large + moderate == 0
                        ? "No column shifted more than samples of one population do."
                        : String.format(
                                Locale.ROOT,
                                "Of %d columns %d shifted a lot and %d moderately.",
                                columns.size(),
                                large,
                                moderate))
                + columnsChanged;
    }
}
