package org.wayleave.ui.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The edits of a document, to be undone and redone. Edits of the same question in a row are one, until {@link #seal()}.
 *
 * @param <D> the document's immutable content
 */
final class FormHistory<D> {
    private static final int KEPT = 500;

    /** What the document was before an edit, or after it when undone. */
    private record Step<D>(String question, String label, D document) {}

    private final Deque<Step<D>> undone = new ArrayDeque<>();
    private final Deque<Step<D>> done = new ArrayDeque<>();
    private D saved;
    private D now;
    private boolean sealed = true;

    FormHistory(D start) {
        saved = start;
        now = start;
    }

    D now() {
        return now;
    }

    /** Whether the document differs from what was saved. */
    boolean changed() {
        return !now.equals(saved);
    }

    void saved(D document) {
        saved = document;
        sealed = true;
    }

    void edit(String question, String label, D next) {
        if (next.equals(now)) {
            return;
        }
        Step<D> last = done.peek();
        if (sealed || last == null || !last.question.equals(question)) {
            done.push(new Step<>(question, label, now));
            if (done.size() > KEPT) {
                done.removeLast();
            }
        }
        undone.clear();
        now = next;
        sealed = false;
    }

    /** The next edit stands on its own, even when it is of the same question. */
    void seal() {
        sealed = true;
    }

    /** What would be undone, or null. */
    @Nullable
    String undoable() {
        Step<D> last = done.peek();
        return last == null ? null : last.label;
    }

    /** What would be redone, or null. */
    @Nullable
    String redoable() {
        Step<D> next = undone.peek();
        return next == null ? null : next.label;
    }

    void undo() {
        move(done, undone);
    }

    void redo() {
        move(undone, done);
    }

    private void move(Deque<Step<D>> from, Deque<Step<D>> to) {
        if (!from.isEmpty()) {
            Step<D> step = Objects.requireNonNull(from.pop());
            to.push(new Step<>(step.question, step.label, now));
            now = step.document;
            sealed = true;
        }
    }
}
