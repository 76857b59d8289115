package org.wayleave.journey.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.wayleave.journey.graph.WaitRule;

/** Waits in a person's local time. Instants are epoch milliseconds. */
final class LocalClock {

    private LocalClock() {}

    /**
     * The end of a wait of fixed duration. Whole days are calendar days, so that the local time stays the same over a change of
     * the clock; the rest is time that passes.
     */
    static long plus(long time, Duration duration, ZoneId zone) {
        long days = duration.toDays();
        ZonedDateTime end =
                Instant.ofEpochMilli(time).atZone(zone).plusDays(days).plus(duration.minusDays(days));
        return end.toInstant().toEpochMilli();
    }

    /** The first instant, not before the given one, at which a window is open. */
    static long open(long time, WaitRule.UntilWindow window, ZoneId zone) {
        ZonedDateTime local = Instant.ofEpochMilli(time).atZone(zone);
        // The window that is open now may have opened yesterday; the next one opens within a week.
        for (int day = -1; day <= 8; day++) {
            LocalDate date = local.toLocalDate().plusDays(day);
            if (!window.days().contains(date.getDayOfWeek())) {
                continue;
            }
            LocalDate lastDate = window.to().isAfter(window.from()) ? date : date.plusDays(1);
            long from = date.atTime(window.from()).atZone(zone).toInstant().toEpochMilli();
            long to = lastDate.atTime(window.to()).atZone(zone).toInstant().toEpochMilli();
            if (time < to && from < to) {
                return Math.max(time, from);
            }
        }
        throw new IllegalStateException("no window opens within nine days: " + window);
    }

    /** The instant of a local time on the day so many days after another instant's. */
    static long at(long start, long days, LocalTime time, ZoneId zone) {
        LocalDate date = Instant.ofEpochMilli(start).atZone(zone).toLocalDate().plusDays(days);
        return date.atTime(time).atZone(zone).toInstant().toEpochMilli();
    }
}
