package org.wayleave.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.random.Draws;

class TruthTest {
    private static final int PEOPLE = 6000;
    private static final long STEP = Draws.hash("offer");

    private final PersonGenerator generator = Populations.retail(21, 30);
    private final Truth truth = generator.truth();
    private final long time = generator.asOf().toEpochMilli() + 36_000_000L;

    @Test
    void theSameContactHasTheSameEffectWhoeverAsks() {
        Contact contact = offer(0.2, 0);
        for (int i = 0; i < 200; i++) {
            assertEquals(
                    truth.reaction(generator.person(i), contact),
                    Populations.retail(21, 30)
                            .truth()
                            .reaction(Populations.retail(21, 30).person(i), contact));
        }
    }

    @Test
    void underFatigueFewerNoticeAndNobodyNew() {
        int fresh = 0;
        int tired = 0;
        for (int i = 0; i < PEOPLE; i++) {
            boolean first = truth.reaction(generator.person(i), offer(0, 0)).opened();
            boolean sixth = truth.reaction(generator.person(i), offer(0, 5)).opened();
            assertFalse(sixth && !first, "common draws: who notices the sixth would have noticed a first");
            fresh += first ? 1 : 0;
            tired += sixth ? 1 : 0;
        }
        assertTrue(tired < 0.75 * fresh, tired + " of " + fresh);
    }

    @Test
    void unsubscribesGrowWithContacts() {
        assertTrue(unsubscribed(7) > 2 * unsubscribed(0) + 5);
    }

    @Test
    void aContactCausesNoPurchaseWhereOneWouldHappenAnyway() {
        int caused = 0;
        for (int i = 0; i < PEOPLE; i++) {
            Person person = generator.person(i);
            Reaction reaction = truth.reaction(person, offer(0.3, 0));
            boolean anyway = buysInWindow(person);
            assertTrue(reaction.extra() == null || !anyway);
            assertTrue(!reaction.preventsNext() || anyway);
            assertTrue(reaction.discountShare() == 0 || anyway);
            if (reaction.extra() != null) {
                caused++;
                assertTrue(reaction.extra().delayMillis() < truth.windowMillis());
                assertTrue(reaction.extra().value() > 0);
            }
        }
        assertTrue(caused > 50, caused + " purchases caused");
    }

    @Test
    void aDiscountIsPartlyWastedOnThoseWhoWouldHaveBought() {
        int wasted = 0;
        int anyway = 0;
        for (int i = 0; i < PEOPLE; i++) {
            Person person = generator.person(i);
            if (buysInWindow(person)) {
                anyway++;
                wasted += truth.reaction(person, offer(0.2, 0)).discountShare() > 0 ? 1 : 0;
                assertEquals(0, truth.reaction(person, offer(0, 0)).discountShare());
            }
        }
        assertTrue(wasted > 0.15 * anyway && wasted < 0.9 * anyway, wasted + " of " + anyway);
    }

    @Test
    void thoseWhoConsentRespondMoreSoThatMeasuringOnThemAloneIsBiased() {
        ConsentRegistry registry = Populations.RETAIL.consentRegistry();
        int marketing = registry.position(Dimension.PURPOSE, "marketing");
        double consenters = 0;
        double others = 0;
        int n = 0;
        for (int i = 0; i < PEOPLE; i++) {
            Person person = generator.person(i);
            double effect = truth.extraOutcomeProbability(person, offer(0.2, 0));
            if (person.consents().status(marketing, time) == ConsentState.State.GRANTED) {
                consenters += effect;
                n++;
            } else {
                others += effect;
            }
        }
        assertTrue(consenters / n > 1.25 * others / (PEOPLE - n), consenters / n + " against " + others / (PEOPLE - n));
    }

    @Test
    void theStatedProbabilityIsTheRateOfCausedPurchases() {
        double expected = 0;
        double variance = 0;
        int caused = 0;
        for (int i = 0; i < PEOPLE; i++) {
            double p = truth.extraOutcomeProbability(generator.person(i), offer(0.3, 0));
            expected += p;
            variance += p * (1 - p);
            caused += truth.reaction(generator.person(i), offer(0.3, 0)).extra() != null ? 1 : 0;
        }
        assertEquals(expected, caused, 3.5 * Math.sqrt(variance));
    }

    @Test
    void consentIsRenewedOnlyWhenAsked() {
        int granted = 0;
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            Person person = generator.person(i);
            assertNull(truth.reaction(person, offer(0, 0)).renewal());
            Reaction asked =
                    truth.reaction(person, new Contact(time, "email", "offers", "generic", 0, 0, STEP, 0, true));
            if (asked.renewal() != null) {
                assertTrue(asked.opened());
                granted += asked.renewal().granted() ? 1 : 0;
                refused += asked.renewal().granted() ? 0 : 1;
            }
        }
        assertTrue(granted > 50 && refused > 50, granted + " granted, " + refused + " refused");
    }

    @Test
    void anUnknownChannelIsNamed() {
        Contact pigeon = new Contact(time, "pigeon", "offers", "generic", 0, 0, STEP, 0);
        String message = assertThrows(IllegalArgumentException.class, () -> truth.reaction(generator.person(0), pigeon))
                .getMessage();
        assertNotNull(message);
        assertTrue(message.contains("channel \"pigeon\""), message);
    }

    private int unsubscribed(int contactsInWeek) {
        int count = 0;
        for (int i = 0; i < PEOPLE; i++) {
            count += truth.reaction(generator.person(i), offer(0, contactsInWeek))
                            .unsubscribes()
                    ? 1
                    : 0;
        }
        return count;
    }

    private boolean buysInWindow(Person person) {
        EventHistory future = person.future();
        for (int k = 0; k < future.size(); k++) {
            if (future.type(k).wire().equals("purchase")
                    && future.time(k) >= time
                    && future.time(k) < time + truth.windowMillis()) {
                return true;
            }
        }
        return false;
    }

    private Contact offer(double discount, int contactsInWeek) {
        return new Contact(time, "email", "offers", "personalised", discount, contactsInWeek, STEP, 0);
    }
}
