package org.wayleave.workspace;

import java.time.Instant;

/**
 * What a list of documents shows: a version without its content.
 *
 * @param kind kind of document
 * @param id stable id, unique within its kind
 * @param title title as shown to people
 * @param version number of the version, 1, 2, 3 …
 * @param state where that version stands now
 * @param author id of the user who saved it
 * @param time when it was saved, to the millisecond
 * @param contentHash {@code sha256:} and 64 hexadecimal digits over the canonical content
 */
public record DocumentSummary(
        DocumentKind kind,
        String id,
        String title,
        int version,
        DocumentState state,
        String author,
        Instant time,
        String contentHash) {}
