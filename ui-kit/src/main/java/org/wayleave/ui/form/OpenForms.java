package org.wayleave.ui.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a form page that are open, each with its edits, and those saved. Going to another document loses nothing.
 * Needs no toolkit.
 *
 * @param <D> the document's immutable content
 */
final class OpenForms<D> {
    private final FormOutline<D> outline;
    private final Map<String, FormEditor<D>> editors = new LinkedHashMap<>();
    private List<FormEntry> saved = List.of();
    private int made;

    OpenForms(FormOutline<D> outline) {
        this.outline = outline;
    }

    /** The editor of a document, or null when it is not open. */
    @Nullable
    FormEditor<D> editor(String id) {
        return editors.get(id);
    }

    FormEditor<D> open(FormEntry entry, D content) {
        FormEditor<D> editor = new FormEditor<>(outline);
        editor.load(entry, content);
        editors.put(entry.id(), editor);
        return editor;
    }

    /** Starts a document that is not saved yet. */
    FormEditor<D> create(Instant now, String author) {
        made++;
        String title = "New " + outline.noun() + (made == 1 ? "" : " " + made);
        FormEntry entry = new FormEntry("new/" + made, title, 0, "draft", List.of(), author, now);
        return open(entry, outline.withTitle().apply(outline.blank(), title));
    }

    /** A document was saved, perhaps for the first time and so under its lasting id. */
    void saved(FormEditor<D> editor, FormEntry entry, D content) {
        FormEntry before = editor.entryProperty().get();
        if (before != null) {
            editors.remove(before.id());
        }
        editors.put(entry.id(), editor);
        editor.saved(entry, content);
    }

    void close(String id) {
        editors.remove(id);
    }

    void listed(List<FormEntry> entries) {
        saved = List.copyOf(entries);
    }

    /** What the list shows: documents not saved yet, then those saved. */
    List<FormEntry> shown() {
        List<FormEntry> all = new ArrayList<>();
        for (FormEditor<D> editor : editors.values()) {
            FormEntry entry = editor.entryProperty().get();
            if (entry != null && entry.version() == 0) {
                all.add(entry);
            }
        }
        all.addAll(saved);
        return all;
    }

    boolean edited(String id) {
        FormEditor<D> editor = editors.get(id);
        return editor != null && editor.changedProperty().get();
    }

    /** The editors with edits that are not saved. */
    List<FormEditor<D>> unsaved() {
        return editors.values().stream()
                .filter(editor -> editor.changedProperty().get())
                .toList();
    }
}
