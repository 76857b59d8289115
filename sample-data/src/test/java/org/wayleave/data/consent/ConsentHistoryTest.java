package org.wayleave.data.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.data.random.Draws;

class ConsentHistoryTest {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final ConsentRegistry registry = new ConsentRegistry(
            List.of(
                    new ConsentRegistry.Key(Dimension.CHANNEL, "email", 100 * DAY),
                    new ConsentRegistry.Key(Dimension.PURPOSE, "marketing", 200 * DAY)),
            List.of("one", "two"),
            new long[] {0, 50 * DAY});

    @Test
    void nobodyAskedMeansUnknown() {
        ConsentHistory none = new ConsentHistory.Builder(registry, 0).build();
        assertEquals(ConsentState.NEVER_ASKED, none.state(Dimension.CHANNEL, "email", 5 * DAY));
    }

    @Test
    void aStateHoldsFromItsChangeToTheNext() {
        ConsentHistory history = new ConsentHistory.Builder(registry, 0)
                .add(10 * DAY, 0, ConsentChange.Kind.GRANTED, "checkout")
                .add(60 * DAY, 0, ConsentChange.Kind.WITHDRAWN, "unsubscribe-link")
                .build();
        assertEquals(ConsentState.State.UNKNOWN, history.status(0, 10 * DAY - 1));
        assertEquals(
                new ConsentState(ConsentState.State.GRANTED, 10 * DAY, "one", "checkout"), history.state(0, 10 * DAY));
        assertEquals(ConsentState.State.GRANTED, history.status(0, 60 * DAY - 1));
        assertEquals(
                new ConsentState(ConsentState.State.DENIED, 60 * DAY, "two", "unsubscribe-link"),
                history.state(0, 60 * DAY));
        assertEquals(ConsentState.State.UNKNOWN, history.status(1, 60 * DAY));
    }

    @Test
    void aWithdrawnConsentNeitherExpiresNorComesBackByItself() {
        ConsentHistory given = new ConsentHistory.Builder(registry, 0)
                .add(10 * DAY, 0, ConsentChange.Kind.GRANTED, "checkout")
                .add(110 * DAY, 0, ConsentChange.Kind.EXPIRED, "lifetime")
                .add(120 * DAY, 0, ConsentChange.Kind.RENEWED, "checkout")
                .build();
        ConsentHistory withdrawn = given.withWithdrawal(Dimension.CHANNEL, "email", 20 * DAY, "unsubscribe-link");
        assertEquals(ConsentState.State.GRANTED, withdrawn.status(0, 20 * DAY - 1));
        assertEquals(ConsentState.State.DENIED, withdrawn.status(0, 20 * DAY));
        assertEquals(ConsentState.State.DENIED, withdrawn.status(0, 130 * DAY));
        assertEquals(ConsentState.State.GRANTED, given.status(0, 20 * DAY), "the history itself does not change");
    }

    @Test
    void aRenewedConsentLastsForItsLifetimeAndThenExpires() {
        ConsentHistory renewed = new ConsentHistory.Builder(registry, 0)
                .build()
                .withRenewal(Dimension.PURPOSE, "marketing", 10 * DAY, "preference-centre");
        assertEquals(ConsentChange.Kind.GRANTED, renewed.change(0).kind());
        assertEquals(ConsentState.State.GRANTED, renewed.status(1, 210 * DAY - 1));
        assertEquals(ConsentState.State.EXPIRED, renewed.status(1, 210 * DAY));
        assertEquals(
                ConsentChange.Kind.RENEWED,
                renewed.withRenewal(Dimension.PURPOSE, "marketing", 220 * DAY, "checkout")
                        .change(2)
                        .kind());
    }

    @Test
    void whateverHappensAWithdrawnConsentIsNeverGrantedUntilItIsGivenAgain() {
        for (int run = 0; run < 300; run++) {
            ConsentHistory history = new ConsentHistory.Builder(registry, 0).build();
            ConsentState.State expected = ConsentState.State.UNKNOWN;
            long granted = 0;
            long time = 0;
            for (int step = 0; step < 12; step++) {
                time += 1 + (long) Draws.exponential(run, step * 3, 60.0 * DAY);
                if (expected == ConsentState.State.GRANTED && time >= granted + 100 * DAY) {
                    expected = ConsentState.State.EXPIRED;
                }
                assertEquals(expected, history.status(0, time), "run " + run + " step " + step);
                if (Draws.uniform(run, step * 3 + 1) < 0.5) {
                    history = history.withWithdrawal(Dimension.CHANNEL, "email", time, "test");
                    expected = ConsentState.State.DENIED;
                } else {
                    history = history.withRenewal(Dimension.CHANNEL, "email", time, "test");
                    expected = ConsentState.State.GRANTED;
                    granted = time;
                }
            }
        }
    }

    @Test
    void anUnknownKeyIsNamed() {
        ConsentHistory none = new ConsentHistory.Builder(registry, 0).build();
        assertEquals(
                "the catalogue has no channel named pigeon",
                assertThrows(IllegalArgumentException.class, () -> none.state(Dimension.CHANNEL, "pigeon", 0))
                        .getMessage());
    }
}
