package org.wayleave.app.cli;

/** Ends a command with one clear line for its user: what happened, where, and what to do. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure through bad use or bad input. */
    public CommandFailure(String message) {
        super(message);
    }

    /** A failure through bad use or bad input, with what brought it about. */
    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
