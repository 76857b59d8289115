package org.wayleave.data.intake;

import java.time.Instant;
import java.util.List;

/**
 * A table that was taken in, without its rows.
 *
 * @param id lower-case letters, digits and hyphens
 * @param title the name of the file it came from
 * @param rows number of rows
 * @param columns what each column holds, in order
 * @param added when it was taken in
 * @param sourceHash SHA-256 of the file it came from, as "sha256:" and hexadecimal digits
 */
public record Dataset(String id, String title, int rows, List<ColumnPlan> columns, Instant added, String sourceHash) {
    /** Copies the columns. */
    public Dataset {
        columns = List.copyOf(columns);
    }

    /** Returns the columns that can be measured and learned from: all but tokens. */
    public List<ColumnPlan> measured() {
        return columns.stream()
                .filter(plan -> plan.treatment() == Treatment.KEEP)
                .toList();
    }
}
