package org.wayleave.ui.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A background task as the FX thread sees it. All members are for the FX thread.
 *
 * @param <T> what the work yields
 */
public final class TaskHandle<T> {
    private final String title;
    private final boolean announced;
    private final RunningWork<T> work;
    private final ReadOnlyObjectWrapper<TaskState> state = new ReadOnlyObjectWrapper<>(TaskState.RUNNING);
    private final ReadOnlyLongWrapper done = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Duration> remaining = new ReadOnlyObjectWrapper<>();
    private final List<Consumer<T>> doneActions = new ArrayList<>();
    private final List<Consumer<Throwable>> failedActions = new ArrayList<>();
    private final List<Consumer<@Nullable T>> cancelledActions = new ArrayList<>();
    private @Nullable T result;
    private @Nullable Throwable failure;

    TaskHandle(String title, boolean announced, RunningWork<T> work) {
        this.title = title;
        this.announced = announced;
        this.work = work;
    }

    /** What the task does, as shown in the status bar. */
    public String title() {
        return title;
    }

    /** Whether the status bar shows the task; quick look-ups behind a page are not announced. */
    public boolean announced() {
        return announced;
    }

    public ReadOnlyObjectProperty<TaskState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public TaskState state() {
        return state.get();
    }

    /** Units done. */
    public ReadOnlyLongProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** Units in all, 0 when not known. */
    public ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** Share done, 0 to 1; -1 when not known. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** What is being done now; empty when the work does not say. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Estimated time left; null until a second has passed and the total is known. */
    public ReadOnlyObjectProperty<@Nullable Duration> remainingProperty() {
        return remaining.getReadOnlyProperty();
    }

    /** Asks the work to stop, keeping what is done. Does nothing once it has ended. */
    public void cancel() {
        work.requestCancel();
    }

    /** Runs with the result when the work ends well, on the FX thread; at once when it already has. */
    public TaskHandle<T> onDone(Consumer<T> action) {
        doneActions.add(action);
        if (state.get() == TaskState.DONE) {
            acceptResult(action);
        }
        return this;
    }

    /** Runs with the error when the work fails. Without such an action the failure goes to the failure sink. */
    public TaskHandle<T> onFailed(Consumer<Throwable> action) {
        failedActions.add(action);
        Throwable error = failure;
        if (state.get() == TaskState.FAILED && error != null) {
            action.accept(error);
        }
        return this;
    }

    /** Runs with what is done, or null when nothing could be kept, after a cancel by the user. */
    public TaskHandle<T> onCancelled(Consumer<@Nullable T> action) {
        cancelledActions.add(action);
        if (state.get() == TaskState.CANCELLED) {
            action.accept(result);
        }
        return this;
    }

    void publishProgress(long doneUnits, long totalUnits, String text, long elapsedNanos) {
        done.set(doneUnits);
        total.set(Math.max(0, totalUnits));
        message.set(text);
        if (totalUnits > 0) {
            double share = Math.clamp((double) doneUnits / totalUnits, 0, 1);
            fraction.set(share);
            if (elapsedNanos >= 1_000_000_000L && share > 0) {
                remaining.set(Duration.ofNanos((long) (elapsedNanos * (1 - share) / share)));
            }
        }
    }

    void finishDone(T value) {
        result = value;
        state.set(TaskState.DONE);
        for (Consumer<T> action : List.copyOf(doneActions)) {
            action.accept(value);
        }
    }

    void finishCancelled(@Nullable T partial) {
        result = partial;
        state.set(TaskState.CANCELLED);
        for (Consumer<@Nullable T> action : List.copyOf(cancelledActions)) {
            action.accept(partial);
        }
    }

    /** Returns whether somebody took the failure. */
    boolean finishFailed(Throwable error) {
        failure = error;
        state.set(TaskState.FAILED);
        List<Consumer<Throwable>> actions = List.copyOf(failedActions);
        for (Consumer<Throwable> action : actions) {
            action.accept(error);
        }
        return !actions.isEmpty();
    }

    /** Ends superseded work without publishing anything. */
    void finishSuperseded() {
        state.set(TaskState.CANCELLED);
    }

    @SuppressWarnings("NullAway") // T may itself be nullable; the state says that the result is there.
    private void acceptResult(Consumer<T> action) {
        action.accept(result);
    }
}
