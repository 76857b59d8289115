package org.wayleave.data.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.feature.FeatureDefinition;
import org.wayleave.data.feature.ServedFeatures;

class ServedFeaturesTest {
    private static final Instant AS_OF = Instant.parse("2026-03-02T00:00:00Z");
    private final Recipe retail = Recipe.bundled("retail");
    private final Person person = new PersonGenerator(retail, 7, AS_OF, 0).person(1);
    private final ServedFeatures served = new ServedFeatures(retail.features());
    private final long now = AS_OF.toEpochMilli();

    @Test
    void aValueIsServedUntilItsLifetimeIsOver() {
        served.put(person.id(), person.features(), now);
        for (int i = 0; i < retail.features().definitions().size(); i++) {
            FeatureDefinition definition = retail.features().definitions().get(i);
            String name = definition.spec().name();
            long end = now + ServedFeatures.lifetime(definition).toMillis();
            assertEquals(person.features().value(i), served.value(person.id(), name, end - 1));
            assertNull(served.value(person.id(), name, end));
        }
    }

    @Test
    void theShortLivedGoFirstAndNothingIsKeptOfThem() {
        served.put(person.id(), person.features(), now);
        assertEquals(0, served.expired(person.id(), now));
        Duration shortest = retail.features().definitions().stream()
                .map(ServedFeatures::lifetime)
                .min(Duration::compareTo)
                .orElseThrow();
        Duration longest = retail.features().definitions().stream()
                .map(ServedFeatures::lifetime)
                .max(Duration::compareTo)
                .orElseThrow();
        assertTrue(shortest.compareTo(longest) < 0);
        long later = now + shortest.toMillis();
        int expired = served.expired(person.id(), later);
        assertTrue(expired > 0 && expired < retail.features().definitions().size());
        assertEquals(0, served.purge(later));
        assertNotNull(served.value(person.id(), "frequency", later));
        // After the purge not even an earlier instant finds the value.
        long gone = retail.features().definitions().stream()
                .filter(definition -> ServedFeatures.lifetime(definition).equals(shortest))
                .filter(definition ->
                        served.value(person.id(), definition.spec().name(), now) == null)
                .count();
        assertTrue(gone > 0);
        assertEquals(1, served.purge(now + longest.toMillis()));
        assertNull(served.value(person.id(), "frequency", now));
    }

    @Test
    void whatIsNotAFeatureIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> served.value(person.id(), "shoeSize", now));
        assertNull(served.value("p999999", "frequency", now));
    }
}
