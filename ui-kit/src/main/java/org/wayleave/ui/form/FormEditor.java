package org.wayleave.ui.form;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One document being filled in: its content now, what may be undone, what is missing. Needs no toolkit.
 *
 * @param <D> the document's immutable content
 */
public final class FormEditor<D> {
    private final FormOutline<D> outline;
    private final ReadOnlyObjectWrapper<@Nullable FormEntry> entry = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<D> document;
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper undoable = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoable = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<FormProblem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private FormHistory<D> history;

    public FormEditor(FormOutline<D> outline) {
        this.outline = outline;
        this.history = new FormHistory<>(outline.blank());
        this.document = new ReadOnlyObjectWrapper<>(outline.blank());
    }

    /** What is asked. */
    public FormOutline<D> outline() {
        return outline;
    }

    /** Takes up a version; what was edited before is forgotten. */
    public void load(FormEntry version, D content) {
        history = new FormHistory<>(content);
        entry.set(version);
        publish();
    }

    /** The version being edited, or null when none is open. */
    public ReadOnlyObjectProperty<@Nullable FormEntry> entryProperty() {
        return entry.getReadOnlyProperty();
    }

    /** The content now. */
    public ReadOnlyObjectProperty<D> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /** Whether the content differs from the version saved; a document never saved differs from the start. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Label of the edit that undo takes back; empty when there is none. */
    public ReadOnlyStringProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** Label of the edit that redo makes again; empty when there is none. */
    public ReadOnlyStringProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /** What is missing or wrong, in the order of the form. */
    public ReadOnlyObjectProperty<List<FormProblem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** Puts an answer into the document. */
    public void edit(Question<D> question, D next) {
        history.edit(question.id(), question.label(), next);
        publish();
    }

    /** Puts another content in the place of the present one, as one edit that can be undone. */
    public void replace(String label, D next) {
        history.seal();
        history.edit("", label, next);
        history.seal();
        publish();
    }

    /** The next edit can be undone by itself; called when the focus moves on. */
    public void seal() {
        history.seal();
    }

    public void undo() {
        history.undo();
        publish();
    }

    public void redo() {
        history.redo();
        publish();
    }

    /** A version with the given content was saved; edits made meanwhile stay. */
    public void saved(FormEntry version, D content) {
        history.saved(content);
        entry.set(version);
        publish();
    }

    /** The version has come into another state. */
    public void moved(FormEntry version) {
        entry.set(version);
    }

    private void publish() {
        FormEntry version = entry.get();
        problems.set(problemsOf(history.now()));
        changed.set(history.changed() || (version != null && version.version() == 0));
        String undo = history.undoable();
        undoable.set(undo == null ? "" : undo);
        String redo = history.redoable();
        redoable.set(redo == null ? "" : redo);
        // Last, so that whoever watches the document finds what is drawn from it up to date.
        document.set(history.now());
    }

    private List<FormProblem> problemsOf(D now) {
        List<FormProblem> found = new ArrayList<>();
        for (FormSection<D> section : outline.sections()) {
            for (Question<D> question : section.questions()) {
                String message = question.problem(now);
                if (!message.isEmpty()) {
                    found.add(new FormProblem(section.id(), question.id(), message));
                }
            }
        }
        return List.copyOf(found);
    }

    /** How far a section has come. */
    public SectionState state(FormSection<D> section) {
        D now = history.now();
        int answered = 0;
        boolean problem = false;
        boolean unsettled = false;
        for (Question<D> question : section.questions()) {
            answered += question.answered(now) ? 1 : 0;
            problem |= !question.problem(now).isEmpty();
            unsettled |= question instanceof Question.Text<D> text && unsettled(text, now);
        }
        if (answered == 0) {
            return SectionState.OPEN;
        }
        if (problem) {
            return SectionState.PROBLEM;
        }
        return unsettled || answered < section.questions().size() ? SectionState.STARTED : SectionState.DONE;
    }

    private static <D> boolean unsettled(Question.Text<D> text, D now) {
        Question.Settled<D> settled = text.settled();
        return settled != null && !settled.isSettled(now);
    }
}
