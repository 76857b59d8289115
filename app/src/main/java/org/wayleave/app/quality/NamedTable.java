package org.wayleave.app.quality;

import java.util.List;
import org.wayleave.data.table.Table;

/**
 * A table with the name that a report gives it.
 *
 * @param name of the file or data set
 * @param leftOut columns that were not looked at
 */
public record NamedTable(String name, Table table, List<LeftOut> leftOut) {
    /** Copies the list. */
    public NamedTable {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A column that was not looked at.
     *
     * @param column its name
     * @param reason why, in words
     */
    public record LeftOut(String column, String reason) {}
}
