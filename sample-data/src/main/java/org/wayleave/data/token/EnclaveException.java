package org.wayleave.data.token;

/** The enclave does not give, or cannot give, what was asked for; the message says why and what to do. */
public final class EnclaveException extends RuntimeException {
    /** Makes an exception with one clear line. */
    public EnclaveException(String message) {
        super(message);
    }

    /** Makes an exception with one clear line and what led to it. */
    public EnclaveException(String message, Throwable cause) {
        super(message, cause);
    }
}
