package org.wayleave.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.wayleave.workspace.WorkspaceException.Reason;

/** Turns what the file system and the store report into one clear line with a reason. */
final class Failures {

    private static final List<String> NO_ROOM =
            List.of("no space left", "not enough space", "disk full", "quota exceeded", "no disk space");

    private Failures() {}

    /** What a failure means; {@code what} is a clause such as "Cannot save journey/win-back". */
    static WorkspaceException of(String what, Throwable failure) {
        if (failure instanceof WorkspaceException already) {
            return already;
        }
        if (diskFull(failure)) {
            return new WorkspaceException(
                    Reason.DISK_FULL,
                    what + ": the disk is full. Nothing was changed; free some space and open again.",
                    failure);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException || cause instanceof ReadOnlyFileSystemException) {
                return new WorkspaceException(Reason.NO_ACCESS, what + ": this user may not write there.", failure);
            }
            if (cause instanceof NoSuchFileException missing) {
                return new WorkspaceException(
                        Reason.MISSING, what + ": " + missing.getFile() + " is missing.", failure);
            }
        }
        SQLException sql = sqlCause(failure);
        if (sql != null) {
            String state = sql.getSQLState() == null ? "" : sql.getSQLState();
            if (state.startsWith("22") || state.startsWith("23")) {
                return new WorkspaceException(Reason.INVALID_DOCUMENT, what + ": " + oneLine(sql), failure);
            }
            return switch (sql.getErrorCode()) {
                case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                    new WorkspaceException(
                            Reason.IN_USE,
                            what + ": another program has the database open. Close it there first.",
                            failure);
                case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.FILE_ENCRYPTION_ERROR_1 ->
                    new WorkspaceException(
                            Reason.DAMAGED, what + ": the database is damaged. Restore it from a copy.", failure);
                default -> new WorkspaceException(Reason.DAMAGED, what + ": " + oneLine(sql), failure);
            };
        }
        if (failure instanceof FileSystemException file && file.getReason() != null) {
            return new WorkspaceException(Reason.NO_ACCESS, what + ": " + file.getReason() + ".", failure);
        }
        if (failure instanceof IOException) {
            return new WorkspaceException(Reason.NO_ACCESS, what + ": " + oneLine(failure), failure);
        }
        return new WorkspaceException(Reason.DAMAGED, what + ": " + oneLine(failure), failure);
    }

    static boolean diskFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message =
                    cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(Locale.ROOT);
            if (NO_ROOM.stream().anyMatch(message::contains)) {
                return true;
            }
        }
        return false;
    }

    static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        int end = message.indexOf('\n');
        String first = end < 0 ? message : message.substring(0, end);
        return first.length() <= 300 ? first : first.substring(0, 299) + "…";
    }
}
