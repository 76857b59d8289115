package org.wayleave.data.identity;

/** A document about identity that cannot be read or contradicts itself; the message names the place and what is expected. */
public final class IdentityRulesException extends IllegalArgumentException {
    /** Makes an exception with one clear line. */
    public IdentityRulesException(String message) {
        super(message);
    }

    /** Makes an exception with one clear line and what led to it. */
    public IdentityRulesException(String message, Throwable cause) {
        super(message, cause);
    }
}
