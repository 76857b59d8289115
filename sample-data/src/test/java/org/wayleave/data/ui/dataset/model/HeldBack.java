package org.wayleave.data.ui.dataset.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.wayleave.data.ui.model.Background;
import org.wayleave.ui.task.Progress;
import org.wayleave.ui.task.Work;

/** Holds work back until a test lets it run on the test's own thread; the newest of a key takes the place of earlier ones. */
final class HeldBack implements Background {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Map<String, Integer> newest = new HashMap<>();

    @Override
    public <T> Ticket start(
            String key, String title, Work<T> work, Steps progress, Consumer<T> done, Consumer<Throwable> failed) {
        int mine = newest.merge(key, 1, Integer::sum);
        boolean[] cancelled = new boolean[1];
        waiting.add(() -> {
            if (mine != newest.getOrDefault(key, 0)) {
                return;
            }
            try {
                done.accept(work.run(new Progress() {
                    @Override
                    public void count(long units, long total) {
                        progress.at(units, total);
                    }

                    @Override
                    public void message(String text) {}

                    @Override
                    public boolean cancelled() {
                        return cancelled[0];
                    }
                }));
            } catch (Exception e) {
                failed.accept(e);
            }
        });
        return () -> cancelled[0] = true;
    }

    void run() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
