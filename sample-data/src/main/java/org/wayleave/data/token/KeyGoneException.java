package org.wayleave.data.token;

/** The key of an epoch is no more, or never was: its tokens can no longer be made. */
public final class KeyGoneException extends RuntimeException {
    /** Makes an exception about an epoch. */
    public KeyGoneException(int epoch) {
        super("there is no key of epoch " + epoch + ": it was destroyed when the epoch's overlap ended, or never made");
    }
}
