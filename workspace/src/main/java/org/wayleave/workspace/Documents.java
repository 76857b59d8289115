package org.wayleave.workspace;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The documents of a workspace, each with its immutable versions. */
public interface Documents {

    /**
     * Saves a new version; when this returns, the version is on disk. Version and audit entry are written together or not at
     * all.
     *
     * @throws WorkspaceException CONFLICT when the draft is not based on the latest version, INVALID_DOCUMENT when content,
     *     id or title break a rule, READ_ONLY, FORBIDDEN or DISK_FULL
     */
    DocumentVersion save(DocumentDraft draft);

    /**
     * Saves a new version, and says in the audit ledger what it is about; version and both rows are written together or not
     * at all.
     *
     * @throws WorkspaceException as {@link #save(DocumentDraft)}, also INVALID_DOCUMENT when the note breaks a rule
     */
    DocumentVersion save(DocumentDraft draft, AuditNote note);

    /** The newest version, in whatever state. */
    Optional<DocumentVersion> latest(DocumentKind kind, String id);

    /** The newest version whose present state is one of the given ones. */
    Optional<DocumentVersion> latestIn(DocumentKind kind, String id, Set<DocumentState> states);

    /** One version. */
    Optional<DocumentVersion> version(DocumentKind kind, String id, int version);

    /** All versions, newest first; empty when there is no such document. */
    List<DocumentVersion> history(DocumentKind kind, String id);

    /** The newest version of every document, by kind and title. */
    List<DocumentSummary> list();

    /** The newest version of every document of a kind, by title. */
    List<DocumentSummary> list(DocumentKind kind);

    /**
     * Sets the state of a version.
     *
     * @throws WorkspaceException MISSING when there is no such version, CONFLICT when the present state does not allow it (see
     *     {@link DocumentState#next()}), FORBIDDEN when the role of the author does not, READ_ONLY
     */
    DocumentVersion changeState(DocumentKind kind, String id, int version, DocumentState state);

    /** Every state a version has had, oldest first; empty when there is no such version. */
    List<StateChange> states(DocumentKind kind, String id, int version);

    /** Whether a version stands approved, and was approved by the sample of the workspace and so by no person. */
    default boolean approvedBySample(DocumentSummary document) {
        if (document.state() != DocumentState.APPROVED && document.state() != DocumentState.ACTIVE) {
            return false;
        }
        return states(document.kind(), document.id(), document.version()).stream()
                .filter(change -> change.state() == DocumentState.APPROVED)
                .reduce((earlier, later) -> later)
                .filter(approval -> approval.author().equals(Author.SAMPLE.id()))
                .isPresent();
    }
}
