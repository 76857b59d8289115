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
 */
public record FormEntry(
        String id, String title, int version, String state, List<String> next, String author, Instant time) {
    /** Copies the states. */
    public FormEntry {
        next = List.copyOf(next);
    }
}
