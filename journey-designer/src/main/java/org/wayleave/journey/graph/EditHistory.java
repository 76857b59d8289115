package org.wayleave.journey.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The edits of one session on one journey, with undo and redo without limit. Old journeys are kept whole; they share what did
 * not change. Not thread-safe: it belongs to whoever edits.
 */
public final class EditHistory {

    /**
     * A change and the journey before or after it.
     *
     * @param description what the edit did
     * @param journey for an undo the journey before, for a redo the journey after
     */
    private record Change(String description, Journey journey) {}

    private final Deque<Change> undo = new ArrayDeque<>();
    private final Deque<Change> redo = new ArrayDeque<>();
    private Journey current;

    /** A history that starts with this journey. */
    public EditHistory(Journey start) {
        this.current = start;
    }

    /** The journey as it stands. */
    public Journey current() {
        return current;
    }

    /**
     * Makes an edit; what was undone before can then no longer be redone. An edit that changes nothing leaves no trace.
     *
     * @return the journey after it
     * @throws EditRefused when the edit does not fit; the history stays what it was
     */
    public Journey apply(JourneyEdit edit) {
        Journey after = edit.apply(current);
        if (!after.equals(current)) {
            undo.push(new Change(edit.description(), current));
            redo.clear();
            current = after;
        }
        return current;
    }

    /** Takes back the last edit; empty when there is none. */
    public Optional<Journey> undo() {
        if (undo.isEmpty()) {
            return Optional.empty();
        }
        Change change = undo.pop();
        redo.push(new Change(change.description(), current));
        current = change.journey();
        return Optional.of(current);
    }

    /** Makes the edit again that was taken back last; empty when there is none. */
    public Optional<Journey> redo() {
        if (redo.isEmpty()) {
            return Optional.empty();
        }
        Change change = redo.pop();
        undo.push(new Change(change.description(), current));
        current = change.journey();
        return Optional.of(current);
    }

    /** Whether there is something to take back. */
    public boolean canUndo() {
        return !undo.isEmpty();
    }

    /** Whether there is something to make again. */
    public boolean canRedo() {
        return !redo.isEmpty();
    }

    /** What undo would take back, the last edit first. */
    public List<String> undoDescriptions() {
        return undo.stream().map(Change::description).toList();
    }

    /** What redo would make again, the next first. */
    public List<String> redoDescriptions() {
        return redo.stream().map(Change::description).toList();
    }
}
