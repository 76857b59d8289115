package org.wayleave.workspace;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Reaches into the database of a closed workspace past everything that guards it. */
final class RawDatabase {

    /** Work on a bare connection. */
    @FunctionalInterface
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    private RawDatabase() {}

    static void with(Path root, Work work) throws SQLException {
        try (Connection connection =
                new DatabaseAccess(root.resolve("workspace").toString(), false, null).getConnection()) {
            work.on(connection);
        }
    }

    static void run(Path root, String... statements) throws SQLException {
        with(root, connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        });
    }
}
