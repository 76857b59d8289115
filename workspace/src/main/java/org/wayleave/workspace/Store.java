package org.wayleave.workspace;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.wayleave.workspace.WorkspaceException.Reason;

/**
 * The one connection to the database. All work runs on one thread of the store's own: calls are serial, and a caller that is
 * interrupted while it waits cannot close the file under the database, as an interrupt inside a file channel would.
 */
final class Store implements AutoCloseable {

    private final Connection connection;
    private final DSLContext context;
    private final boolean readOnly;
    private final ExecutorService thread;
    private volatile @Nullable WorkspaceException broken;
    private boolean closed;

    /** Takes over the connection, and closes the database with it. */
    Store(Connection connection, boolean readOnly) {
        this.connection = connection;
        this.readOnly = readOnly;
        this.context = DSL.using(
                connection,
                SQLDialect.H2,
                new Settings().withRenderSchema(false).withExecuteLogging(false).withDiagnosticsLogging(false));
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread worker = new Thread(work, "workspace-store");
            worker.setDaemon(true);
            return worker;
        });
    }

    boolean readOnly() {
        return readOnly;
    }

    /** For work that runs on the store's thread already. */
    DSLContext context() {
        return context;
    }

    /** Runs queries; {@code what} says in case of failure what was not possible, such as "Cannot list documents". */
    <T extends @Nullable Object> T read(String what, Function<DSLContext, T> work) {
        return onThread(what, () -> {
            try {
                return work.apply(context);
            } finally {
                connection.rollback();
            }
        });
    }

    /**
     * Runs changes as one transaction that is on disk when this returns, or has not happened.
     *
     * @param afterCommit runs on the store's thread once the transaction is on disk; must not throw
     */
    <T extends @Nullable Object> T write(String what, Function<DSLContext, T> work, Runnable afterCommit) {
        if (readOnly) {
            throw new WorkspaceException(
                    Reason.READ_ONLY, what + ": the workspace is open read-only. Open it for writing to change it.");
        }
        return onThread(what, () -> {
            boolean committed = false;
            try {
                T result = work.apply(context);
                connection.commit();
                flush();
                committed = true;
                afterCommit.run();
                return result;
            } finally {
                if (!committed && !connection.isClosed()) {
                    connection.rollback();
                }
            }
        });
    }

    /** Runs one statement outside of any transaction. */
    void execute(String what, String sql) {
        onThread(what, () -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            return true;
        });
    }

    private void flush() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    private <T extends @Nullable Object> T onThread(String what, Callable<T> work) {
        WorkspaceException earlier = broken;
        if (earlier != null) {
            throw new WorkspaceException(
                    earlier.reason(),
                    what + ": the workspace stopped after an error. " + earlier.getMessage(),
                    earlier);
        }
        return await(what, work);
    }

    private <T extends @Nullable Object> T await(String what, Callable<T> work) {
        Future<T> result;
        try {
            result = thread.submit(work);
        } catch (RejectedExecutionException e) {
            throw new WorkspaceException(Reason.CLOSED, what + ": the workspace has been closed.", e);
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted =
                            true; // the work goes on and is waited for; the caller learns of the interrupt afterwards
                } catch (ExecutionException e) {
                    throw failure(what, e.getCause() == null ? e : e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private RuntimeException failure(String what, Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof SQLException || cause instanceof DataAccessException) {
            WorkspaceException translated = Failures.of(what, cause);
            if (translated.reason() != Reason.INVALID_DOCUMENT) {
                broken = translated;
            }
            return translated;
        }
        return cause instanceof RuntimeException unexpected ? unexpected : Failures.of(what, cause);
    }

    /** Closes the database after the work under way; a store that failed is left as its last commit made it. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            await("Cannot close the workspace", () -> {
                shutDown(connection, readOnly || broken != null);
                return true;
            });
        } finally {
            thread.shutdown();
        }
    }

    /** Closes a database with its connection; at once means without tidying the file. */
    static void shutDown(Connection connection, boolean atOnce) {
        try (connection) {
            if (connection.isClosed()) {
                return;
            }
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute(atOnce ? "SHUTDOWN IMMEDIATELY" : "SHUTDOWN");
            }
        } catch (SQLException e) {
            if (!atOnce) {
                throw Failures.of("Cannot close the workspace", e);
            }
            // Everything acknowledged is on disk already; a store that has stopped cannot be stopped better.
        }
    }
}
