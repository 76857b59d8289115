package org.wayleave.journey.graph;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How long a wait lasts. */
public sealed interface WaitRule {

    /**
     * A fixed time. Whole days are calendar days of the person, so that the local time stays the same over a change of the clock.
     *
     * @param duration more than zero
     */
    record ForDuration(Duration duration, Extras extras) implements WaitRule {
        public ForDuration {
            positive(duration);
        }

        public ForDuration(Duration duration) {
            this(duration, Extras.NONE);
        }

        @Override
        public String summary() {
            return words(duration);
        }
    }

    /**
     * Until an event of the person, at most until the timeout.
     *
     * @param match which events
     * @param timeout more than zero
     */
    record ForEvent(EventMatch match, Duration timeout, Extras extras) implements WaitRule {
        public ForEvent {
            positive(timeout);
        }

        public ForEvent(EventMatch match, Duration timeout) {
            this(match, timeout, Extras.NONE);
        }

        @Override
        public String summary() {
            return "until " + match.summary() + " · at most " + words(timeout);
        }
    }

    /**
     * Until the local time lies in a window; people inside it do not wait.
     *
     * @param from first moment of the window in local time
     * @param to first moment after it; earlier than {@code from} when the window spans midnight
     * @param days the days on which the window opens; never empty
     */
    record UntilWindow(LocalTime from, LocalTime to, Set<DayOfWeek> days, Extras extras) implements WaitRule {
        public UntilWindow {
            if (days.isEmpty()) {
                throw new IllegalArgumentException("a window opens on at least one day of the week");
            }
            if (from.equals(to)) {
                throw new IllegalArgumentException("a window has a length: " + from + " to " + to);
            }
            days = Collections.unmodifiableSet(EnumSet.copyOf(days));
        }

        public UntilWindow(LocalTime from, LocalTime to) {
            this(from, to, EnumSet.allOf(DayOfWeek.class), Extras.NONE);
        }

        @Override
        public String summary() {
            String hours = "per person · " + from + "–" + to + " local";
            return days.size() == 7 ? hours : hours + " · " + days.size() + " days a week";
        }
    }

    /** The wait in a few words. */
    String summary();

    private static void positive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("a wait lasts: " + duration);
        }
    }

    /** A duration in words: “3 d 4 h”. */
    static String words(Duration duration) {
        StringBuilder words = new StringBuilder();
        if (duration.toDays() > 0) {
            words.append(duration.toDays()).append(" d ");
        }
        if (duration.toHoursPart() > 0) {
            words.append(duration.toHoursPart()).append(" h ");
        }
        if (duration.toMinutesPart() > 0) {
            words.append(duration.toMinutesPart()).append(" min ");
        }
        if (duration.toSecondsPart() > 0 || words.isEmpty()) {
            words.append(duration.toSecondsPart()).append(" s ");
        }
        return words.toString().strip();
    }
}
