package org.wayleave.data.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wayleave.data.catalogue.ConsentName;
import org.wayleave.data.catalogue.OptIn;
import org.wayleave.data.catalogue.OptInRule;
import org.wayleave.data.consent.OptInOffers.Hindrance;
import org.wayleave.data.random.Draws;

class OptInOffersTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final ConsentRegistry REGISTRY = new ConsentRegistry(
            List.of(
                    new ConsentRegistry.Key(
                            Dimension.PURPOSE, "marketing", Duration.ofDays(365).toMillis()),
                    new ConsentRegistry.Key(
                            Dimension.CATEGORY, "offers", Duration.ofDays(365).toMillis())),
            List.of("1"),
            new long[] {0});
    private static final ConsentName MARKETING = new ConsentName("purpose", "marketing");
    private static final OptIn RULES = new OptIn(
            180,
            14,
            2,
            30,
            List.of(
                    new OptInRule("marketing", "t", MARKETING, List.of("purchase"), 30, 2, List.of(), "why"),
                    new OptInRule(
                            "offers",
                            "t",
                            new ConsentName("category", "offers"),
                            List.of(),
                            30,
                            1,
                            List.of(MARKETING),
                            "why")));
    private final OptInOffers offers = new OptInOffers(RULES);

    @Test
    void nothingIsAskedWithoutAnOccasion() {
        assertEquals(Optional.empty(), offers.next(log(), (events, from, to) -> 1, NOW));
        assertEquals("marketing", next(log(), 2));
    }

    @Test
    void anOccasionIsCountedInTheDaysThatTheRuleNames() {
        offers.next(
                log(),
                (events, from, to) -> {
                    assertEquals(List.of("purchase"), events);
                    assertEquals(Duration.ofDays(30), Duration.between(from, to));
                    return 2;
                },
                NOW);
    }

    @Test
    void oneConsentWaitsForAnotherAndIsAskedNext() {
        ConsentLog granted = log(event(0, ConsentChange.Kind.GRANTED, -40));
        assertEquals(
                Hindrance.NEEDS_ANOTHER,
                offers.trials(log(), (e, f, t) -> 9, NOW).get(1).hindrance());
        assertEquals("offers", next(granted, 9));
    }

    @Test
    void afterAnAnswerThereIsARest() {
        ConsentLog granted = log(event(0, ConsentChange.Kind.GRANTED, -13));
        OptInOffers.Trial trial = offers.trials(granted, (e, f, t) -> 9, NOW).get(1);
        assertEquals(Hindrance.ASKED_LATELY, trial.hindrance());
        assertEquals(NOW.plus(Duration.ofDays(1)), trial.again());
    }

    @Test
    void twoRefusalsAreEnoughForEver() {
        ConsentLog refused =
                log(event(0, ConsentChange.Kind.DECLINED, -1000), event(0, ConsentChange.Kind.DECLINED, -500));
        assertEquals(
                Hindrance.REFUSED_OFTEN,
                offers.trials(refused, (e, f, t) -> 9, NOW).getFirst().hindrance());
    }

    @Test
    void noConsentIsEverAskedForWithinTheRestAfterItsRefusal() {
        int offered = 0;
        for (int seed = 0; seed < 2000; seed++) {
            int count = Draws.below(seed, 0, 5);
            ConsentEvent[] events = new ConsentEvent[count];
            ConsentChange.Kind[] kinds = ConsentChange.Kind.values();
            for (int i = 0; i < count; i++) {
                events[i] = event(
                        Draws.below(seed, 10 + i, 2),
                        kinds[Draws.below(seed, 20 + i, kinds.length)],
                        -Draws.below(seed, 30 + i, 600));
            }
            ConsentLog log = log(events);
            Optional<OptInRule> next = offers.next(log, (e, f, t) -> 9, NOW);
            if (next.isPresent()) {
                offered++;
                String asked = next.get().asks().key();
                assertTrue(log.events().stream()
                        .noneMatch(event -> event.key().equals(asked)
                                && event.kind().state() == ConsentState.State.DENIED
                                && event.time().plus(Duration.ofDays(180)).isAfter(NOW)));
            }
        }
        assertTrue(offered > 200, "only " + offered + " offers were made");
    }

    private String next(ConsentLog log, int occasions) {
        return offers.next(log, (events, from, to) -> occasions, NOW)
                .map(OptInRule::id)
                .orElse("none");
    }

    private static ConsentLog log(ConsentEvent... events) {
        return ConsentLog.of(REGISTRY, List.of(events));
    }

    private static ConsentEvent event(int position, ConsentChange.Kind kind, int day) {
        ConsentRegistry.Key key = REGISTRY.key(position);
        return new ConsentEvent(
                key.id() + kind + day,
                NOW.plus(Duration.ofDays(day)),
                key.dimension(),
                key.id(),
                kind,
                "1",
                "form",
                Evidence.NONE,
                null);
    }
}
