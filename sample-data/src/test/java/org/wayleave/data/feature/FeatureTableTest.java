package org.wayleave.data.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.event.EventColumns;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.event.EventTypes;

class FeatureTableTest {
    private static final EventTypes EVENTS = Recipe.bundled("retail").events();
    private static final long DAY = 86_400_000L;
    private static final long NOW = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();
    private static final int CLOTHING = 0;
    private static final int SHOES = 1;
    private static final int COFFEE = 6;
    private static final int WELLBEING = 7;

    private final Recipe recipe = Recipe.bundled("retail");
    private final FeatureTable table = recipe.features();
    private final EventColumns columns = new EventColumns(EVENTS, 8);

    @Test
    void recencyFrequencyAndMonetaryAreBandedFromTheEventsOfAYear() {
        buy(400, CLOTHING, 99_900, 0);
        buy(200, CLOTHING, 4_000, 0);
        buy(50, SHOES, 9_000, 20);
        buy(47, SHOES, 1_000, 0);
        columns.add(NOW - 40 * DAY, EVENTS.require("return"), SHOES, 1, 2, 9_000, 0);
        Features features = compute();
        assertEquals(45, features.number("recencyDays"));
        assertEquals(3, features.number("frequency"));
        assertEquals(50, features.number("monetary"), "140 paid less 90 refunded");
        assertEquals(60, features.number("latencyDays"), "153 days between three days of purchase make 76.5");
        assertEquals(0.3, features.number("discountSensitivity"));
        assertEquals(2, features.number("basketDiversity"));
        assertEquals(0.3, features.number("returnShare"));
        assertEquals("cooling", features.text("lifecycle"));
        assertEquals(47, features.dataAges().get("purchase-history"));
        assertEquals(40, features.dataAges().get("returns-history"));
    }

    @Test
    void whatCannotBeSaidIsAbsent() {
        Features features = compute();
        assertTrue(Double.isNaN(features.number("recencyDays")));
        assertNull(features.text("topCategory"));
        assertFalse(features.asMap().containsKey("latencyDays"));
        assertFalse(features.dataAges().containsKey("purchase-history"));
        assertEquals("prospect", features.text("lifecycle"));
        assertEquals(0, features.number("frequency"));
    }

    @Test
    void lifecycleGoesFromNewOverActiveAndCoolingToLapsed() {
        buy(10, CLOTHING, 100, 0);
        assertEquals(
                "new",
                table.compute(all(), NOW, new ProfileFacts(NOW - 12 * DAY, 0, 0, 0, -1))
                        .text("lifecycle"));
        assertEquals("active", compute().text("lifecycle"), "an old customer is not new again");
        assertEquals("active", at(NOW + 30 * DAY).text("lifecycle"));
        assertEquals("cooling", at(NOW + 60 * DAY).text("lifecycle"));
        assertEquals("lapsed", at(NOW + 90 * DAY).text("lifecycle"));
        assertEquals("prospect", at(NOW + 360 * DAY).text("lifecycle"));
    }

    @Test
    void affinitySharesAreRoundedDownToTenthsAndAPurchaseCountsFiveViews() {
        view(100, CLOTHING);
        view(90, CLOTHING);
        view(80, SHOES);
        buy(70, SHOES, 100, 0);
        Features features = compute();
        assertEquals("shoes", features.text("topCategory"));
        assertEquals(0.7, features.number("affinityShoes"));
        assertEquals(0.2, features.number("affinityClothing"));
    }

    @Test
    void aConsumableIsDueAfterItsUsualCycle() {
        buy(70, COFFEE, 100, 0);
        buy(45, COFFEE, 100, 0);
        buy(20, COFFEE, 100, 0);
        assertEquals(3, compute().number("replenishmentDueDays"), "5 days left, in the band from 3");
        assertEquals(-7, at(NOW + 10 * DAY).number("replenishmentDueDays"));
    }

