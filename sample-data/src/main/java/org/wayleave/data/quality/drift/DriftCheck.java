package org.wayleave.data.quality.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.wayleave.data.table.CategoryColumn;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.table.Table;
import org.wayleave.data.utility.DistributionDistance;
import org.wayleave.data.utility.Estimate;

/**
 * Compares a table with an earlier one of the same kind: columns that came, went or changed their kind, missing values, and the
 * distribution of each column.
 *
 * <p>A column has shifted moderately from an index of 0.1 on and much from 0.25 on, where the index is also beyond chance; or where the
 * share of missing values changed by one or five percentage points, and the interval of the change leaves out 0. Numbers are put
 * into ten classes by deciles of the earlier table; texts of which the earlier table has fewer than ten rows are one class.
 *
 * <p>Cost: each column of numbers is sorted in both tables.
 */
public final class DriftCheck {
    /** Index from which on a shift is moderate. */
    public static final double MODERATE = 0.1;

    /** Index from which on a shift is large. */
    public static final double LARGE = 0.25;

    /** Change of the share of missing values from which on a shift is moderate. */
    public static final double MISSING_MODERATE = 0.01;

    /** Change of the share of missing values from which on a shift is large. */
    public static final double MISSING_LARGE = 0.05;

    private DriftCheck() {}

    /**
     * Compares.
     *
     * @param before the earlier table
     * @param after the later one
     * @param cancelled asked before each column
     * @throws CancellationException once cancelled
     */
    public static DriftReport compare(Table before, Table after, BooleanSupplier cancelled) {
        List<SchemaChange> schema = new ArrayList<>();
        List<ColumnDrift> columns = new ArrayList<>();
        for (Column column : before.columns()) {
            if (after.column(column.name()) == null) {
                schema.add(new SchemaChange(column.name(), "removed", kind(column), ""));
            }
        }
        for (Column column : after.columns()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("the comparison was cancelled");
            }
            Column earlier = before.column(column.name());
            if (earlier == null) {
                schema.add(new SchemaChange(column.name(), "added", "", kind(column)));
            } else if (!kind(earlier).equals(kind(column))) {
                schema.add(new SchemaChange(column.name(), "kind-changed", kind(earlier), kind(column)));
            }
            if (earlier instanceof NumberColumn first && column instanceof NumberColumn second) {
                columns.add(numbers(first, second));
            } else if (earlier instanceof CategoryColumn first && column instanceof CategoryColumn second) {
                columns.add(texts(first, second));
            }
        }
        return new DriftReport(before.rows(), after.rows(), schema, columns);
    }

    private static String kind(Column column) {
        return switch (column) {
            case NumberColumn numbers ->
                switch (numbers.unit()) {
                    case NUMBER -> "number";
                    case WHOLE -> "whole number";
                    case DAY -> "day";
                };
            case CategoryColumn categories -> "category";
        };
    }

    private static ColumnDrift numbers(NumberColumn before, NumberColumn after) {
        double[] first = before.sortedPresent();
        double[] second = after.sortedPresent();
        Estimate distance = first.length == 0 || second.length == 0
                ? new Estimate(first.length == second.length ? 0 : 1, 0, 1)
                : DistributionDistance.of(first, second);
        StabilityIndex index =
                StabilityIndex.ofNumbers(first, before.rows() - first.length, second, after.rows() - second.length);
        return drift(before, after, "KS", distance, index, 0, 0);
    }

    private static ColumnDrift texts(CategoryColumn before, CategoryColumn after) {
        LevelCounts counts = new LevelCounts(before, after);
        return drift(
                before,
                after,
                "TV",
                counts.distance(),
                StabilityIndex.ofTexts(
                        counts, before.rows() - counts.presentBefore(), after.rows() - counts.presentAfter()),
                counts.newLevels(),
                counts.newRows());
    }

    private static ColumnDrift drift(
            Column before,
            Column after,
            String measure,
            Estimate distance,
            StabilityIndex index,
            int newLevels,
            int newRows) {
        double missingBefore = before.missingShare();
        double missingAfter = after.missingShare();
        Estimate change = missingChange(missingBefore, before.rows(), missingAfter, after.rows());
        Shift byIndex = index.value() <= index.chance()
                ? Shift.NONE
                : index.value() >= LARGE ? Shift.LARGE : index.value() >= MODERATE ? Shift.MODERATE : Shift.NONE;
        Shift byMissing = change.low() <= 0 && change.high() >= 0
                ? Shift.NONE
                : Math.abs(change.value()) >= MISSING_LARGE
                        ? Shift.LARGE
                        : Math.abs(change.value()) >= MISSING_MODERATE ? Shift.MODERATE : Shift.NONE;
        Shift shift = byIndex.compareTo(byMissing) >= 0 ? byIndex : byMissing;
        List<String> parts = new ArrayList<>();
        if (byIndex != Shift.NONE) {
            parts.add(String.format(
                    Locale.ROOT,
                    "the distribution %s (stability index %.2f)",
                    byIndex == Shift.LARGE ? "is another" : "moved",
                    index.value()));
        }
        if (byMissing != Shift.NONE) {
            parts.add(String.format(
                    Locale.ROOT,
                    "%.1f %% of the values are missing, before %.1f %%",
                    100 * missingAfter,
                    100 * missingBefore));
        }
        if (newLevels > 0) {
            parts.add((newLevels == 1 ? "one value is" : newLevels + " values are") + " new, in " + newRows
                    + (newRows == 1 ? " row" : " rows"));
        }
        String said = String.join("; ", parts);
        String sentence = said.isEmpty()
                ? "No shift beyond what samples of one population show, or too small to matter."
                : Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".";
        return new ColumnDrift(
                after.name(),
                measure,
                distance,
                index.value(),
                index.chance(),
                missingBefore,
                missingAfter,
                change,
                newLevels,
                newRows,
                shift,
                sentence);
    }

    /** The difference of two shares with its interval by Newcombe (Statistics in Medicine 1998, method 10). */
    static Estimate missingChange(double before, int rowsBefore, double after, int rowsAfter) {
        Estimate first = Estimate.share(before * rowsBefore, rowsBefore);
        Estimate second = Estimate.share(after * rowsAfter, rowsAfter);
        double change = second.value() - first.value();
        return new Estimate(
                change,
                change - Math.hypot(second.value() - second.low(), first.high() - first.value()),
                change + Math.hypot(second.high() - second.value(), first.value() - first.low()));
    }
}
