package org.wayleave.data.identity;

/** A change of clusters that must not be; the message says why. */
public final class IdentityRefused extends RuntimeException {
    /** Makes an exception with one clear line. */
    public IdentityRefused(String message) {
        super(message);
    }
}
