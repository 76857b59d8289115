package org.wayleave.data.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.CatalogueException;

/** A catalogue being edited: edits by name, undone and done again, and carried over to a newer version. For one thread. */
public final class RegistryDraft {
    private final Deque<RegistryEdit> undone = new ArrayDeque<>();
    private final List<RegistryEdit> done = new ArrayList<>();
    private Catalogue saved;
    private Catalogue now;

    /** Starts from what is saved. */
    public RegistryDraft(Catalogue saved) {
        this.saved = saved;
        now = saved;
    }

    /** Returns the catalogue with the edits. */
    public Catalogue now() {
        return now;
    }

    /** Returns whether there are edits that are not saved. */
    public boolean changed() {
        return !done.isEmpty();
    }

    /** Returns the edits that are not saved, oldest first. */
    public List<RegistryEdit> edits() {
        return List.copyOf(done);
    }

    /**
     * Applies an edit; one that changes nothing is forgotten.
     *
     * @throws CatalogueException if the catalogue would no longer hold together; nothing is changed then
     */
    public void apply(RegistryEdit edit) {
        Catalogue next = edit.apply(now);
        if (!next.dataElements().equals(now.dataElements())) {
            now = next;
            done.add(edit);
            undone.clear();
        }
    }

    /** Returns what undoing would undo, empty if nothing. */
    public String undoLabel() {
        return done.isEmpty() ? "" : done.getLast().label();
    }

    /** Returns what would be done again, empty if nothing. */
    public String redoLabel() {
        RegistryEdit next = undone.peek();
        return next == null ? "" : next.label();
    }

    /** Undoes the newest edit. */
    public void undo() {
        if (!done.isEmpty()) {
            undone.push(done.removeLast());
            now = replayed(saved);
        }
    }

    /** Does again what was undone last. */
    public void redo() {
        RegistryEdit edit = undone.poll();
        if (edit != null) {
            now = edit.apply(now);
            done.add(edit);
        }
    }

    /**
     * Carries the edits over to a newer version of the catalogue.
     *
     * @throws CatalogueException if one of them no longer fits; nothing is changed then
     */
    public void rebase(Catalogue newer) {
        Catalogue moved = replayed(newer);
        saved = newer;
        now = moved;
    }

    /** Notes that the catalogue as it stands was saved; what was done before can no longer be undone. */
    public void saved() {
        saved = now;
        done.clear();
        undone.clear();
    }

    private Catalogue replayed(Catalogue from) {
        Catalogue catalogue = from;
        for (RegistryEdit edit : done) {
            catalogue = edit.apply(catalogue);
        }
        return catalogue;
    }
}
