package org.wayleave.engine.compile;

/** A plan that has to be interpreted; the message says why. */
public final class NotCompilableException extends Exception {
    private static final long serialVersionUID = 1L;

    NotCompilableException(String message) {
        super(message);
    }
}
