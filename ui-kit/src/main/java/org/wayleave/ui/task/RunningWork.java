package org.wayleave.ui.task;

import java.util.concurrent.atomic.AtomicBoolean;

/** The off-thread side of a task: progress counters that the FX thread reads at its own pace. */
final class RunningWork<T> implements Progress {
    private final Work<T> work;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean superseded = new AtomicBoolean();
    private volatile long done;
    private volatile long total;
    private volatile String message = "";
    private final long startNanos = System.nanoTime();

    RunningWork(Work<T> work) {
        this.work = work;
    }

    T run() throws Exception {
        return work.run(this);
    }

    @Override
    public void count(long doneUnits, long totalUnits) {
        total = totalUnits;
        done = doneUnits;
    }

    @Override
    public void message(String text) {
        message = text;
    }

    @Override
    public boolean cancelled() {
        return cancelled.get();
    }

    void requestCancel() {
        cancelled.set(true);
    }

    void supersede() {
        superseded.set(true);
        cancelled.set(true);
    }

    boolean superseded() {
        return superseded.get();
    }

    void publishTo(TaskHandle<T> handle) {
        handle.publishProgress(done, total, message, System.nanoTime() - startNanos);
    }
}
