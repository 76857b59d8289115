package org.wayleave.journey.ledger;

/** A ledger that cannot be written or read; the message is one line: what, where, what to do. */
public final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerException(String message, Throwable cause) {
        super(message, cause);
    }

    LedgerException(String message) {
        super(message);
    }
}
