package org.wayleave.data.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.random.Draws;

class ConsentLogTest {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final ConsentRegistry REGISTRY = new ConsentRegistry(
            List.of(
                    new ConsentRegistry.Key(Dimension.CHANNEL, "email", 200 * DAY),
                    new ConsentRegistry.Key(Dimension.PURPOSE, "marketing", 100 * DAY),
                    new ConsentRegistry.Key(Dimension.CATEGORY, "offers", 30 * DAY)),
            List.of("1"),
            new long[] {0});

    @Test
    void aStateIsWhatANaiveReadingOfTheEventsSays() {
        for (int seed = 0; seed < 400; seed++) {
            List<ConsentEvent> events = events(seed);
            ConsentLog log = ConsentLog.of(REGISTRY, events);
            for (int probe = 0; probe < 20; probe++) {
                Instant at = START.plusMillis((long) Draws.below(seed, 900 + probe, 500) * DAY);
                for (ConsentRegistry.Key key : REGISTRY.keys()) {
                    assertEquals(
                            naive(events, key, at),
                            log.state(key.dimension(), key.id(), at).state(),
                            "seed " + seed);
                }
            }
        }
    }

    @Test
    void orderAndRepetitionOfReportsDoNotMatter() {
        for (int seed = 0; seed < 200; seed++) {
            List<ConsentEvent> events = events(seed);
            ConsentLog log = ConsentLog.of(REGISTRY, events);
            List<ConsentEvent> shuffled = new ArrayList<>(events);
            for (int i = shuffled.size() - 1; i > 0; i--) {
                int other = Draws.below(seed, 2000 + i, i + 1);
                ConsentEvent swapped = shuffled.get(i);
                shuffled.set(i, shuffled.get(other));
                shuffled.set(other, swapped);
            }
            shuffled.addAll(shuffled.subList(0, shuffled.size() / 2));
            ConsentLog again = ConsentLog.of(REGISTRY, shuffled);
            assertEquals(log.events(), again.events());
            assertEquals(shuffled.size() - events.size(), again.repeated());
            assertEquals(List.of(), again.conflicting());
        }
    }

    @Test
    void aWithdrawalAtTheSameInstantAsAGrantHolds() {
        ConsentEvent grant = event("1", 5, 1, ConsentChange.Kind.GRANTED, null);
        ConsentEvent withdrawal = event("0", 5, 1, ConsentChange.Kind.WITHDRAWN, null);
        for (List<ConsentEvent> order : List.of(List.of(grant, withdrawal), List.of(withdrawal, grant))) {
            assertEquals(
                    ConsentState.State.DENIED,
                    ConsentLog.of(REGISTRY, order)
                            .state(Dimension.PURPOSE, "marketing", START.plus(Duration.ofDays(9)))
                            .state());
        }
    }

    @Test
    void oneIdForTwoEventsIsAConflictAndTheLaterHolds() {
        ConsentEvent grant = event("1", 5, 1, ConsentChange.Kind.GRANTED, null);
        ConsentEvent refusal = event("1", 6, 1, ConsentChange.Kind.DECLINED, null);
        ConsentLog log = ConsentLog.of(REGISTRY, List.of(refusal, grant));
        assertEquals(List.of("1"), log.conflicting());
        assertEquals(List.of(refusal), log.events());
        assertEquals(
                log.events(), ConsentLog.of(REGISTRY, List.of(grant, refusal)).events());
    }

    @Test
    void aRenewalProlongsAndAnEarlierEndShortens() {
        ConsentLog log = ConsentLog.of(
                REGISTRY,
                List.of(
                        event("1", 0, 1, ConsentChange.Kind.GRANTED, null),
                        event("2", 90, 1, ConsentChange.Kind.RENEWED, START.plus(Duration.ofDays(120)))));
        assertEquals(ConsentState.State.GRANTED, state(log, 119));
        assertEquals(ConsentState.State.EXPIRED, state(log, 120));
        assertEquals(
                List.of(new ConsentLog.Renewal(
                        Dimension.PURPOSE, "marketing", START.plus(Duration.ofDays(120)), false)),
                log.renewals(day(110), day(140), day(0)));
        assertEquals(List.of(), log.renewals(day(110), day(119), day(0)));
        assertTrue(log.renewals(day(130), day(140), day(100)).getFirst().ranOut());
        assertEquals(List.of(), log.renewals(day(130), day(140), day(125)));
    }

