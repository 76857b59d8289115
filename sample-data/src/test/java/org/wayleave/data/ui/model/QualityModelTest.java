package org.wayleave.data.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.quality.QualityReport;

class QualityModelTest {
    private static final Recipe RETAIL = Recipe.bundled("retail");

    private final InlineBackground background = new InlineBackground();
    private final PeopleModel people = new PeopleModel(background);
    private final QualityModel model = new QualityModel(people, background);

    @Test
    void nothingIsMeasuredBeforeThePeopleAreKnown() {
        model.measure();
        assertEquals(0, background.waiting());
        assertNull(model.reportProperty().get());
    }

    @Test
    void aPopulationIsMeasuredOnceAndAnotherOneAgain() {
        people.show(population(300, 1));
        model.measure();
        model.measure();
        assertEquals(1, background.waiting());
        background.runAll();
        assertTrue(
                model.statusProperty().get().startsWith("All 300 people. "),
                model.statusProperty().get());
        people.show(population(200, 2));
        model.measure();
        background.runAll();
        QualityReport report = model.reportProperty().get();
        assertNotNull(report);
        assertEquals(200, report.measured());
    }

    @Test
    void aCancelledMeasurementSaysWhomItIsAboutAndCanBeDoneAgain() {
        people.show(population(300, 1));
        model.measure();
        model.cancel();
        background.runAll();
        assertTrue(
                model.statusProperty().get().startsWith("The first 0 of 300 people. "),
                model.statusProperty().get());
        model.measureAgain();
        background.runAll();
        QualityReport report = model.reportProperty().get();
        assertNotNull(report);
        assertEquals(300, report.measured());
        assertEquals(1, model.fractionProperty().get());
    }

    private static ObservedPopulation population(int people, long seed) {
        return new ObservedPopulation(
                new PersonGenerator(RETAIL, seed, Instant.parse("2026-03-02T00:00:00Z"), 30),
                people,
                RETAIL.catalogue(),
                "version 1, active",
                "as in run-0001");
    }
}