    @Test
    void aCartIsAbandonedUntilSomethingIsBought() {
        columns.add(NOW - 3 * DAY, EVENTS.require("add-to-cart"), CLOTHING, 1, 1, 0, 0);
        assertTrue(compute().flag("abandonedCart14"));
        assertFalse(at(NOW + 12 * DAY).flag("abandonedCart14"));
        buy(2, CLOTHING, 100, 0);
        assertFalse(compute().flag("abandonedCart14"));
    }

    @Test
    void theInferredStatusIsMarkedOnlyFromRecentViewsOfItsCategory() {
        view(10, CLOTHING);
        assertEquals("not-likely", compute().text("inferredWellbeingStatus"));
        view(9, WELLBEING);
        assertEquals("likely", compute().text("inferredWellbeingStatus"));
        assertEquals(9, compute().dataAges().get("inferred-wellbeing-status"));
        assertEquals("not-likely", at(NOW + 60 * DAY).text("inferredWellbeingStatus"));
    }

    @Test
    void featuresAtTheMomentOfObservationDoNotDependOnWhatComesAfter() {
        PersonGenerator generator = new PersonGenerator(recipe, 5, Instant.ofEpochMilli(NOW), 60);
        for (int i = 0; i < 300; i++) {
            Person person = generator.person(i);
            assertEquals(
                    person.features().asMap(),
                    person.featuresAt(NOW, person.history()).asMap());
        }
    }

    @Test
    void everyNumberIsTheLowerEdgeOfABand() {
        PersonGenerator generator = new PersonGenerator(recipe, 6, Instant.ofEpochMilli(NOW), 60);
        for (int i = 0; i < 300; i++) {
            Features features = generator.person(i).featuresAt(NOW + 30 * DAY);
            for (int k = 0; k < table.definitions().size(); k++) {
                FeatureDefinition definition = table.definitions().get(k);
                if (features.present(k) && definition.spec().kind() == FeatureKind.NUMBER) {
                    double value = features.raw(k);
                    assertTrue(
                            Arrays.stream(definition.edges()).anyMatch(edge -> edge == value),
                            definition.spec().name() + " is " + value);
                }
            }
        }
    }

    @Test
    void oneEventMoreOnAnotherDayChangesFeaturesAsRecomputingFromScratchDoes() {
        PersonGenerator generator = new PersonGenerator(recipe, 8, Instant.ofEpochMilli(NOW), 90);
        for (int i = 0; i < 100; i++) {
            Person person = generator.person(i);
            for (int day = 0; day < 90; day += 29) {
                long time = NOW + day * DAY;
                EventColumns seen = new EventColumns(EVENTS, 8);
                copy(person.history(), time, seen);
                copy(person.future(), time, seen);
                SortedMap<String, Object> online =
                        person.featuresAt(time, seen.window(0, Long.MAX_VALUE)).asMap();
                assertEquals(person.featuresAt(time).asMap(), online);
            }
        }
    }

    private static void copy(EventHistory from, long until, EventColumns to) {
        for (int k = 0; k < from.size() && from.time(k) < until; k++) {
            to.add(
                    from.time(k),
                    from.type(k),
                    from.category(k),
                    from.product(k),
                    from.productSize(k),
                    from.cents(k),
                    (int) Math.round(from.discount(k) * 100));
        }
    }

    private void buy(int daysAgo, int category, int cents, int discount) {
        columns.add(NOW - daysAgo * DAY - 1000, EVENTS.require("purchase"), category, 1, -1, cents, discount);
    }

    private void view(int daysAgo, int category) {
        columns.add(NOW - daysAgo * DAY - 1000, EVENTS.require("view"), category, 1, -1, 0, 0);
    }

    private EventHistory all() {
        return columns.window(0, Long.MAX_VALUE);
    }

    private Features compute() {
        return at(NOW);
    }

    private Features at(long time) {
        return table.compute(all(), time, new ProfileFacts(NOW - 1000 * DAY, 0, 0, 0, -1));
    }
}
