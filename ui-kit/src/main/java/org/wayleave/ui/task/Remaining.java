package org.wayleave.ui.task;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words for progress, such as "41,200 of 100,000 · 12 s left". */
public final class Remaining {
    private Remaining() {}

    /** Count and remaining time of a task; its message when it does not count; empty when neither is known. */
    public static String words(TaskHandle<?> task) {
        long total = task.totalProperty().get();
        long done = task.doneProperty().get();
        if (total <= 0) {
            return done > 0
                    ? String.format(Locale.ROOT, "%,d", done)
                    : task.messageProperty().get();
        }
        String count = String.format(Locale.ROOT, "%,d of %,d", done, total);
        @Nullable Duration left = task.remainingProperty().get();
        return left == null ? count : count + " · " + words(left) + " left";
    }

    /** A duration rounded to what a waiting person needs: "8 s", "3 min", "2 h". */
    public static String words(Duration duration) {
        long seconds = Math.max(1, (duration.toMillis() + 999) / 1000);
        if (seconds < 90) {
            return seconds + " s";
        }
        long minutes = (seconds + 30) / 60;
        return minutes < 90 ? minutes + " min" : (minutes + 30) / 60 + " h";
    }
}
