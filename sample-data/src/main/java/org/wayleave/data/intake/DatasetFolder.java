package org.wayleave.data.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.wayleave.data.table.CategoryColumn;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.table.Table;

/**
 * Data sets in a folder: the rows of each in a database file of its own, its description beside it. A data set is there when its
 * description is, which is put in place last; what an interruption leaves behind is never listed.
 */
public final class DatasetFolder {
    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
    private static final String TABLE = "data";
    private static final int BLOCK = 1 << 16;
    private static final int STRIDE = 1024;

    private final Path folder;
    private final InstantSource clock;

    /** Uses a folder, which is made with the first data set. */
    public DatasetFolder(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Returns an id made of the name of a file. */
    public static String idOf(Path file) {
        Path last = file.getFileName();
        String name = (last == null ? "" : last.toString())
                .toLowerCase(Locale.ROOT)
                .replaceFirst("(\\.(csv|tsv|txt|parquet|gz))+$", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+", "");
        String cut = (name.length() > 64 ? name.substring(0, 64) : name).replaceAll("-+$", "");
        return cut.isEmpty() ? "people" : cut;
    }

    /** Returns the data sets by id. */
    public List<Dataset> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Dataset> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")
                            && !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList()) {
                found.add(DatasetJson.read(file));
            }
        }
        return found;
    }

    /**
     * Returns a data set.
     *
     * @throws IntakeException if there is none of that id
     */
    public Dataset get(String id) throws IOException {
        Path file = description(checked(id));
        if (!Files.isRegularFile(file)) {
            List<String> ids = list().stream().map(Dataset::id).toList();
            throw new IntakeException("There is no data set " + id + "; "
                    + (ids.isEmpty() ? "none was imported yet." : "there are " + String.join(", ", ids) + "."));
        }
        return DatasetJson.read(file);
    }

    /**
     * Keeps a table.
     *
     * @param id free
     * @param source the file it came from
     * @param plans of the columns of the table, in order
     * @throws IntakeException if the id is not free or not well formed; nothing is written then
     */
    public Dataset add(String id, Path source, List<ColumnPlan> plans, Table table) throws IOException {
        return add(id, source, plans, table, () -> false);
    }

    /**
     * Adds a data set, unless that is cancelled.
     *
     * @param cancelled asked now and then
     * @throws CancellationException once cancelled; nothing is written then
     * @throws IntakeException if there is one of that id already, or the id is not well formed; nothing is written then
     */
    public Dataset add(String id, Path source, List<ColumnPlan> plans, Table table, BooleanSupplier cancelled)
            throws IOException {
        refuseTaken(id);
        Path name = source.getFileName();
        Dataset dataset = new Dataset(
                id, name == null ? id : name.toString(), table.rows(), plans, clock.instant(), hash(source));
        Files.createDirectories(folder);
        Path rows = folder.resolve("." + id + "-" + Long.toHexString(System.nanoTime()) + ".partial");
        Path about = folder.resolve(rows.getFileName() + ".json");
        try {
            write(table, rows, cancelled);
            Files.write(about, DatasetJson.bytes(dataset));
            Files.move(rows, rows(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.move(about, description(id), StandardCopyOption.ATOMIC_MOVE);
            return dataset;
        } catch (SQLException failed) {
            throw new IOException("the rows of data set " + id + " cannot be written: " + failed.getMessage(), failed);
        } finally {
            Files.deleteIfExists(rows);
            Files.deleteIfExists(folder.resolve(rows.getFileName() + ".wal"));
            Files.deleteIfExists(about);
        }
    }

    /**
     * Refuses an id that cannot be used for another data set.
     *
     * @throws IntakeException if there is one of that id already, or the id is not well formed
     */
    void refuseTaken(String id) {
        if (Files.exists(description(checked(id)))) {
            throw new IntakeException(
                    "There is a data set " + id + " already; choose another name, or remove it first.");
        }
    }

    /** Removes a data set, its description first. */
    public void remove(String id) throws IOException {
        Files.deleteIfExists(description(checked(id)));
        Files.deleteIfExists(rows(id));
    }

    /** Reads the columns of a data set that can be measured and learned from. */
    public Table table(Dataset dataset) throws IOException {
        List<ColumnPlan> plans = dataset.measured();
        if (plans.isEmpty()) {
            throw new IntakeException("Data set " + dataset.id() + " holds only tokens; there is nothing to measure.");
        }
        String names = String.join(
                ", ", plans.stream().map(plan -> ClosedDuckDb.name(plan.name())).toList());
        try (DuckDBConnection connection = ClosedDuckDb.file(rows(checked(dataset.id())), true);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + names + " FROM " + TABLE + " ORDER BY rowid")) {
            List<ColumnValues> values = new ArrayList<>();
            for (int i = 0; i < plans.size(); i++) {
                values.add(new ColumnValues(plans.get(i), i + 1, null));
            }
            while (rows.next()) {
                for (int i = 0; i < values.size(); i++) {
                    values.get(i).stored(rows, i + 1);
                }
            }
            return new Table(values.stream().map(ColumnValues::column).toList());
        } catch (SQLException failed) {
            throw new IOException(
                    "the rows of data set " + dataset.id() + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static void write(Table table, Path file, BooleanSupplier cancelled) throws SQLException {
        try (DuckDBConnection connection = ClosedDuckDb.file(file, false)) {
            List<String> columns = new ArrayList<>();
            for (Column column : table.columns()) {
                columns.add(
                        ClosedDuckDb.name(column.name()) + (column instanceof NumberColumn ? " DOUBLE" : " VARCHAR"));
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE " + TABLE + " (" + String.join(", ", columns) + ")");
            }
            try (DuckDBAppender rows = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, TABLE)) {
                for (int row = 0; row < table.rows(); row++) {
                    if (row % STRIDE == 0 && cancelled.getAsBoolean()) {
                        throw new CancellationException("writing the rows was cancelled");
                    }
                    rows.beginRow();
                    for (Column column : table.columns()) {
                        append(rows, column, row);
                    }
                    rows.endRow();
                }
                rows.flush();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT");
            }
        }
    }

    private static void append(DuckDBAppender rows, Column column, int row) throws SQLException {
        if (column.missing(row)) {
            rows.appendNull();
            return;
        }
        switch (column) {
            case NumberColumn numbers -> rows.append(numbers.value(row));
            case CategoryColumn categories -> rows.append(categories.text(row));
        }
    }

    private static String hash(Path source) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[BLOCK];
            try (InputStream in = new DigestInputStream(Files.newInputStream(source), digest)) {
                int got = in.read(block);
                while (got >= 0) {
                    got = in.read(block);
                }
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path description(String id) {
        return folder.resolve(id + ".json");
    }

    private Path rows(String id) {
        return folder.resolve(id + ".duckdb");
    }

    private static String checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IntakeException("\"" + id
                    + "\" is no name for a data set: small letters, digits and hyphens, at most 64, a letter"
                    + " or digit first and last.");
        }
        return id;
    }
}
