package org.wayleave.data.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBConnection;

/** Reads the rows of a Parquet file as texts. Nested and binary columns are refused by name. */
final class ParquetSource implements RecordSource {
    private final DuckDBConnection connection;
    private final Statement statement;
    private final ResultSet rows;
    private final List<String> header;
    private final int longest;
    private long row;
    private List<String> record = List.of();

    ParquetSource(Path file, IntakeLimits limits) throws IOException {
        if (Files.size(file) > limits.bytes()) {
            throw new IntakeException("The file has more than " + limits.bytes() + " bytes. Divide it.");
        }
        longest = limits.fieldLength();
        DuckDBConnection opened = null;
        try {
            opened = ClosedDuckDb.reading(file);
            statement = opened.createStatement();
            String from =
                    "read_parquet(" + ClosedDuckDb.text(file.toAbsolutePath().toString()) + ")";
            header = described(from, limits);
            String columns = String.join(
                    ", ",
                    header.stream()
                            .map(name -> "CAST(" + ClosedDuckDb.name(name) + " AS VARCHAR)")
                            .toList());
            rows = statement.executeQuery("SELECT " + columns + " FROM " + from);
            connection = opened;
        } catch (SQLException | RuntimeException failed) {
            close(opened);
            throw failed instanceof IntakeException said ? said : broken(failed);
        }
    }

    private List<String> described(String from, IntakeLimits limits) throws SQLException {
        try (ResultSet none = statement.executeQuery("SELECT * FROM " + from + " LIMIT 0")) {
            ResultSetMetaData about = none.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= about.getColumnCount(); i++) {
                names.add(about.getColumnName(i));
            }
            List<String> checked = Header.checked(names, limits);
            for (int i = 0; i < checked.size(); i++) {
                String type = about.getColumnTypeName(i + 1).toUpperCase(Locale.ROOT);
                if (type.endsWith("]")
                        || type.startsWith("STRUCT")
                        || type.startsWith("MAP")
                        || type.startsWith("BLOB")) {
                    throw new IntakeException(
                            1,
                            i + 1,
                            "column " + checked.get(i) + " is of type " + type
                                    + "; only numbers, texts, flags and dates are read. Leave it out of the file.");
                }
                if (!checked.get(i).equals(names.get(i))) {
                    throw new IntakeException(
                            1, i + 1, "the name \"" + names.get(i) + "\" has blanks around it; rename the column.");
                }
            }
            return checked;
        }
    }

    private static IntakeException broken(Exception failed) {
        String detail = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
        return new IntakeException("The Parquet file cannot be read: " + detail, failed);
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public boolean next() {
        try {
            if (!rows.next()) {
                return false;
            }
            row++;
            List<String> fields = new ArrayList<>(header.size());
            for (int i = 1; i <= header.size(); i++) {
                String text = rows.getString(i);
                if (text != null && text.length() > longest) {
                    throw new IntakeException(row, i, "the value has more than " + longest + " characters.");
                }
                fields.add(text == null ? "" : text);
            }
            record = fields;
            return true;
        } catch (SQLException failed) {
            throw broken(failed);
        }
    }

    @Override
    public List<String> fields() {
        return record;
    }

    @Override
    public long line() {
        return row;
    }

    @Override
    public void close() throws IOException {
        close(connection);
    }

    private static void close(@org.jspecify.annotations.Nullable DuckDBConnection connection) throws IOException {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException failed) {
                throw new IOException("the Parquet file could not be closed", failed);
            }
        }
    }
}
