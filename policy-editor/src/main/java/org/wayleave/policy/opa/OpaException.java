package org.wayleave.policy.opa;

import org.jspecify.annotations.Nullable;

/** OPA could not do what it was asked; the message is one clear line. Faults in Rego are no exceptions but results. */
public final class OpaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A problem described by one clear line. */
    public OpaException(String message) {
        this(message, null);
    }

    /** A problem with the technical cause behind it. */
    public OpaException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
