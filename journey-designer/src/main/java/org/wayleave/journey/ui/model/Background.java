package org.wayleave.journey.ui.model;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;
import org.wayleave.ui.task.Work;

/** Runs work off the thread of the view-models and comes back to it with the outcome. */
public interface Background {

    /** Work that goes on. */
    interface Ticket {
        /** Asks it to stop, keeping what is done. */
        void cancel();

        /** Share done, 0 to 1; -1 when not known. */
        ReadOnlyDoubleProperty fraction();

        /** How far it is, in words; empty when it does not say. */
        ReadOnlyStringProperty message();
    }

    /** What to do with an outcome. */
    record Outcome<T>(Consumer<T> done, Consumer<Throwable> failed, Consumer<@Nullable T> cancelled) {}

    /** Starts work that is worth showing, with progress and cancel. */
    <T> Ticket start(String title, Work<T> work, Outcome<T> outcome);

    /** Looks something up; an earlier look-up of the same key that still goes on is dropped. */
    <T> void lookUp(String key, String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed);
}
