package org.wayleave.journey.canvas;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.graph.EditHistory;
import org.wayleave.journey.graph.EditRefused;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.graph.Step;

/**
 * One journey being edited: the graph with its history, and what is selected. Every change of the graph is a named edit.
 * Needs no toolkit; used from one thread, the FX thread when there is one.
 */
public final class JourneyEditor {

    private EditHistory history;
    private Journey saved;
    private final ReadOnlyObjectWrapper<Journey> journey = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper readOnly = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ObservableSet<String> selection = FXCollections.observableSet();
    private final ObjectProperty<@Nullable EdgeKey> selectedEdge = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> focus = new SimpleObjectProperty<>();
    private final ObservableList<String> undoList = FXCollections.observableArrayList();
    private final ObservableList<String> redoList = FXCollections.observableArrayList();
    // Kept, because a view that nobody holds is collected together with its listeners.
    private final ObservableSet<String> selectionView = FXCollections.unmodifiableObservableSet(selection);
    private final ObservableList<String> undoView = FXCollections.unmodifiableObservableList(undoList);
    private final ObservableList<String> redoView = FXCollections.unmodifiableObservableList(redoList);

    /** Starts editing a journey, which counts as saved. */
    public JourneyEditor(Journey start) {
        history = new EditHistory(start);
        saved = start;
        journey.set(start);
    }

    /** Turns to another journey, which counts as saved; history and selection start anew. */
    public void open(Journey other, boolean unchangeable) {
        selection.clear();
        selectedEdge.set(null);
        focus.set(null);
        history = new EditHistory(other);
        saved = other;
        readOnly.set(unchangeable);
        publish();
    }

    /** Makes an edit. Returns whether it was made; when not, {@link #refusalProperty} says why. */
    public boolean edit(JourneyEdit edit) {
        if (readOnly.get()) {
            refusal.set("");
            refusal.set("This journey is open for reading only");
            return false;
        }
        try {
            history.apply(edit);
        } catch (EditRefused refused) {
            // Cleared first so that the same reason twice is still a change for listeners.
            refusal.set("");
            refusal.set(String.valueOf(refused.getMessage()));
            return false;
        }
        refusal.set("");
        publish();
        return true;
    }

    /** Takes the last edit back. */
    public void undo() {
        if (history.undo().isPresent()) {
            publish();
        }
    }

    /** Makes the edit again that was taken back last. */
    public void redo() {
        if (history.redo().isPresent()) {
            publish();
        }
    }

    /** Says that the journey as it stands is now saved. */
    public void markSaved(Journey what) {
        saved = what;
        changed.set(!history.current().equals(saved));
    }

    /** Selects one step and nothing else, and puts the focus on it. */
    public void select(String step) {
        selectAll(List.of(step));
    }

    /** Selects these steps and nothing else; the first has the focus. */
    public void selectAll(Collection<String> steps) {
        selectedEdge.set(null);
        Set<String> wanted = Set.copyOf(steps);
        selection.retainAll(wanted);
        selection.addAll(wanted);
        focus.set(steps.isEmpty() ? null : steps.iterator().next());
    }

    /** Adds a step to the selection, or takes it out. */
    public void toggle(String step) {
        selectedEdge.set(null);
        if (!selection.remove(step)) {
            selection.add(step);
            focus.set(step);
        } else {
            focus.set(selection.isEmpty() ? null : selection.iterator().next());
        }
    }

    /** Selects one edge and nothing else. */
    public void selectEdge(EdgeKey edge) {
        selection.clear();
        focus.set(null);
        selectedEdge.set(edge);
    }

    /** Selects nothing. */
    public void clearSelection() {
        selection.clear();
        focus.set(null);
        selectedEdge.set(null);
    }

    /** Returns the journey as it stands. */
    public Journey current() {
        return history.current();
    }

    /** Returns the selected step when it is exactly one. */
    public Optional<Step> selectedStep() {
        return selection.size() == 1
                ? history.current().step(selection.iterator().next())
                : Optional.empty();
    }

    /** The journey as it stands. */
    public ReadOnlyObjectProperty<Journey> journeyProperty() {
        return journey.getReadOnlyProperty();
    }

    /** Whether there is an edit to take back. */
    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    /** Whether there is an edit to make again. */
    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Whether the journey differs from the saved one. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Whether edits are refused. */
    public ReadOnlyBooleanProperty readOnlyProperty() {
        return readOnly.getReadOnlyProperty();
    }

    /** Why the last edit was refused; empty when it was made. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** Ids of the selected steps; change it by the methods of this class only. */
    public ObservableSet<String> selection() {
        return selectionView;
    }

    /** The selected edge, or null. */
    public ObjectProperty<@Nullable EdgeKey> selectedEdgeProperty() {
        return selectedEdge;
    }

    /** Id of the step that the keyboard is on, or null. */
    public ObjectProperty<@Nullable String> focusProperty() {
        return focus;
    }

    /** What undo would take back, the last edit first. */
    public ObservableList<String> undoList() {
        return undoView;
    }

    /** What redo would make again, the next first. */
    public ObservableList<String> redoList() {
        return redoView;
    }

    private void publish() {
        Journey now = history.current();
        canUndo.set(history.canUndo());
        canRedo.set(history.canRedo());
        changed.set(!now.equals(saved));
        undoList.setAll(history.undoDescriptions());
        redoList.setAll(history.redoDescriptions());
        selection.removeIf(id -> now.step(id).isEmpty());
        String focused = focus.get();
        if (focused != null && now.step(focused).isEmpty()) {
            focus.set(null);
        }
        EdgeKey edge = selectedEdge.get();
        if (edge != null && now.edge(edge.from(), edge.port()).isEmpty()) {
            selectedEdge.set(null);
        }
        journey.set(now);
    }
}
