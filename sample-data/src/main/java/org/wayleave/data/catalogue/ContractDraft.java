package org.wayleave.data.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;

/** A catalogue whose event contracts are being edited: every edit leaves a catalogue that can be read, and can be undone. For one thread. */
public final class ContractDraft {
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private Catalogue saved;
    private Catalogue now;

    private record Step(String label, Catalogue before, Catalogue after) {}

    /** Begins with a catalogue that is saved. */
    public ContractDraft(Catalogue saved) {
        this.saved = saved;
        now = saved;
    }

    /** Returns the catalogue as it is now. */
    public Catalogue now() {
        return now;
    }

    /** Returns the catalogue that is saved. */
    public Catalogue base() {
        return saved;
    }

    /** Returns whether it differs from what is saved. */
    public boolean changed() {
        return !now.json().equals(saved.json());
    }

    /**
     * Edits; what was undone can no longer be done again.
     *
     * @throws CatalogueException if the catalogue could not be read afterwards; nothing is changed then
     */
    public void apply(ContractEdit edit) {
        Catalogue next = Catalogue.parse(edited(edit));
        if (!next.events().equals(now.events())) {
            done.push(new Step(edit.label(), now, next));
            undone.clear();
            now = next;
        }
    }

    /** Undoes the newest edit, if there is one. */
    public void undo() {
        Step step = done.poll();
        if (step != null) {
            undone.push(step);
            now = step.before();
        }
    }

    /** Does again what was undone last, if there is something. */
    public void redo() {
        Step step = undone.poll();
        if (step != null) {
            done.push(step);
            now = step.after();
        }
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

    /** Takes a catalogue for saved; edits can still be undone. */
    public void saved(Catalogue catalogue) {
        saved = catalogue;
    }

    private String edited(ContractEdit edit) {
        JsonNode root;
        try {
            root = StrictJson.read(now.json());
        } catch (JsonProcessingException e) {
            throw new CatalogueException("the catalogue is not valid JSON: " + e.getOriginalMessage(), e);
        }
        if (root.path("events").get(edit.event()) instanceof ObjectNode contract) {
            edit.change(contract);
            return root.toPrettyString();
        }
        throw new CatalogueException("the catalogue has no event " + edit.event());
    }
}
