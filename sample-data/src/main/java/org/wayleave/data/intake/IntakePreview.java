package org.wayleave.data.intake;

import java.util.List;

/**
 * What a file looks like before it is taken in.
 *
 * @param columns what each column is taken for, in the order of the file
 * @param rows the first rows, a text for each column
 * @param looked how many rows the guesses stand on
 * @param whole whether those were all rows
 */
public record IntakePreview(List<ColumnPlan> columns, List<List<String>> rows, int looked, boolean whole) {
    /** Copies the lists. */
    public IntakePreview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
