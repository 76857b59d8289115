package org.wayleave.data.quality.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.wayleave.data.random.Draws;
import org.wayleave.data.table.CategoryColumn;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.table.Table;

/**
 * Says what a table holds.
 *
 * <p>Cost: a column of n numbers is sorted, n log n; a column of texts is counted, n; columns are worked on side by side. The
 * profile does not depend on the number of threads.
 */
public final class TableProfiler {
    /** Most values of a column that are told by name. */
    public static final int MOST_FREQUENT = 10;

    private static final long MISSING = 0x7ff8_0000_0000_0001L;

    private TableProfiler() {}

    /**
     * Profiles.
     *
     * @param cancelled asked before each column
     * @throws CancellationException once cancelled
     */
    public static TableProfile profile(Table table, BooleanSupplier cancelled) {
        List<ColumnProfile> columns = table.columns().parallelStream()
                .map(column -> profile(column, cancelled))
                .toList();
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the profile was cancelled");
        }
        long[] rows = rows(table);
        Arrays.parallelSort(rows);
        int single = 0;
        int different = 0;
        for (int from = 0; from < rows.length; ) {
            int to = from;
            while (to < rows.length && rows[to] == rows[from]) {
                to++;
            }
            different++;
            single += to - from == 1 ? 1 : 0;
            from = to;
        }
        return new TableProfile(
                table.rows(), columns, single, table.rows() - different, Findings.of(table.rows(), columns, single));
    }

    private static ColumnProfile profile(Column column, BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the profile was cancelled");
        }
        return switch (column) {
            case NumberColumn numbers -> NumberProfiles.of(numbers);
            case CategoryColumn categories -> categories(categories);
        };
    }

    private static CategoryProfile categories(CategoryColumn column) {
        int[] counts = column.counts();
        int present = 0;
        int distinct = 0;
        int rareLevels = 0;
        int rareRows = 0;
        List<FrequentValue> frequent = new ArrayList<>();
        for (int level = 0; level < counts.length; level++) {
            int count = counts[level];
            present += count;
            distinct += count > 0 ? 1 : 0;
            if (count >= TableProfile.LEAST) {
                frequent.add(new FrequentValue(column.levels().get(level), count));
            } else if (count > 0) {
                rareLevels++;
                rareRows += count;
            }
        }
        frequent.sort(Comparator.comparingInt((FrequentValue value) -> -value.rows()));
        return new CategoryProfile(
                column.name(),
                column.rows(),
                column.rows() - present,
                distinct,
                frequent.subList(0, Math.min(MOST_FREQUENT, frequent.size())),
                rareLevels,
                rareRows);
    }

    /** Returns a number for each row that is the same for rows with the same values, and hardly ever for others. */
    private static long[] rows(Table table) {
        long[] rows = new long[table.rows()];
        for (Column column : table.columns()) {
            long salt = Draws.hash(column.name());
            IntStream.range(0, rows.length)
                    .parallel()
                    .forEach(row -> rows[row] = Draws.mix(rows[row] ^ Draws.mix(salt + value(column, row))));
        }
        return rows;
    }

    private static long value(Column column, int row) {
        if (column.missing(row)) {
            return MISSING;
        }
        return switch (column) {
            // Adding 0 makes one of both zeros.
            case NumberColumn numbers -> Double.doubleToLongBits(numbers.value(row) + 0.0);
            case CategoryColumn categories -> categories.code(row);
        };
    }
}
