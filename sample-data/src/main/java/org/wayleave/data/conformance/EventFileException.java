package org.wayleave.data.conformance;

import org.jspecify.annotations.Nullable;

/** A file of events that cannot be read; the message names the line and what to do. */
public final class EventFileException extends IllegalArgumentException {
    /** Makes an exception with one clear line. */
    public EventFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
