package org.wayleave.data.ui.model;

import java.util.function.Consumer;
import org.wayleave.ui.task.Work;

/** Runs work off the thread of the view-models and comes back to it with the outcome. */
public interface Background {
    /** Work that goes on. */
    interface Ticket {
        /** Asks it to stop, keeping what is done. */
        void cancel();
    }

    /**
     * Starts work; an earlier work of the same key is dropped and its outcome never reported.
     *
     * @param progress told now and then, as done and total
     * @param done told the result, or what was done before a cancellation
     * @param failed told why there is no result
     */
    <T> Ticket start(
            String key, String title, Work<T> work, Steps progress, Consumer<T> done, Consumer<Throwable> failed);

    /** Is told how far work is. */
    @FunctionalInterface
    interface Steps {
        /** Says how many units of how many are done. */
        void at(long done, long total);
    }
}
