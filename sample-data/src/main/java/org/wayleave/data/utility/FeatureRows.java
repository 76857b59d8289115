package org.wayleave.data.utility;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.data.table.CategoryColumn;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.table.Table;

/** Turns rows of a table into numbers: standardised, an indicator for each frequent level and for missing values. Immutable. */
final class FeatureRows {
    private static final int MOST_LEVELS = 10;

    private final List<String> names = new ArrayList<>();
    private final List<double[]> scales = new ArrayList<>();
    private final List<Bins> levels = new ArrayList<>();
    private int width;

    /** Learns scales and levels from a table; all its columns but one become features. */
    FeatureRows(Table table, String target) {
        for (Column column : table.columns()) {
            if (column.name().equals(target)) {
                continue;
            }
            names.add(column.name());
            Bins bins = Bins.of(column, 2);
            levels.add(bins);
            if (column instanceof NumberColumn numbers) {
                double[] present = numbers.sortedPresent();
                double mean = 0;
                for (double value : present) {
                    mean += value / Math.max(1, present.length);
                }
                double square = 0;
                for (double value : present) {
                    square += (value - mean) * (value - mean) / Math.max(1, present.length);
                }
                scales.add(new double[] {mean, square > 0 ? Math.sqrt(square) : 1});
                width += 2;
            } else {
                scales.add(new double[0]);
                width += Math.min(MOST_LEVELS, bins.count());
            }
        }
    }

    double[][] of(Table table) {
        double[][] rows = new double[table.rows()][width];
        int at = 0;
        for (int i = 0; i < names.size(); i++) {
            Column column = table.column(names.get(i));
            double[] scale = scales.get(i);
            if (scale.length > 0) {
                for (int row = 0; row < rows.length; row++) {
                    double value = column instanceof NumberColumn numbers ? numbers.value(row) : Double.NaN;
                    rows[row][at] = Double.isNaN(value) ? 0 : (value - scale[0]) / scale[1];
                    rows[row][at + 1] = Double.isNaN(value) ? 1 : 0;
                }
                at += 2;
            } else {
                int width = Math.min(MOST_LEVELS, levels.get(i).count());
                int[] classes = column instanceof CategoryColumn ? levels.get(i).of(column) : new int[0];
                for (int row = 0; row < classes.length; row++) {
                    if (classes[row] < width) {
                        rows[row][at + classes[row]] = 1;
                    }
                }
                at += width;
            }
        }
        return rows;
    }
}
