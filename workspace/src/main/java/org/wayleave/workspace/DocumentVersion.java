package org.wayleave.workspace;

import java.time.Instant;

/**
 * One version of a document; its content never changes.
 *
 * @param kind kind of document
 * @param id stable id, unique within its kind
 * @param title title as shown to people
 * @param version 1, 2, 3 …
 * @param state where this version stands now
 * @param author id of the user who saved it
 * @param time when it was saved, to the millisecond
 * @param contentHash {@code sha256:} and 64 hexadecimal digits over the UTF-8 bytes of {@code json}
 * @param json the content in canonical form (RFC 8785)
 */
public record DocumentVersion(
        DocumentKind kind,
        String id,
        String title,
        int version,
        DocumentState state,
        String author,
        Instant time,
        String contentHash,
        String json) {

    /** The same without its content. */
    public DocumentSummary summary() {
        return new DocumentSummary(kind, id, title, version, state, author, time, contentHash);
    }
}
