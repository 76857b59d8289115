package org.wayleave.policy.pack;

import org.jspecify.annotations.Nullable;

/** A policy pack or policy document cannot be used; the message is one clear line that says what and where. */
public final class PolicyPackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A problem described by one clear line. */
    public PolicyPackException(String message) {
        this(message, null);
    }

    /** A problem with the technical cause behind it. */
    public PolicyPackException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
