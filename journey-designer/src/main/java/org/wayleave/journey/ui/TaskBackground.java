package org.wayleave.journey.ui;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import org.wayleave.journey.ui.model.Background;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.task.TaskHandle;
import org.wayleave.ui.task.Work;

/** Background work by the tasks of the desktop. */
final class TaskBackground implements Background {

    private final BackgroundTasks tasks;

    TaskBackground(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public <T> Ticket start(String title, Work<T> work, Outcome<T> outcome) {
        TaskHandle<T> handle = tasks.start(title, work);
        handle.onDone(outcome.done()).onFailed(outcome.failed()).onCancelled(outcome.cancelled());
        return new Ticket() {
            @Override
            public void cancel() {
                handle.cancel();
            }

            @Override
            public ReadOnlyDoubleProperty fraction() {
                return handle.fractionProperty();
            }

            @Override
            public ReadOnlyStringProperty message() {
                return handle.messageProperty();
            }
        };
    }

    @Override
    public <T> void lookUp(String key, String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        tasks.lookUp(key, title, work).onDone(done).onFailed(failed);
    }
}
