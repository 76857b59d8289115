package org.wayleave.data.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.RecipeException;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.feature.OnlineFeatures;

class SkewTest {
    private static final Instant AS_OF = Instant.parse("2026-03-02T00:00:00Z");

    /** The verticals whose people come with the program. */
    static List<Recipe> recipes() {
        return List.of("retail", "banking", "streaming", "healthcare").stream()
                .filter(SkewTest::exists)
                .map(Recipe::bundled)
                .toList();
    }

    private static boolean exists(String vertical) {
        try {
            return Recipe.bundled(vertical).version() > 0;
        } catch (RecipeException none) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void batchAndSingleEventsAgreeToTheLastBit(Recipe recipe) {
        PersonGenerator generator = new PersonGenerator(recipe, 7, AS_OF, 0);
        SkewReport report = new SkewCheck(generator, Duration.ofDays(3), 20).check(150, done -> {}, () -> false);
        assertEquals(
                List.of(),
                report.features().stream()
                        .filter(feature -> feature.differences() > 0)
                        .toList());
        assertEquals(0, report.differences());
        assertTrue(report.late() > 100, "late " + report.late());
        assertTrue(report.servedAtOnce() > 0, "without waiting something is missing");
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void withoutLatenessServingAtOnceAgreesToo(Recipe recipe) {
        PersonGenerator generator = new PersonGenerator(recipe, 8, AS_OF, 0);
        SkewReport report = new SkewCheck(generator, Duration.ZERO, 30).check(60, done -> {}, () -> false);
        assertEquals(0, report.differences());
        assertEquals(0, report.servedAtOnce());
        assertEquals(0, report.late());
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void everySecondIsAsGoodACutAsAny(Recipe recipe) {
        // An event at the very instant does not count, in the batch as event by event.
        PersonGenerator generator = new PersonGenerator(recipe, 9, AS_OF, 0);
        for (int p = 0; p < 20; p++) {
            Person person = generator.person(p);
            EventHistory history = person.history();
            OnlineFeatures online = recipe.features().online(Duration.ZERO);
            for (int i = 0; i < history.size(); i++) {
                long now = history.time(i);
                online.add(now, i, history.code(i), history.category(i), history.cents(i), history.discount(i) > 0);
                assertEquals(
                        person.featuresAt(now, history).asMap(),
                        online.at(now, person.facts()).asMap());
            }
        }
    }

    @Test
    void anEventThatComesTooLateIsCountedAndChangesNothing() {
        PersonGenerator generator = new PersonGenerator(Recipe.bundled("retail"), 7, AS_OF, 0);
        Person person = generator.person(3);
        OnlineFeatures online = generator.recipe().features().online(Duration.ofHours(1));
        long now = AS_OF.toEpochMilli();
        int code = generator.recipe().events().all().getFirst().code();
        assertEquals(OnlineFeatures.Arrival.IN_ORDER, online.add(now - 7_200_000, 0, code, 0, 0, false));
        assertEquals(OnlineFeatures.Arrival.IN_ORDER, online.add(now - 1_000_000, 1, code, 0, 0, false));
        assertEquals(OnlineFeatures.Arrival.LATE, online.add(now - 2_000_000, 2, code, 0, 0, false));
        var before = online.at(now, person.facts()).asMap();
        assertEquals(OnlineFeatures.Arrival.TOO_LATE, online.add(now - 3_700_000, 3, code, 1, 0, false));
        assertEquals(before, online.at(now, person.facts()).asMap());
        assertEquals(1, online.tooLate());
        assertThrows(IllegalArgumentException.class, () -> online.at(now - 1, person.facts()));
    }

    @Test
    void eventsThatNoWindowReachesAreForgotten() {
        Recipe retail = Recipe.bundled("retail");
        Person person = new PersonGenerator(retail, 7, AS_OF, 0).person(3);
        OnlineFeatures online = retail.features().online(Duration.ZERO);
        long start = AS_OF.toEpochMilli();
        int most = 0;
        for (int day = 0; day < 2000; day++) {
            long time = start + day * 86_400_000L;
            online.add(time, day, 0, 0, 0, false);
            online.at(time + 1, person.facts());
            most = Math.max(most, online.remembered());
        }
        assertTrue(most < 2 * 366 + 2, "remembered " + most);
    }

    @Test
    void aCancelledCheckIsAboutThePeopleSoFar() {
        PersonGenerator generator = new PersonGenerator(Recipe.bundled("retail"), 7, AS_OF, 0);
        assertEquals(
                0,
                new SkewCheck(generator, Duration.ofHours(1), 2)
                        .check(10, done -> {}, () -> true)
                        .people());
    }
}
