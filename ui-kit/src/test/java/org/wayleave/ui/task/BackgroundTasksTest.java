package org.wayleave.ui.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.wayleave.ui.testing.FxTest;
import org.wayleave.ui.testing.FxThread;

@FxTest
class BackgroundTasksTest {
    @Test
    void workRunsOffTheFxThreadAndPublishesOnIt() {
        List<Boolean> onFxThread = new ArrayList<>();
        try (BackgroundTasks tasks = new BackgroundTasks((task, error) -> {})) {
            TaskHandle<Boolean> handle = tasks.start("Compute", progress -> Platform.isFxApplicationThread());
            handle.onDone(value -> onFxThread.addAll(List.of(value, Platform.isFxApplicationThread())));
            FxThread.await("the result", () -> handle.state() == TaskState.DONE);
            assertEquals(List.of(false, true), onFxThread);
            assertTrue(tasks.running().isEmpty());
        }
    }

    @Test
    void onlyTheLatestWorkOfAKeyIsPublished() {
        List<String> published = new ArrayList<>();
        CountDownLatch gate = new CountDownLatch(1);
        try (BackgroundTasks tasks = new BackgroundTasks((task, error) -> {})) {
            TaskHandle<String> first = tasks.startLatest("preview", "Preview", progress -> {
                gate.await();
                return "first";
            });
            first.onDone(published::add).onCancelled(partial -> published.add("cancelled"));
            TaskHandle<String> second = tasks.startLatest("preview", "Preview", progress -> "second");
            second.onDone(published::add);
            FxThread.await("the second result", () -> second.state() == TaskState.DONE);
            gate.countDown();
            FxThread.await("the end of the first", () -> tasks.running().isEmpty());
            assertEquals(List.of("second"), published);
        }
    }

    @Test
    void aCancelKeepsWhatIsDone() {
        List<Integer> kept = new ArrayList<>();
        CountDownLatch counted = new CountDownLatch(1);
        try (BackgroundTasks tasks = new BackgroundTasks((task, error) -> {})) {
            TaskHandle<Integer> handle = tasks.start("Count", progress -> {
                int done = 0;
                while (!progress.cancelled()) {
                    progress.count(++done, 1_000_000_000L);
                    counted.countDown();
                }
                return done;
            });
            handle.onCancelled(partial -> kept.add(partial == null ? -1 : partial));
            FxThread.await("some counting", () -> counted.getCount() == 0);
            handle.cancel();
            FxThread.await("the cancel", () -> handle.state() == TaskState.CANCELLED);
            assertTrue(kept.getFirst() > 0);
            assertEquals(1_000_000_000L, handle.totalProperty().get());
        }
    }

    @Test
    void aFailureThatNobodyTakesReachesTheSink() {
        List<String> sink = new ArrayList<>();
        try (BackgroundTasks tasks =
                new BackgroundTasks((task, error) -> sink.add(task.title() + ": " + error.getMessage()))) {
            TaskHandle<String> lost = tasks.start("Load people", progress -> {
                throw new IllegalStateException("the file is gone");
            });
            TaskHandle<String> taken = tasks.start("Other", progress -> {
                throw new IllegalStateException("taken");
            });
            List<String> own = new ArrayList<>();
            taken.onFailed(error -> own.add(String.valueOf(error.getMessage())));
            FxThread.await("both failures", () -> tasks.running().isEmpty());
            assertEquals(TaskState.FAILED, lost.state());
            assertEquals(List.of("Load people: the file is gone"), sink);
            assertEquals(List.of("taken"), own);
        }
    }

    @Test
    void remainingTimeIsSaidInRoundWords() {
        assertEquals("1 s", Remaining.words(Duration.ofMillis(3)));
        assertEquals("42 s", Remaining.words(Duration.ofMillis(41_200)));
        assertEquals("3 min", Remaining.words(Duration.ofSeconds(170)));
        assertEquals("2 h", Remaining.words(Duration.ofMinutes(110)));
        assertFalse(Remaining.words(Duration.ofDays(1)).isEmpty());
    }
}
