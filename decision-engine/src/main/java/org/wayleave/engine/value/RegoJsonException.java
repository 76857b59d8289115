package org.wayleave.engine.value;

/** Text that is no JSON, or JSON beyond the limits; the message says what and where. */
public final class RegoJsonException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public RegoJsonException(String message) {
        super(message);
    }
}
