package org.wayleave.journey.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wayleave.journey.graph.Extras;
import org.wayleave.journey.graph.WaitRule;

class LocalClockTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aDayOverTheChangeOfTheClockKeepsTheLocalTime() {
        // The clock goes forward on 29 March 2026 and back on 25 October 2026.
        assertEquals(at("2026-03-29T10:00"), LocalClock.plus(at("2026-03-28T10:00"), Duration.ofDays(1), BERLIN));
        assertEquals(at("2026-10-25T10:00"), LocalClock.plus(at("2026-10-24T10:00"), Duration.ofDays(1), BERLIN));
        assertEquals(23 * 3_600_000L, at("2026-03-29T10:00") - at("2026-03-28T10:00"));
    }

    @Test
    void hoursOverTheChangeOfTheClockPassAsTheyAre() {
        assertEquals(at("2026-03-29T06:00"), LocalClock.plus(at("2026-03-28T23:00"), Duration.ofHours(6), BERLIN));
        assertEquals(at("2026-10-25T04:00"), LocalClock.plus(at("2026-10-24T23:00"), Duration.ofHours(6), BERLIN));
    }

    @Test
    void aWindowIsThatOfTheLocalClock() {
        WaitRule.UntilWindow day = new WaitRule.UntilWindow(LocalTime.of(9, 0), LocalTime.of(20, 0));
        assertEquals(at("2026-03-28T09:00"), LocalClock.open(at("2026-03-28T03:00"), day, BERLIN));
        assertEquals(at("2026-03-28T19:59"), LocalClock.open(at("2026-03-28T19:59"), day, BERLIN));
        assertEquals(at("2026-03-29T09:00"), LocalClock.open(at("2026-03-28T20:00"), day, BERLIN));
    }

    @Test
    void aWindowOverMidnightIsOpenOnBothSides() {
        WaitRule.UntilWindow night = new WaitRule.UntilWindow(LocalTime.of(22, 0), LocalTime.of(6, 0));
        assertEquals(at("2026-05-02T01:00"), LocalClock.open(at("2026-05-02T01:00"), night, BERLIN));
        assertEquals(at("2026-05-02T22:00"), LocalClock.open(at("2026-05-02T06:00"), night, BERLIN));
    }

    @Test
    void aWindowOpensOnlyOnItsDays() {
        WaitRule.UntilWindow tuesdays = new WaitRule.UntilWindow(
                LocalTime.of(9, 0), LocalTime.of(12, 0), EnumSet.of(DayOfWeek.TUESDAY), Extras.NONE);
        assertEquals(at("2026-03-10T09:00"), LocalClock.open(at("2026-03-03T12:00"), tuesdays, BERLIN));
    }

    @Test
    void aWindowThatTheChangeOfTheClockSwallowsOpensTheNextDay() {
        WaitRule.UntilWindow skipped = new WaitRule.UntilWindow(LocalTime.of(2, 15), LocalTime.of(2, 45));
        long open = LocalClock.open(at("2026-03-29T00:00"), skipped, BERLIN);
        assertTrue(open >= at("2026-03-29T03:00"), Instant.ofEpochMilli(open).toString());
    }

    @Test
    void anOpenedWindowContainsTheMomentAndIsTheFirst() {
        Random random = new Random(3);
        ZoneId[] zones = {BERLIN, ZoneId.of("Atlantic/Canary"), ZoneId.of("Asia/Kathmandu")};
        for (int i = 0; i < 3000; i++) {
            ZoneId zone = zones[random.nextInt(zones.length)];
            LocalTime from = LocalTime.of(random.nextInt(24), 0);
            LocalTime to = from.plusHours(1 + random.nextInt(22));
            WaitRule.UntilWindow window = new WaitRule.UntilWindow(from, to);
            long time = at("2026-05-01T00:00") + random.nextInt(30 * 24 * 60) * 60_000L;
            long open = LocalClock.open(time, window, zone);
            assertTrue(open >= time && open < time + 24 * 3_600_000L);
            assertTrue(isOpen(open, window, zone));
            assertTrue(open == time || !isOpen(open - 60_000, window, zone));
        }
    }

    private static boolean isOpen(long time, WaitRule.UntilWindow window, ZoneId zone) {
        LocalTime local = Instant.ofEpochMilli(time).atZone(zone).toLocalTime();
        return window.to().isAfter(window.from())
                ? !local.isBefore(window.from()) && local.isBefore(window.to())
                : !local.isBefore(window.from()) || local.isBefore(window.to());
    }

    private static long at(String local) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(local), BERLIN)
                .toInstant()
                .toEpochMilli();
    }
}
