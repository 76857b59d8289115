package org.wayleave.data;

/** A recipe that is unknown or does not say what it must; the message names the place and what is expected. */
public final class RecipeException extends IllegalArgumentException {
    /** Makes an exception with one clear line. */
    public RecipeException(String message) {
        super(message);
    }

    /** Makes an exception with one clear line and what led to it. */
    public RecipeException(String message, Throwable cause) {
        super(message, cause);
    }
}
