package org.wayleave.workspace;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something a person can act on went wrong with a workspace; the message is one clear line. */
public final class WorkspaceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why an operation did not happen. In every case nothing was changed. */
    public enum Reason {
        /** There is no such folder, document version, run or user. */
        MISSING,
        /** The folder or its database is not a Wayleave workspace. */
        NOT_A_WORKSPACE,
        /** The path of the folder holds a character that the store cannot take. */
        INVALID_FOLDER,
        /** The workspace was written by a newer Wayleave. */
        NEWER_SCHEMA,
        /** Another process, or this one, has the workspace open for writing. */
        IN_USE,
        /** The passphrase does not open the workspace. */
        WRONG_PASSPHRASE,
        /** The workspace is encrypted and no passphrase was given. */
        NEEDS_PASSPHRASE,
        /** A passphrase was given for a workspace that is not encrypted. */
        NOT_ENCRYPTED,
        /** The folder to create or copy to is not empty. */
        NOT_EMPTY,
        /** The disk has no room left. */
        DISK_FULL,
        /** The workspace was opened read-only. */
        READ_ONLY,
        /** Somebody saved a newer version in between, or the state change is not possible from the present state. */
        CONFLICT,
        /** A document, id, title or value breaks a rule; the message says which. */
        INVALID_DOCUMENT,
        /** The role of the author does not allow it. */
        FORBIDDEN,
        /** The folder cannot be read or written with the rights of this process. */
        NO_ACCESS,
        /** The store is damaged. */
        DAMAGED,
        /** The workspace has been closed. */
        CLOSED
    }

    private final Reason reason;

    /** An exception whose message is one clear line: what, where, what to do. */
    public WorkspaceException(Reason reason, String message) {
        this(reason, message, null);
    }

    /** An exception with the technical cause behind it. */
    public WorkspaceException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why the operation did not happen. */
    public Reason reason() {
        return reason;
    }

    /** The one clear line. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
