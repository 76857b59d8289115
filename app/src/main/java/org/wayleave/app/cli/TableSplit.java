package org.wayleave.app.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wayleave.data.export.CsvCell;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.table.Table;

/** Divides a table by chance into two files: rows to make a synthetic table of, and rows held out. */
final class TableSplit {
    static final String KEPT = "kept.csv";
    static final String HELD = "held.csv";

    private TableSplit() {}

    /** How many rows either part has. */
    record Counts(int kept, int held) {}

    /** Writes both files into a folder, which is made; none of them may exist. */
    static Counts write(Table table, double share, long seed, Path folder) throws IOException {
        for (String name : List.of(KEPT, HELD)) {
            if (Files.exists(folder.resolve(name))) {
                throw new CommandFailure(folder.resolve(name) + " exists already; choose another folder.");
            }
        }
        Table.Parts parts = table.split(share, seed);
        if (parts.held().rows() == 0 || parts.kept().rows() == 0) {
            throw new CommandFailure("There are too few rows to hold some out.");
        }
        Files.createDirectories(folder);
        write(parts.kept(), folder.resolve(KEPT));
        write(parts.held(), folder.resolve(HELD));
        return new Counts(parts.kept().rows(), parts.held().rows());
    }

    private static void write(Table table, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(table.columns().stream()
                    .map(column -> CsvCell.of(column.name()))
                    .collect(Collectors.joining(",", "", "\n")));
            for (int row = 0; row < table.rows(); row++) {
                int at = row;
                out.write(IntStream.range(0, table.columns().size())
                        .mapToObj(column -> cell(table.columns().get(column), at))
                        .collect(Collectors.joining(",", "", "\n")));
            }
        }
    }

    /** Numbers are written as they are: a minus is no formula. */
    private static String cell(Column column, int row) {
        return column instanceof NumberColumn ? column.text(row) : CsvCell.of(column.text(row));
    }
}
