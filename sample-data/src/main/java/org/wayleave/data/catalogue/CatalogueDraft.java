package org.wayleave.data.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wayleave.data.catalogue.CatalogueConflict.Choice;

/**
 * A catalogue being edited: every edit leaves a catalogue that can be read, is undone and done again by name, and outlives saving and
 * newer versions from elsewhere. For one thread.
 */
public final class CatalogueDraft {
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private Catalogue saved;
    private Catalogue now;

    private record Step(String label, Catalogue before, Catalogue after) {}

    /** Begins with a catalogue that is saved. */
    public CatalogueDraft(Catalogue saved) {
        this.saved = saved;
        now = saved;
    }

    /** Returns the catalogue with the edits. */
    public Catalogue now() {
        return now;
    }

    /** Returns the catalogue that is saved. */
    public Catalogue saved() {
        return saved;
    }

    /** Returns whether it differs from what is saved. */
    public boolean changed() {
        return !changes().isEmpty();
    }

    /** Returns the entries that differ from what is saved, such as "dataElements.device". */
    public List<String> changes() {
        return now.json().equals(saved.json()) ? List.of() : CatalogueMerge.differences(saved, now);
    }

    /**
     * Edits; what was undone can no longer be done again. An edit that changes nothing is forgotten.
     *
     * @throws CatalogueException if the catalogue could not be read afterwards; nothing is changed then
     */
    public void apply(CatalogueEdit edit) {
        ObjectNode tree = CatalogueEntries.tree(now);
        edit.change(tree);
        Catalogue next = Catalogue.parse(tree.toPrettyString());
        if (!CatalogueMerge.differences(now, next).isEmpty()) {
            done.push(new Step(edit.label(), now, next));
            undone.clear();
            now = next;
        }
    }

    /**
     * Undoes the newest edit, if there is one; what was changed elsewhere since stays.
     *
     * @throws CatalogueException if the same field was changed elsewhere since; nothing is changed then
     */
    public void undo() {
        Step step = done.peek();
        if (step != null) {
            now = moved(step.after(), step.before(), "undone");
            undone.push(done.pop());
        }
    }

    /**
     * Does again what was undone last, if there is something.
     *
     * @throws CatalogueException if the same field was changed elsewhere since; nothing is changed then
     */
    public void redo() {
        Step step = undone.peek();
        if (step != null) {
            now = moved(step.before(), step.after(), "done again");
            done.push(undone.pop());
        }
    }

    private Catalogue moved(Catalogue from, Catalogue to, String what) {
        if (now.equals(from)) {
            return to;
        }
        CatalogueMerge merge = CatalogueMerge.of(from, to, now);
        Map<CatalogueConflict, Choice> choices = new HashMap<>();
        for (CatalogueConflict conflict : merge.conflicts()) {
            if (!conflict.canKeepBoth()) {
                throw new CatalogueException(
                        "\"" + conflict.path() + "\" was changed elsewhere since, so that this cannot be " + what);
            }
            choices.put(conflict, Choice.BOTH);
        }
        return merge.merged(choices);
    }

    /** Returns what undoing would undo, empty if nothing. */
    public String undoLabel() {
        Step step = done.peek();
        return step == null ? "" : step.label();
    }

    /** Returns what would be done again, empty if nothing. */
    public String redoLabel() {
        Step step = undone.peek();
        return step == null ? "" : step.label();
    }

    /** Drops what is not saved, and with it what could be undone. */
    public void discard() {
        now = saved;
        done.clear();
        undone.clear();
    }

    /**
     * Carries the edits over to a newer version that was saved elsewhere.
     *
     * @return entries that were changed there too; if there are any, nothing is changed
     * @throws CatalogueException if an edit no longer fits; nothing is changed then
     */
    public List<CatalogueConflict> rebase(Catalogue newer) {
        CatalogueMerge merge = CatalogueMerge.of(saved, now, newer);
        if (merge.conflicts().isEmpty()) {
            now = merge.merged();
            saved = newer;
        }
        return merge.conflicts();
    }

    /**
     * Carries the edits over to a newer version, with conflicts decided.
     *
     * @throws CatalogueException if a conflict is not decided or the choices do not hold together; nothing is changed then
     */
    public void rebase(Catalogue newer, Map<CatalogueConflict, Choice> choices) {
        Catalogue merged = CatalogueMerge.of(saved, now, newer).merged(choices);
        now = merged;
        saved = newer;
    }

    /**
     * Notes what was saved; edits made since stay, and those before can still be undone.
     *
     * @param wanted the catalogue as it was given to be saved
     * @param stored the catalogue as it was saved, with changes from elsewhere
     */
    public void saved(Catalogue wanted, Catalogue stored) {
        saved = wanted;
        // An entry edited during the saving that was changed elsewhere too is asked about at the next saving.
        if (CatalogueMerge.of(wanted, now, stored).conflicts().isEmpty()) {
            rebase(stored);
        }
    }
}
