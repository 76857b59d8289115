package org.wayleave.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wayleave.workspace.WorkspaceException.Reason;

/**
 * The tables of a workspace and their version. The version is read with one query; the migrations run only when tables are
 * absent or older, because preparing them takes longer than opening the database.
 *
 * @param location class path folder of the migrations
 * @param version version that the migrations lead to
 */
record Schema(String location, int version) {

    /** The schema that this version of the program reads and writes. */
    static final Schema CURRENT = new Schema("org/wayleave/workspace/migration", 3);

    static final String FORMAT = "wayleave-workspace";

    private static final String HISTORY = "schema_history";
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    /** Brings a new or older database to this version. */
    void migrate(DatabaseAccess access) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(access)
                .locations("classpath:" + location)
                .table(HISTORY)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load()
                .migrate();
    }

    /**
     * Brings the database of a folder to this version when it is older. Until that has succeeded a copy is kept, and it takes
     * its place again should a migration fail.
     *
     * @return a connection to the database as it then is
     */
    Connection bringUpToDate(WorkspaceFolder folder, DatabaseAccess access, Connection connection) throws SQLException {
        int found = check(folder, connection);
        if (found == version) {
            return connection;
        }
        Store.shutDown(connection, false);
        try {
            Files.copy(folder.database(), folder.beforeMigration(), StandardCopyOption.REPLACE_EXISTING);
            try (Connection keepOpen = access.getConnection()) {
                LOG.info("Bringing the workspace from schema {} to {}", found, version);
                migrate(access);
                Store.shutDown(keepOpen, false);
            }
            Files.delete(folder.beforeMigration());
        } catch (SQLException | FlywayException | IOException e) {
            restore(folder, e);
            throw Failures.of(
                    "Cannot bring the workspace " + folder.root() + " from schema " + found + " to " + version, e);
        }
        return access.getConnection();
    }

    private static void restore(WorkspaceFolder folder, Exception failure) {
        try {
            if (Files.exists(folder.beforeMigration())) {
                Files.move(folder.beforeMigration(), folder.database(), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * The version of the tables.
     *
     * @throws WorkspaceException NOT_A_WORKSPACE when they are not ours, NEWER_SCHEMA when they are newer than this program
     */
    int check(WorkspaceFolder folder, Connection connection) throws SQLException {
        Integer found = versionOf(connection);
        if (found == null) {
            throw folder.notOurs();
        }
        if (found > version) {
            throw new WorkspaceException(
                    Reason.NEWER_SCHEMA,
                    "The workspace " + folder.root() + " has schema " + found
                            + ", but this Wayleave reads schemas up to " + version
                            + ". Open it with the newer Wayleave that wrote it.");
        }
        return found;
    }

    private static @Nullable Integer versionOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet tables = statement.executeQuery("SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE"
                    + " TABLE_SCHEMA = 'PUBLIC' AND TABLE_NAME IN ('" + HISTORY + "', 'WORKSPACE_IDENTITY')")) {
                if (!tables.next() || tables.getInt(1) != 2) {
                    return null;
                }
            }
            try (ResultSet identity =
                    statement.executeQuery("SELECT COUNT(*) FROM WORKSPACE_IDENTITY WHERE FORMAT = '" + FORMAT + "'")) {
                if (!identity.next() || identity.getInt(1) != 1) {
                    return null;
                }
            }
            try (ResultSet newest = statement.executeQuery("SELECT MAX(CAST(\"version\" AS INT)) FROM \"" + HISTORY
                    + "\" WHERE \"success\" AND \"version\" IS NOT NULL")) {
                return newest.next() ? newest.getInt(1) : null;
            }
        }
    }
}
