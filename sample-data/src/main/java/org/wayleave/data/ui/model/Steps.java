package org.wayleave.data.ui.model;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.wayleave.ui.task.Work;

/** One long work of a view-model: what it says, how far it is, and how to stop it. For one thread. */
public final class Steps {
    private final Background background;
    private final String key;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private Background.@Nullable Ticket running;

    /** Makes work that has not begun; a later work of the same key takes the place of an earlier one. */
    public Steps(Background background, String key) {
        this.background = background;
        this.key = key;
    }

    /** Share done, 0 to 1; 1 when nothing goes on. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** What goes on, what came out or what went wrong, in words. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /**
     * Starts the work.
     *
     * @param unit what is counted, such as "people"
     * @param done told the result, and returns what to say of it
     */
    public <T> void start(String title, String unit, Work<T> work, java.util.function.Function<T, String> done) {
        fraction.set(0);
        status.set(title + "…");
        Consumer<T> published = result -> {
            running = null;
            fraction.set(1);
            status.set(done.apply(result));
        };
        running = background.start(
                key,
                title,
                work,
                (count, total) -> {
                    if (total > 0 && fraction.get() < 1) {
                        fraction.set(Math.min(0.999, (double) count / total));
                        status.set(title + ": " + Words.count(count) + " of " + Words.count(total) + " " + unit);
                    }
                },
                published,
                failure -> {
                    running = null;
                    fraction.set(1);
                    status.set(title + " failed: " + (failure.getMessage() == null ? failure : failure.getMessage()));
                });
    }

    /** Says something else. */
    public void say(String words) {
        status.set(words);
    }

    /** Asks the work to stop, keeping what is done. */
    public void cancel() {
        Background.Ticket going = running;
        if (going != null) {
            going.cancel();
        }
    }
}
