package org.wayleave.ui.task;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/**
 * Runs work off the FX thread.
 *
 * <p>The pattern is always the same: capture the inputs on the FX thread, compute off it, publish on it, and only if
 * the result is still the latest that was asked for. All methods are for the FX thread.
 */
public final class BackgroundTasks implements AutoCloseable {
    private static final Duration TICK = Duration.millis(100);

    private final BiConsumer<TaskHandle<?>, Throwable> failureSink;
    private final ExecutorService executor;
    private final ObservableList<TaskHandle<?>> running = FXCollections.observableArrayList();
    private final ObservableList<TaskHandle<?>> runningView = FXCollections.unmodifiableObservableList(running);
    private final Map<TaskHandle<?>, Runnable> pulses = new HashMap<>();
    private final Map<TaskHandle<?>, RunningWork<?>> works = new HashMap<>();
    private final Map<String, TaskHandle<?>> latest = new HashMap<>();
    private final Timeline ticker = new Timeline(new KeyFrame(TICK, event -> pulse()));

    /**
     * A new runner.
     *
     * @param failureSink learns on the FX thread of each failure that no one else handles
     */
    public BackgroundTasks(BiConsumer<TaskHandle<?>, Throwable> failureSink) {
        this.failureSink = failureSink;
        ticker.setCycleCount(Animation.INDEFINITE);
        executor = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("background-", 1).daemon(true).factory());
    }

    /** Starts work that the status bar shows with its progress and a cancel button. */
    public <T> TaskHandle<T> start(String title, Work<T> work) {
        return launch(null, title, true, work);
    }

    /**
     * Starts work that supersedes earlier work of the same key: the earlier one is asked to stop and its result is
     * never published. The status bar shows it.
     */
    public <T> TaskHandle<T> startLatest(String key, String title, Work<T> work) {
        return launch(key, title, true, work);
    }

    /** As {@link #startLatest}, for quick look-ups behind a page that the status bar need not show. */
    public <T> TaskHandle<T> lookUp(String key, String title, Work<T> work) {
        return launch(key, title, false, work);
    }

    /** The tasks that run now, in order of their start; a live view. */
    public ObservableList<TaskHandle<?>> running() {
        return runningView;
    }

    /** Asks all running work to stop and waits a moment for it to end. */
    @Override
    public void close() {
        for (RunningWork<?> work : works.values()) {
            work.requestCancel();
        }
        ticker.stop();
        executor.shutdown();
        try {
            if (!executor.awaitTermination(2, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> TaskHandle<T> launch(
            @org.jspecify.annotations.Nullable String key, String title, boolean announced, Work<T> work) {
        RunningWork<T> run = new RunningWork<>(work);
        TaskHandle<T> handle = new TaskHandle<>(title, announced, run);
        if (key != null) {
            TaskHandle<?> earlier = latest.put(key, handle);
            RunningWork<?> earlierWork = earlier == null ? null : works.get(earlier);
            if (earlierWork != null) {
                earlierWork.supersede();
            }
        }
        running.add(handle);
        works.put(handle, run);
        pulses.put(handle, () -> run.publishTo(handle));
        if (ticker.getStatus() != Animation.Status.RUNNING) {
            ticker.play();
        }
        executor.execute(() -> compute(handle, run));
        return handle;
    }

    private <T> void compute(TaskHandle<T> handle, RunningWork<T> run) {
        Runnable publication;
        try {
            T value = run.run();
            publication = () -> {
                if (run.cancelled()) {
                    handle.finishCancelled(value);
                } else {
                    handle.finishDone(value);
                }
            };
        } catch (CancellationException e) {
            publication = () -> handle.finishCancelled(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            publication = () -> handle.finishCancelled(null);
        } catch (Throwable e) {
            // Errors too: an OutOfMemoryError or a missing native library must reach the user, not die with a thread.
            publication = () -> {
                if (!handle.finishFailed(e)) {
                    failureSink.accept(handle, e);
                }
            };
        }
        Runnable publish = publication;
        Platform.runLater(() -> finish(handle, run, publish));
    }

    private <T> void finish(TaskHandle<T> handle, RunningWork<T> run, Runnable publication) {
        run.publishTo(handle);
        running.remove(handle);
        works.remove(handle);
        pulses.remove(handle);
        latest.values().remove(handle);
        if (running.isEmpty()) {
            ticker.stop();
        }
        if (run.superseded()) {
            handle.finishSuperseded();
        } else {
            publication.run();
        }
    }

    private void pulse() {
        for (Runnable pulse : java.util.List.copyOf(pulses.values())) {
            pulse.run();
        }
    }
}
