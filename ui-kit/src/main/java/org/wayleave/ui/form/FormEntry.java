package org.wayleave.ui.form;

import java.time.Instant;
import java.util.List;

/**
 * One version of a document as lists show it.
 *
 * @param id stable id of the document
 * @param title title as shown to people
 * @param version number of the version; 0 for a document that has not been saved yet
 * @param state where it stands, such as {@code in-review}
 * @param next the states that may follow
 * @param author who saved it
 * @param time when it was saved
 * @param standing what people must know about its state, such as that nobody approved it; empty when there is nothing
 */
public record FormEntry(
        String id,
        String title,
        int version,
        String state,
        List<String> next,
        String author,
        Instant time,
        String standing) {
    /** Copies the states. */
    public FormEntry {
        next = List.copyOf(next);
    }

    /** A version of whose state there is nothing more to say. */
    public FormEntry(
            String id, String title, int version, String state, List<String> next, String author, Instant time) {
        this(id, title, version, state, next, author, time, "");
    }
}
