package org.wayleave.workspace;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Arrays;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.Driver;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is and how to connect to it. Holds the key of an encrypted database until it is wiped.
 *
 * <p>Every commit is written to the file at once ({@code WRITE_DELAY=0}); the database is never made by connecting, is not
 * closed by a shutdown hook, and leaves no trace files.
 */
final class DatabaseAccess implements DataSource {

    private static final String USER = "wayleave";

    private final String url;
    private final byte @Nullable [] key;

    /** @param name path without suffix, with the H2 file system in front when it is not the default one */
    DatabaseAccess(String name, boolean create, byte @Nullable [] key) {
        this.url = "jdbc:h2:" + name
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;MAX_COMPACT_TIME=50;IFEXISTS="
                + (create ? "FALSE" : "TRUE")
                + (key == null ? "" : ";CIPHER=AES");
        this.key = key;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Properties properties = new Properties();
        properties.put("user", USER);
        properties.put("password", password());
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("H2 does not take the address of the database");
        }
        return connection;
    }

    /** H2 reads the file's key and the user's password, which is empty here, from one array and overwrites it. */
    private char[] password() {
        if (key == null) {
            return new char[0];
        }
        char[] password = new char[key.length * 2 + 1];
        for (int i = 0; i < key.length; i++) {
            password[2 * i] = Character.forDigit((key[i] >> 4) & 15, 16);
            password[2 * i + 1] = Character.forDigit(key[i] & 15, 16);
        }
        password[password.length - 1] = ' ';
        return password;
    }

    /** The key as H2's file encryption takes it, to be overwritten after use; empty when the database is not encrypted. */
    char[] fileKey() {
        char[] password = password();
        char[] file = Arrays.copyOf(password, Math.max(0, password.length - 1));
        Arrays.fill(password, '\0');
        return file;
    }

    void wipe() {
        if (key != null) {
            Arrays.fill(key, (byte) 0);
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The user of the database is fixed");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Nothing is wrapped");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
