package org.wayleave.data.intake;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Connections of DuckDB that reach nothing but one file: no other path, no network, no extension. */
final class ClosedDuckDb {
    private ClosedDuckDb() {}

    /** Opens a database file. */
    static DuckDBConnection file(Path file, boolean readOnly) throws SQLException {
        Properties properties = properties();
        if (readOnly) {
            properties.setProperty("duckdb.read_only", "true");
        }
        return closed("jdbc:duckdb:" + file.toAbsolutePath(), properties, null);
    }

    /** Opens a database in memory that may read one file. */
    static DuckDBConnection reading(Path file) throws SQLException {
        return closed("jdbc:duckdb:", properties(), file);
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("threads", "2");
        properties.setProperty("memory_limit", "512MB");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        return properties;
    }

    private static DuckDBConnection closed(String url, Properties properties, @Nullable Path allowed)
            throws SQLException {
        DuckDBConnection connection =
                DriverManager.getConnection(url, properties).unwrap(DuckDBConnection.class);
        try (Statement statement = connection.createStatement()) {
            if (allowed != null) {
                statement.execute(
                        "SET allowed_paths = [" + text(allowed.toAbsolutePath().toString()) + "]");
            }
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Returns a text as a literal. */
    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Returns a name, quoted. */
    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
