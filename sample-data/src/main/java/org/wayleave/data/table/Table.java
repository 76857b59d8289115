package org.wayleave.data.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.random.Draws;

/** A table of people, or of anything else: columns of one length with different names. Immutable. */
public final class Table {
    private final List<Column> columns;
    private final int rows;

    /** Makes a table; at least one column. */
    public Table(List<? extends Column> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table needs a column");
        }
        this.columns = List.copyOf(columns);
        this.rows = columns.getFirst().rows();
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(
                        "column " + column.name() + " has " + column.rows() + " rows, the first column has " + rows);
            }
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("two columns are called " + column.name());
            }
        }
    }

    /** Returns the columns. */
    public List<Column> columns() {
        return columns;
    }

    /** Returns the number of rows. */
    public int rows() {
        return rows;
    }

    /** Returns the column of a name, null if there is none. */
    public @Nullable Column column(String name) {
        for (Column column : columns) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        return null;
    }

    /** Returns a table of some of the rows, in the order given. */
    public Table rows(int... chosen) {
        List<Column> taken = new ArrayList<>();
        for (Column column : columns) {
            taken.add(column.rows(chosen));
        }
        return new Table(taken);
    }

    /** Returns at most so many rows, drawn without replacement by a seed, in the order in which they stand. */
    public Table sample(int most, long seed) {
        if (rows <= most) {
            return this;
        }
        int[] chosen = Arrays.copyOf(shuffled(seed), most);
        Arrays.sort(chosen);
        return rows(chosen);
    }

    /**
     * Divides the rows by chance.
     *
     * @param share of the rows that the second part gets, 0 to 1
     * @return two tables, the rows of each in the order in which they stood
     */
    public Parts split(double share, long seed) {
        int[] order = shuffled(seed);
        int second = (int) Math.round(rows * share);
        int[] held = Arrays.copyOf(order, second);
        int[] kept = Arrays.copyOfRange(order, second, rows);
        Arrays.sort(held);
        Arrays.sort(kept);
        return new Parts(rows(kept), rows(held));
    }

    /**
     * The two parts of a table.
     *
     * @param kept rows to learn from
     * @param held rows set aside
     */
    public record Parts(Table kept, Table held) {}

    private int[] shuffled(long seed) {
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[i] = i;
        }
        long key = Draws.key(seed, rows, Draws.hash("rows"), 0);
        for (int i = rows - 1; i > 0; i--) {
            int j = Draws.below(key, i, i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
