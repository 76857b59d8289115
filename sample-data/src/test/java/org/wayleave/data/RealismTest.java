package org.wayleave.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;
import org.wayleave.data.event.EventHistory;

class RealismTest {
    private static final int PEOPLE = 6000;
    private static final double[] SPEND = new double[PEOPLE];
    private static final int[] BY_MONTH = new int[13];
    private static final int[] BY_WEEKDAY = new int[8];
    private static final int[] BY_HOUR = new int[24];
    private static final Map<ConsentState.State, Integer> MARKETING_EMAIL = new EnumMap<>(ConsentState.State.class);

    @BeforeAll
    static void observe() {
        PersonGenerator generator = Populations.retail(12, 0);
        ConsentRegistry registry = Populations.RETAIL.consentRegistry();
        int email = registry.position(Dimension.CHANNEL, "email");
        int marketing = registry.position(Dimension.PURPOSE, "marketing");
        int offers = registry.position(Dimension.CATEGORY, "offers");
        long asOf = generator.asOf().toEpochMilli();
        for (int i = 0; i < PEOPLE; i++) {
            Person person = generator.person(i);
            EventHistory history = person.history();
            for (int k = 0; k < history.size(); k++) {
                if (history.type(k).wire().equals("purchase")) {
                    SPEND[i] += history.value(k);
                } else if (history.type(k).wire().equals("view")) {
                    ZonedDateTime local = Instant.ofEpochMilli(history.time(k)).atZone(person.zone());
                    BY_MONTH[local.getMonthValue()]++;
                    BY_WEEKDAY[local.getDayOfWeek().getValue()]++;
                    BY_HOUR[local.getHour()]++;
                }
            }
            ConsentHistory consents = person.consents();
            ConsentState.State weakest = ConsentState.State.GRANTED;
            for (int key : new int[] {email, marketing, offers}) {
                ConsentState.State state = consents.status(key, asOf);
                weakest = state.compareTo(weakest) < 0 ? state : weakest;
            }
            MARKETING_EMAIL.merge(weakest, 1, Integer::sum);
        }
    }

    @Test
    void aFifthOfTheCustomersBringsMostOfTheMoneyButNotAllOfIt() {
        double[] sorted = SPEND.clone();
        Arrays.sort(sorted);
        double all = Arrays.stream(sorted).sum();
        double top = Arrays.stream(sorted).skip(PEOPLE * 4 / 5).sum();
        assertTrue(top / all > 0.55 && top / all < 0.9, "the top fifth spends " + top / all);
    }

    @Test
    void novemberIsBusierThanAugustAndSundayThanTuesday() {
        assertTrue(BY_MONTH[11] / 30.0 > 1.2 * BY_MONTH[8] / 31.0);
        assertTrue(BY_WEEKDAY[7] > 1.15 * BY_WEEKDAY[2]);
    }

    @Test
    void peopleShopInTheEveningOfTheirOwnTimeZoneAndSleepAtNight() {
        assertTrue(BY_HOUR[20] > 10 * BY_HOUR[3]);
        assertTrue(BY_HOUR[20] > BY_HOUR[14]);
    }

    @Test
    void aMarketingEmailMeetsABelievableMixOfConsents() {
        assertEquals(0.5, share(ConsentState.State.GRANTED), 0.06);
        assertTrue(share(ConsentState.State.DENIED) > 0.15);
        assertTrue(share(ConsentState.State.EXPIRED) > 0.06);
        assertTrue(share(ConsentState.State.UNKNOWN) > 0.04);
    }

    private static double share(ConsentState.State state) {
        return (double) MARKETING_EMAIL.getOrDefault(state, 0) / PEOPLE;
    }
}
