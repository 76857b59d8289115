package org.wayleave.data.serving;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.feature.FeatureTable;
import org.wayleave.data.feature.OnlineFeatures;
import org.wayleave.data.feature.TfIdf;

class TfIdfTest {
    @Test
    void rarityIsThatOfTheFormula() {
        TfIdf.Fitting fitting = new TfIdf.Fitting(3);
        fitting.add(new int[] {1, 0, 0, 1});
        fitting.add(new int[] {2, 3, 0, 5});
        TfIdf fitted = fitting.fitted();
        assertEquals(1, fitted.idf(0), 1e-15);
        assertEquals(Math.log(3.0 / 2) + 1, fitted.idf(1), 1e-15);
        assertEquals(Math.log(3) + 1, fitted.idf(2), 1e-15);
        double[] affinities = fitted.affinities(new int[] {1, 1, 0, 2});
        double length = Math.hypot(1, fitted.idf(1));
        assertArrayEquals(new double[] {1 / length, fitted.idf(1) / length, 0}, affinities, 1e-15);
        assertTrue(Double.isNaN(fitted.affinities(new int[4])[0]));
    }

    @Test
    void batchAndSingleEventsGiveTheSameAffinities() {
        Instant asOf = Instant.parse("2026-03-02T00:00:00Z");
        Recipe retail = Recipe.bundled("retail");
        FeatureTable table = retail.features();
        PersonGenerator generator = new PersonGenerator(retail, 3, asOf, 0);
        TfIdf.Fitting fitting = new TfIdf.Fitting(table.categories());
        for (int p = 0; p < 200; p++) {
            fitting.add(table.weights(generator.person(p).history(), asOf.toEpochMilli()));
        }
        TfIdf fitted = fitting.fitted();
        for (int p = 0; p < 200; p++) {
            Person person = generator.person(p);
            EventHistory history = person.history();
            OnlineFeatures online = table.online(Duration.ZERO);
            for (int i = 0; i < history.size(); i++) {
                online.add(history.time(i), i, history.code(i), history.category(i), history.cents(i), false);
            }
            online.at(asOf.toEpochMilli(), person.facts());
            assertArrayEquals(
                    fitted.affinities(table.weights(history, asOf.toEpochMilli())),
                    fitted.affinities(online.weights()),
                    0);
        }
    }
}
