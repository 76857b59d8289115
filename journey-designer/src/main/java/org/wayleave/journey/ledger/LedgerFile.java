package org.wayleave.journey.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** Opens the DuckDB file of a ledger, with everything off that would reach beyond it. */
final class LedgerFile {

    private LedgerFile() {}

    static DuckDBConnection open(Path file, boolean readOnly) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("threads", "2");
        properties.setProperty("memory_limit", "512MB");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        if (readOnly) {
            properties.setProperty("duckdb.read_only", "true");
        }
        Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file.toAbsolutePath(), properties);
        return connection.unwrap(DuckDBConnection.class);
    }

    static LedgerException failure(String what, Path file, SQLException cause) {
        String detail = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new LedgerException(what + " " + file + ": " + detail, cause);
    }
}
