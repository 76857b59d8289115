package org.wayleave.data.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.data.consent.ConsentChange.Kind;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.Dimension;

class OptOutMonitorTest {
    private static final Instant END = Instant.parse("2026-03-01T00:00:00Z");
    private static final ConsentRegistry REGISTRY = new ConsentRegistry(
            List.of(new ConsentRegistry.Key(
                    Dimension.CHANNEL, "email", Duration.ofDays(3650).toMillis())),
            List.of("1"),
            new long[] {0});

    @Test
    void onlyThoseWhoHadAgreedCanOptOutAndTheyCountOnce() {
        OptOutMonitor monitor = new OptOutMonitor(REGISTRY, END, 3);
        monitor.add(history("2025-01-01", Kind.GRANTED, "2026-01-10", Kind.WITHDRAWN));
        monitor.add(history("2025-01-01", Kind.GRANTED));
        monitor.add(history("2025-01-01", Kind.DECLINED, "2026-01-10", Kind.WITHDRAWN));
        monitor.add(history(
                "2025-01-01",
                Kind.GRANTED,
                "2026-02-03",
                Kind.WITHDRAWN,
                "2026-02-04",
                Kind.RENEWED,
                "2026-02-05",
                Kind.WITHDRAWN));
        OptOutRate rate = monitor.rates().getFirst();
        assertEquals(List.of(3, 3, 2), rate.atRisk());
        assertEquals(List.of(0, 1, 1), rate.optedOut());
        assertEquals(Instant.parse("2025-12-01T00:00:00Z"), rate.months().getFirst());
    }

    @Test
    void aWithdrawalAtTheStartOfAMonthBelongsToTheMonthBefore() {
        OptOutMonitor monitor = new OptOutMonitor(REGISTRY, END, 2);
        monitor.add(history("2025-01-01", Kind.GRANTED, "2026-02-01", Kind.WITHDRAWN));
        monitor.add(history("2025-01-01", Kind.GRANTED, "2026-03-01", Kind.WITHDRAWN));
        OptOutRate rate = monitor.rates().getFirst();
        assertEquals(List.of(2, 1), rate.atRisk());
        assertEquals(List.of(1, 1), rate.optedOut());
    }

    @Test
    void aMonthFarAboveTheOthersIsAnAlertAndTheSameMonthAgainIsNone() {
        assertTrue(rate(List.of(10, 11, 9, 40)).alert());
        assertFalse(rate(List.of(10, 11, 9, 12)).alert());
        assertFalse(rate(List.of(0, 0, 0, 4)).alert());
    }

    @Test
    void theIntervalIsWilsons() {
        // Newcombe (1998), example of 81 in 263: 0.2553 to 0.3662.
        OptOutRate.Interval interval = OptOutRate.wilson(81, 263);
        assertEquals(0.2553, interval.low(), 5e-5);
        assertEquals(0.3662, interval.high(), 5e-5);
        assertEquals(0, OptOutRate.wilson(0, 20).low(), 1e-12);
        assertEquals(new OptOutRate.Interval(0, 0, 1), OptOutRate.wilson(0, 0));
    }

    private static OptOutRate rate(List<Integer> out) {
        return new OptOutRate(
                REGISTRY.key(0),
                out.stream().map(count -> END).toList(),
                out.stream().map(count -> 1000).toList(),
                out);
    }

    private static ConsentHistory history(Object... changes) {
        ConsentHistory.Builder builder = new ConsentHistory.Builder(REGISTRY, 4);
        for (int i = 0; i < changes.length; i += 2) {
            builder.add(Instant.parse(changes[i] + "T00:00:00Z").toEpochMilli(), 0, (Kind) changes[i + 1], "form");
        }
        return builder.build();
    }
}
