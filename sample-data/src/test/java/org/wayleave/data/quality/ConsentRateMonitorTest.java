package org.wayleave.data.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.data.consent.ConsentChange;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;

class ConsentRateMonitorTest {
    private static final Instant NEWEST = Instant.parse("2026-03-02T00:00:00Z");
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final ConsentRegistry REGISTRY = new ConsentRegistry(
            List.of(new ConsentRegistry.Key(Dimension.PURPOSE, "marketing", 365 * DAY)), List.of("1"), new long[] {0});

    @Test
    void sharesAreThoseOfTheCustomersOfTheTime() {
        ConsentRateMonitor monitor = new ConsentRateMonitor(REGISTRY, NEWEST, 2);
        monitor.add(ago(400), history(100, ConsentChange.Kind.GRANTED));
        monitor.add(ago(400), history(10, ConsentChange.Kind.DECLINED));
        monitor.add(ago(20), history(5, ConsentChange.Kind.GRANTED));
        ConsentRate rate = monitor.rates().getFirst();
        assertEquals(2, rate.people(0));
        assertEquals(3, rate.people(2));
        assertEquals(0.5, rate.share(ConsentState.State.GRANTED, 0));
        assertEquals(0.5, rate.share(ConsentState.State.UNKNOWN, 0));
        assertEquals(2.0 / 3, rate.share(ConsentState.State.GRANTED), 1e-12);
        assertEquals(1.0 / 3, rate.share(ConsentState.State.DENIED), 1e-12);
    }

    @Test
    void consentsThatRunOutWithinThirtyDaysAreCounted() {
        ConsentRateMonitor monitor = new ConsentRateMonitor(REGISTRY, NEWEST, 0);
        monitor.add(ago(500), history(340, ConsentChange.Kind.GRANTED));
        monitor.add(ago(500), history(330, ConsentChange.Kind.GRANTED));
        monitor.add(ago(500), history(340, ConsentChange.Kind.DECLINED));
        assertEquals(1, monitor.rates().getFirst().runningOut());
    }

    @Test
    void aFallBeyondWhatTheMonthsBeforeLetExpectIsAnAlert() {
        assertEquals(ConsentRate.Alert.FALL, rate(80).alert());
        assertEquals(ConsentRate.Alert.NONE, rate(0).alert());
    }

    @Test
    void aChangeOfLessThanAPointIsNoAlert() {
        ConsentRate rate = rate(4);
        assertTrue(Math.abs(rate.change()) < ConsentRate.LEAST_CHANGE);
        assertEquals(ConsentRate.Alert.NONE, rate.alert());
    }

    @Test
    void aShareThatGrowsMoreSlowlyHasNotFallen() {
        ConsentRateMonitor monitor = new ConsentRateMonitor(REGISTRY, NEWEST, 6);
        for (int month = 0; month < 6; month++) {
            int granting = month == 0 ? 20 : 100 + month % 2;
            for (int i = 0; i < granting; i++) {
                monitor.add(ago(500), history(30 * month + 15, ConsentChange.Kind.GRANTED));
            }
        }
        ConsentRate rate = monitor.rates().getFirst();
        assertTrue(rate.change() > ConsentRate.LEAST_CHANGE);
        assertEquals(ConsentRate.Alert.NONE, rate.alert());
    }

    @Test
    void tooFewMonthsSayNothing() {
        ConsentRateMonitor monitor = new ConsentRateMonitor(REGISTRY, NEWEST, 1);
        for (int i = 0; i < 10; i++) {
            monitor.add(ago(500), history(2, ConsentChange.Kind.GRANTED));
        }
        ConsentRate rate = monitor.rates().getFirst();
        assertEquals(1, rate.change());
        assertEquals(ConsentRate.Alert.NONE, rate.alert());
    }

    /** A thousand people who agreed long ago; some withdraw in the newest month, one or two in each month before. */
    private static ConsentRate rate(int withdrawals) {
        ConsentRateMonitor monitor = new ConsentRateMonitor(REGISTRY, NEWEST, 6);
        int next = 0;
        for (int month = 1; month < 6; month++) {
            for (int i = 0; i < 1 + month % 2; i++, next++) {
                monitor.add(ago(500), withdrawn(30 * month + 15));
            }
        }
        for (int i = 0; i < withdrawals; i++, next++) {
            monitor.add(ago(500), withdrawn(10));
        }
        for (; next < 1000; next++) {
            monitor.add(ago(500), history(300, ConsentChange.Kind.GRANTED));
        }
        return monitor.rates().getFirst();
    }

    private static ConsentHistory history(int daysAgo, ConsentChange.Kind kind) {
        return new ConsentHistory.Builder(REGISTRY, 1)
                .add(ago(daysAgo), 0, kind, "checkout")
                .build();
    }

    private static ConsentHistory withdrawn(int daysAgo) {
        return new ConsentHistory.Builder(REGISTRY, 2)
                .add(ago(300), 0, ConsentChange.Kind.GRANTED, "checkout")
                .add(ago(daysAgo), 0, ConsentChange.Kind.WITHDRAWN, "preference-centre")
                .build();
    }

    private static long ago(int days) {
        return NEWEST.toEpochMilli() - days * DAY;
    }
}
