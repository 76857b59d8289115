package org.wayleave.data.catalogue;

/** A catalogue that cannot be read or contradicts itself; the message names the place and what is expected. */
public final class CatalogueException extends IllegalArgumentException {
    /** Makes an exception with one clear line. */
    public CatalogueException(String message) {
        super(message);
    }

    /** Makes an exception with one clear line and what led to it. */
    public CatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}
