package org.wayleave.data.token;

/** An identifier that has no canonical form; the message says what is wrong with it and never repeats it. */
public final class IdentifierException extends IllegalArgumentException {
    /** Makes an exception with one clear line that does not hold the identifier. */
    public IdentifierException(String message) {
        super(message);
    }
}
