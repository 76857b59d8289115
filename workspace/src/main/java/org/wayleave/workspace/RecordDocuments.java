package org.wayleave.workspace;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.wayleave.workspace.WorkspaceException.Reason;
import org.wayleave.workspace.json.JsonProblem;
import org.wayleave.workspace.json.JsonRecord;

/**
 * The documents of one kind as typed, immutable content over a {@link JsonRecord}, whose members {@code id} and {@code title} name
 * the document.
 *
 * @param <D> the content
 */
public final class RecordDocuments<D> {

    private static final int LONGEST_ID = 80;

    private final Workspace workspace;
    private final DocumentKind kind;
    private final Function<JsonRecord, D> read;
    private final Function<D, JsonRecord> write;

    /**
     * Documents of a kind.
     *
     * @param read makes content of a record
     * @param write the record of a content, with everything the record it was made of held
     */
    public RecordDocuments(
            Workspace workspace, DocumentKind kind, Function<JsonRecord, D> read, Function<D, JsonRecord> write) {
        this.workspace = workspace;
        this.kind = kind;
        this.read = read;
        this.write = write;
    }

    /** The newest version of each document, by title. */
    public List<DocumentSummary> list() {
        return workspace.documents().list(kind);
    }

    /** All versions of a document, newest first. */
    public List<DocumentSummary> history(String id) {
        return workspace.documents().history(kind, id).stream()
                .map(DocumentVersion::summary)
                .toList();
    }

    /**
     * The content of a version.
     *
     * @throws WorkspaceException MISSING when there is no such version
     */
    public D content(String id, int version) {
        return workspace
                .documents()
                .version(kind, id, version)
                .map(found -> read.apply(parse(found)))
                .orElseThrow(() -> new WorkspaceException(
                        Reason.MISSING,
                        "There is no version " + version + " of the " + kind.title() + " " + Names.shortened(id)
                                + "."));
    }

    private static JsonRecord parse(DocumentVersion version) {
        try {
            return JsonRecord.parse(version.json());
        } catch (JsonProblem e) {
            throw new WorkspaceException(
                    Reason.DAMAGED, version.title() + " is stored in a form that cannot be read: " + e.getMessage(), e);
        }
    }

    /** Saves a new document under an id made from its title. */
    public DocumentSummary create(D content) {
        String title = write.apply(content).text("title").strip();
        return save(freeId(title), content, 0);
    }

    /**
     * Saves a new version of a document.
     *
     * @param basedOn the version that was edited; 0 when the document must not exist yet
     * @throws WorkspaceException as {@link Documents#save}
     */
    public DocumentSummary save(String id, D content, int basedOn) {
        JsonRecord record = write.apply(content).withText("id", id);
        return workspace
                .documents()
                .save(new DocumentDraft(kind, id, record.text("title").strip(), record.json(), basedOn))
                .summary();
    }

    /** Sets the state of a version; see {@link Documents#changeState}. */
    public DocumentSummary changeState(String id, int version, DocumentState state) {
        return workspace.documents().changeState(kind, id, version, state).summary();
    }

    /** Whether a version was approved by the sample of the workspace; see {@link Documents#approvedBySample}. */
    public boolean approvedBySample(DocumentSummary document) {
        return workspace.documents().approvedBySample(document);
    }

    /** Whether nothing can be saved. */
    public boolean readOnly() {
        return workspace.readOnly() || !workspace.author().role().mayWrite();
    }

    private String freeId(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String words =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String base = words.isEmpty() ? kind.wireName() : words.substring(0, Math.min(words.length(), LONGEST_ID));
        List<String> taken = list().stream().map(DocumentSummary::id).toList();
        String id = base;
        for (int i = 2; taken.contains(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }
}
