package org.wayleave.data.table;

/** One column of a table, a value or none for each row. */
public sealed interface Column permits NumberColumn, CategoryColumn {
    /** Returns the name, unique in its table. */
    String name();

    /** Returns the number of rows. */
    int rows();

    /** Returns whether a row has no value. */
    boolean missing(int row);

    /** Returns the value of a row as text, empty where it is missing. */
    String text(int row);

    /** Returns the column of some of the rows, in the order given. */
    Column rows(int... rows);

    /** Returns the share of rows without a value, 0 to 1; 0 without rows. */
    default double missingShare() {
        int missing = 0;
        for (int row = 0; row < rows(); row++) {
            missing += missing(row) ? 1 : 0;
        }
        return rows() == 0 ? 0 : (double) missing / rows();
    }
}
