package org.wayleave.data.table;

import java.time.LocalDate;
import java.util.Arrays;

/** Numbers, whole numbers or days; what is missing is NaN inside. Immutable. */
public final class NumberColumn implements Column {
    private static final double EXACT_WHOLE = 1e15;

    private final String name;
    private final Unit unit;
    private final double[] values;

    /** What the numbers count. */
    public enum Unit {
        /** Any finite number. */
        NUMBER,
        /** Whole numbers. */
        WHOLE,
        /** Days since 1 January 1970. */
        DAY
    }

    /**
     * Makes a column.
     *
     * @param values finite, or NaN where missing; copied
     */
    public NumberColumn(String name, Unit unit, double[] values) {
        this(name, unit, values.clone(), true);
    }

    private NumberColumn(String name, Unit unit, double[] values, boolean owned) {
        for (double value : values) {
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException("column " + name + " holds an infinite number");
            }
        }
        this.name = name;
        this.unit = unit;
        this.values = owned ? values : values.clone();
    }

    @Override
    public String name() {
        return name;
    }

    /** Returns what the numbers count. */
    public Unit unit() {
        return unit;
    }

    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public boolean missing(int row) {
        return Double.isNaN(values[row]);
    }

    /** Returns the number of a row, NaN where it is missing. */
    public double value(int row) {
        return values[row];
    }

    /** Returns a copy of the numbers that there are, ascending. */
    public double[] sortedPresent() {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    @Override
    public String text(int row) {
        return missing(row) ? "" : text(unit, values[row]);
    }

    /** Returns a number as text: a day as ISO 8601 date, a whole number without a point. */
    public static String text(Unit unit, double value) {
        return switch (unit) {
            case DAY -> LocalDate.ofEpochDay((long) value).toString();
            case WHOLE, NUMBER ->
                value == Math.rint(value) && Math.abs(value) < EXACT_WHOLE
                        ? Long.toString((long) value)
                        : Double.toString(value);
        };
    }

    @Override
    public NumberColumn rows(int... rows) {
        double[] chosen = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = values[rows[i]];
        }
        return new NumberColumn(name, unit, chosen, true);
    }
}
