package org.wayleave.data.catalogue;

/** A catalogue that cannot be read or contradicts itself; the message names the place and what is expected. */
public sealed class CatalogueException extends IllegalArgumentException permits CatalogueConflictException {
    /** Makes an exception with one clear line. */
    public CatalogueException(String message) {
        super(message);
    }

    /** Makes an exception with one clear line and what led to it. */
    public CatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}
