package org.wayleave.data.ui;

import java.util.function.Consumer;
import org.wayleave.data.ui.model.Background;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.task.TaskHandle;
import org.wayleave.ui.task.Work;

/** Background work by the tasks of the desktop, shown by the page itself. */
final class TaskBackground implements Background {
    private final BackgroundTasks tasks;

    TaskBackground(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public <T> Ticket start(
            String key, String title, Work<T> work, Steps progress, Consumer<T> done, Consumer<Throwable> failed) {
        TaskHandle<T> handle = tasks.lookUp(key, title, work);
        handle.doneProperty()
                .subscribe(units ->
                        progress.at(units.longValue(), handle.totalProperty().get()));
        handle.onDone(done).onFailed(failed).onCancelled(partial -> {
            if (partial != null) {
                done.accept(partial);
            }
        });
        return handle::cancel;
    }
}
