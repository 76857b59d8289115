package org.wayleave.journey.graph;

/** An edit that does not fit the journey; the message is a sentence for the person who tried. */
public final class EditRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EditRefused(String reason) {
        super(reason);
    }

    EditRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
