package org.wayleave.workspace;

import java.util.Locale;

/** How far a run has come. */
public enum RunState {
    /** Started; still running, or its process ended before it could complete. */
    INCOMPLETE,
    /** Ran to its end. */
    COMPLETE,
    /** Stopped by a person. */
    CANCELLED,
    /** Stopped by an error. */
    FAILED;

    /** The name in files and on the command line, for example {@code incomplete}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
