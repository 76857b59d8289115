package org.wayleave.model.ui;

import java.util.List;
import org.wayleave.ui.form.FormEntry;
import org.wayleave.ui.form.FormStore;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.RecordDocuments;

/**
 * Documents of a workspace as form pages see them.
 *
 * @param <D> the document's immutable content
 */
public final class RecordForms<D> implements FormStore<D> {
    private final RecordDocuments<D> documents;

    public RecordForms(RecordDocuments<D> documents) {
        this.documents = documents;
    }

    private FormEntry entry(DocumentSummary document) {
        return new FormEntry(
                document.id(),
                document.title(),
                document.version(),
                document.state().wireName(),
                document.state().next().stream().map(DocumentState::wireName).toList(),
                document.author(),
                document.time(),
                documents.approvedBySample(document) ? "Sample: approved by the sample itself, by nobody" : "");
    }

    @Override
    public List<FormEntry> list() {
        return documents.list().stream().map(this::entry).toList();
    }

    @Override
    public List<FormEntry> history(String id) {
        return documents.history(id).stream().map(this::entry).toList();
    }

    @Override
    public D content(String id, int version) {
        return documents.content(id, version);
    }

    @Override
    public FormEntry save(String id, D content, int basedOn) {
        return entry(basedOn == 0 ? documents.create(content) : documents.save(id, content, basedOn));
    }

    @Override
    public FormEntry changeState(String id, int version, String state) {
        return entry(documents.changeState(id, version, DocumentState.ofWireName(state)));
    }

    @Override
    public boolean readOnly() {
        return documents.readOnly();
    }
}
