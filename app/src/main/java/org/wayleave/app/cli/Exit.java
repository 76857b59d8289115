package org.wayleave.app.cli;

/** The exit codes of every command. */
public final class Exit {
    /** All is well. */
    public static final int FINE = 0;
    /** The command ran, and what it checked did not pass. */
    public static final int CHECK_FAILED = 1;
    /** Bad use or bad input: nothing was done. */
    public static final int BAD_USE = 2;

    private Exit() {}
}