    @Test
    void anEventOfAnUnknownConsentIsRefused() {
        ConsentEvent unknown = new ConsentEvent(
                "1", START, Dimension.PURPOSE, "tea", ConsentChange.Kind.GRANTED, "1", "form", Evidence.NONE, null);
        assertThrows(IllegalArgumentException.class, () -> ConsentLog.of(REGISTRY, List.of(unknown)));
    }

    @Test
    void theLogOfASyntheticPersonGivesTheStatesOfTheirHistory() {
        Instant asOf = Instant.parse("2026-03-02T00:00:00Z");
        Recipe recipe = Recipe.bundled("retail");
        PersonGenerator generator = new PersonGenerator(recipe, 5, asOf, 30);
        for (int i = 0; i < 300; i++) {
            Person person = generator.person(i);
            ConsentLog log = ConsentLog.of(person.id(), person.consents(), asOf.toEpochMilli() + 1);
            for (ConsentRegistry.Key key : recipe.consentRegistry().keys()) {
                assertEquals(
                        person.consents()
                                .state(key.dimension(), key.id(), asOf.toEpochMilli())
                                .state(),
                        log.state(key.dimension(), key.id(), asOf).state(),
                        person.id() + " " + key.id());
            }
            for (ConsentEvent event : log.events()) {
                assertTrue(event.evidence().provenBy(event.proof()));
                assertNotEquals("", event.evidence().reference());
            }
        }
    }

    private static ConsentState.State state(ConsentLog log, int day) {
        return log.state(Dimension.PURPOSE, "marketing", day(day)).state();
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    /** The oracle: of all events up to an instant the latest counts, of one instant the weakest. */
    private static ConsentState.State naive(List<ConsentEvent> events, ConsentRegistry.Key key, Instant at) {
        ConsentEvent last = null;
        for (ConsentEvent event : events) {
            if (event.dimension() == key.dimension()
                    && event.key().equals(key.id())
                    && !event.time().isAfter(at)) {
                boolean weaker = last != null
                        && event.time().equals(last.time())
                        && (event.kind().state().compareTo(last.kind().state()) < 0
                                || (event.kind().state() == last.kind().state()
                                        && end(event, key).isBefore(end(last, key))));
                boolean later = last == null || event.time().isAfter(last.time()) || weaker;
                last = later ? event : last;
            }
        }
        if (last == null) {
            return ConsentState.State.UNKNOWN;
        }
        boolean over = last.kind().state() == ConsentState.State.GRANTED && !at.isBefore(end(last, key));
        return over ? ConsentState.State.EXPIRED : last.kind().state();
    }

    private static Instant end(ConsentEvent event, ConsentRegistry.Key key) {
        Instant lifetime = event.time().plusMillis(key.lifetimeMillis());
        Instant until = event.until();
        return until != null && until.isBefore(lifetime) ? until : lifetime;
    }

    private static List<ConsentEvent> events(int seed) {
        List<ConsentEvent> events = new ArrayList<>();
        ConsentChange.Kind[] kinds = ConsentChange.Kind.values();
        for (int i = 0; i < 1 + Draws.below(seed, 0, 25); i++) {
            int day = Draws.below(seed, 100 + i, 60) * 7;
            Instant until = Draws.below(seed, 400 + i, 4) == 0 ? day(day + 1 + Draws.below(seed, 500 + i, 120)) : null;
            // The id is drawn too, so that it orders nothing by accident.
            events.add(event(
                    Draws.below(seed, 600 + i, 1000) + "-" + i,
                    day,
                    Draws.below(seed, 200 + i, 3),
                    kinds[Draws.below(seed, 300 + i, kinds.length)],
                    until));
        }
        return events;
    }

    private static ConsentEvent event(
            String id, int day, int position, ConsentChange.Kind kind, @Nullable Instant until) {
        ConsentRegistry.Key key = REGISTRY.key(position);
        return new ConsentEvent(id, day(day), key.dimension(), key.id(), kind, "1", "form", Evidence.NONE, until);
    }
}
