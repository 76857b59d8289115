package org.wayleave.data.ui;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wayleave.ui.control.Toasts;
import org.wayleave.ui.task.BackgroundTasks;

/** Writes a text to a file that the user chooses. */
final class TextFile {
    private final BackgroundTasks tasks;
    private final Toasts toasts;
    private final ExportTarget target;

    TextFile(BackgroundTasks tasks, Toasts toasts, ExportTarget target) {
        this.tasks = tasks;
        this.toasts = toasts;
        this.target = target;
    }

    void write(String what, String name, String text) {
        target.choose(what, name)
                .ifPresent(file -> tasks.start(what, progress -> {
                            Files.writeString(file, text, StandardCharsets.UTF_8);
                            return file;
                        })
                        .onDone(written -> toasts.good("Written to " + written + "."))
                        .onFailed(failure -> failed(file, failure)));
    }

    private void failed(Path file, Throwable failure) {
        toasts.bad(file + " was not written: "
                + (failure.getMessage() == null ? failure.toString() : failure.getMessage())
                + ". Choose another folder, or make room on the disk.");
    }
}
