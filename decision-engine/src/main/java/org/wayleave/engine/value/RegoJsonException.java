package org.wayleave.engine.value;

/** Text that is no JSON, or JSON beyond the limits; the message says what and where. */
public final class RegoJsonException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to read JSON.
     *
     * @param message one line: what and where
     */
    public RegoJsonException(String message) {
        super(message);
    }
}
