package org.wayleave.journey.lint;

import java.util.Locale;

/** How bad a problem is. */
public enum Severity {
    /** The journey cannot do what it is drawn for. */
    ERROR,
    /** It can, but people or figures suffer. */
    WARNING,
    /** Worth knowing. */
    INFO;

    /** The name in files. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
