package org.wayleave.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wayleave.data.consent.ConsentChange;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.event.EventType;
import org.wayleave.data.event.EventTypes;
import org.wayleave.data.export.PersonJson;

class PersonGeneratorTest {
    private static final EventTypes EVENTS = Populations.RETAIL.events();
    private final PersonJson json = new PersonJson(Populations.RETAIL, Populations.AS_OF);

    @ParameterizedTest
    @MethodSource("org.wayleave.data.Recipe#verticals")
    void aPersonAloneIsTheSameAsInBulkOnSeveralThreads(String vertical) {
        Recipe recipe = Recipe.bundled(vertical);
        PersonJson text = new PersonJson(recipe, Populations.AS_OF);
        PersonGenerator bulk = new PersonGenerator(recipe, 7, Populations.AS_OF, 30);
        String[] inBulk = new String[400];
        IntStream.range(0, 400).parallel().forEach(i -> inBulk[i] = text.text(bulk.person(i)) + future(bulk.person(i)));
        for (int i = 399; i >= 0; i -= 37) {
            Person alone = new PersonGenerator(recipe, 7, Populations.AS_OF, 30).person(i);
            assertEquals(inBulk[i], text.text(alone) + future(alone));
        }
    }

    @Test
    void whatIsAskedForFirstMakesNoDifference() {
        Person one = Populations.retail(3, 30).person(11);
        Person other = Populations.retail(3, 30).person(11);
        String future = future(other);
        assertEquals(one.features().asMap(), other.features().asMap());
        assertEquals(future(one), future);
        assertEquals(one.answers(), other.answers());
    }

    @Test
    void localeAndTimeZoneOfTheMachineMakeNoDifference() {
        String before = json.text(Populations.retail(5, 0).person(3));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertEquals(before, json.text(Populations.retail(5, 0).person(3)));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void seedsGiveDifferentPeople() {
        assertNotEquals(
                json.text(Populations.retail(1, 0).person(0)),
                json.text(Populations.retail(2, 0).person(0)));
    }

    @Test
    void aLongerHorizonAddsDaysAndChangesNone() {
        PersonGenerator near = Populations.retail(9, 20);
        PersonGenerator far = Populations.retail(9, 200);
        long end = near.asOf().toEpochMilli() + 20 * SeasonCalendar.DAY;
        boolean more = false;
        for (int i = 0; i < 300; i++) {
            assertEquals(json.text(near.person(i)), json.text(far.person(i)));
            EventHistory shorter = near.person(i).future();
            EventHistory longer = far.person(i).future();
            assertEquals(text(shorter), text(longer.between(0, end)));
            more |= longer.size() > shorter.size();
        }
        assertTrue(more);
    }

    @Test
    void eventsLieInTheirWindowsInOrderAndNotBeforeThePersonJoined() {
        PersonGenerator generator = Populations.retail(4, 60);
        long asOf = generator.asOf().toEpochMilli();
        for (int i = 0; i < 300; i++) {
            Person person = generator.person(i);
            within(person.history(), Math.max(person.joined(), asOf - 365 * SeasonCalendar.DAY), asOf);
            within(person.future(), Math.max(person.joined(), asOf), asOf + 60 * SeasonCalendar.DAY);
        }
    }

    @Test
    void peopleHaveAllKindsOfEventsThatJourneysWaitFor() {
        PersonGenerator generator = Populations.retail(4, 90);
        for (EventType type : EVENTS.all()) {
            long people = IntStream.range(0, 2000)
                    .filter(i -> has(generator.person(i).future(), type))
                    .count();
            assertTrue(people >= 20, type + " happens to " + people + " of 2,000 people in 90 days");
        }
        long lapsed = IntStream.range(0, 2000)
                .filter(i -> "lapsed".equals(generator.person(i).features().text("lifecycle")))
                .count();
        assertTrue(lapsed > 200 && lapsed < 800, lapsed + " of 2,000 have lapsed");
    }

    @Test
    void aWantedSizeComesBackAfterItWasSeenSoldOut() {
        PersonGenerator generator = Populations.retail(4, 60);
        int checked = 0;
        for (int i = 0; i < 400; i++) {
            EventHistory history = generator.person(i).history();
            for (int k = 0; k < history.size(); k++) {
                if (history.type(k).wire().equals("back-in-stock")
                        && history.time(k) > history.time(0) + 70 * SeasonCalendar.DAY) {
                    assertTrue(seenSoldOut(history, k), "person " + i + " event " + k);
                    checked++;
                }
            }
        }
        assertTrue(checked > 50);
    }

    @Test
    void unsubscribingIsAWithdrawalOfConsentAtTheSameInstant() {
        PersonGenerator generator = Populations.retail(4, 0);
        int checked = 0;
        for (int i = 0; i < 500; i++) {
            Person person = generator.person(i);
            for (int k = 0; k < person.history().size(); k++) {
                if (person.history().type(k).equals(EVENTS.require("unsubscribe"))) {
                    long time = person.history().time(k);
                    assertTrue(person.consents().all().stream()
                            .anyMatch(
                                    change -> change.time() == time && change.kind() == ConsentChange.Kind.WITHDRAWN));
                    checked++;
                }
            }
        }
        assertTrue(checked > 20);
    }

    @Test
    void impossibleQuestionsAreRefusedInOneLine() {
        PersonGenerator generator = Populations.retail(1, 0);
        assertThrows(IllegalArgumentException.class, () -> generator.person(-1));
        assertThrows(IllegalArgumentException.class, () -> Populations.retail(1, -1));
        assertThrows(IllegalArgumentException.class, () -> Populations.retail(1, 731));
    }

    @Test
    void tokensHideAddressesAndDifferByPopulationChannelAndPerson() {
        Person person = Populations.retail(1, 0).person(0);
        String email = person.tokens().token("email");
        assertTrue(email != null && email.matches("email-1-[0-9a-f]{32}"), email);
        assertEquals(email, Populations.retail(1, 0).person(0).tokens().token("email"));
        assertNotEquals(email, Populations.retail(2, 0).person(0).tokens().token("email"));
        assertNotEquals(email, Populations.retail(1, 0).person(1).tokens().token("email"));
        assertFalse(person.tokens().reaches("carrier-pigeon"));
    }

    @Test
    void idsHaveAtLeastSixDigits() {
        assertEquals("p000042", Person.idOf(42));
        assertEquals("p1234567", Person.idOf(1_234_567));
    }

    private static boolean has(EventHistory events, EventType type) {
        return IntStream.range(0, events.size()).anyMatch(k -> events.type(k).equals(type));
    }

    private static boolean seenSoldOut(EventHistory history, int back) {
        return IntStream.range(0, back)
                .anyMatch(k -> history.type(k).wire().equals("out-of-stock-view")
                        && history.category(k) == history.category(back)
                        && history.product(k) == history.product(back)
                        && history.productSize(k) == history.productSize(back));
    }

    private static void within(EventHistory events, long from, long to) {
        long last = from;
        for (int k = 0; k < events.size(); k++) {
            assertTrue(events.time(k) >= last && events.time(k) < to, "event " + k);
            last = events.time(k);
        }
    }

    private static String future(Person person) {
        return text(person.future());
    }

    private static String text(EventHistory events) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < events.size(); k++) {
            text.append(events.time(k))
                    .append(events.type(k).wire())
                    .append(events.category(k))
                    .append(events.product(k));
            text.append(events.productSize(k))
                    .append(events.cents(k))
                    .append(events.discount(k))
                    .append(';');
        }
        return text.toString();
    }
}
