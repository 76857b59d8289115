package org.wayleave.workspace;

/**
 * A disagreement between the audit ledger, the documents and the stored heads.
 *
 * @param kind what kind of disagreement
 * @param number the ledger row concerned, 0 when none is
 * @param subject what is concerned, for example {@code journey/win-back@7}
 * @param message one clear sentence
 */
public record AuditProblem(Kind kind, long number, String subject, String message) {

    /** Kinds of disagreement. */
    public enum Kind {
        /** A row's hash is not the hash of what the row says. */
        EDITED_ROW,
        /** A row is missing in the middle of the ledger. */
        REMOVED_ROW,
        /** A row stands where none was written. */
        INSERTED_ROW,
        /** A row stands elsewhere than where it was written. */
        MOVED_ROW,
        /** A row does not follow from the row before it. */
        BROKEN_LINK,
        /** Rows at the end of the ledger are missing. */
        TRUNCATED,
        /** A stored head is missing or cannot be read. */
        HEAD_MISSING,
        /** The stored content of a document version or run is not what the ledger says. */
        CONTENT_CHANGED,
        /** A document version or run in the ledger is not stored any more. */
        CONTENT_REMOVED,
        /** A document version or run is stored that the ledger does not know. */
        CONTENT_INSERTED
    }
}
