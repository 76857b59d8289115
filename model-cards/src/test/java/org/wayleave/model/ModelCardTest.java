package org.wayleave.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Recipe;
import org.wayleave.model.ModelCard.Metric;

class ModelCardTest {

    @Test
    void readingAndWritingKeepsWhatIsUnknown() {
        String json = "{\"title\":\"A\",\"x\":{\"y\":[1,2]},\"dataSources\":[{\"element\":\"city\",\"z\":true}]}";
        assertEquals(json, ModelCard.parse(json).json());
        assertEquals(
                json.replace("\"A\"", "\"B\""),
                ModelCard.parse(json).withTitle("B").json());
        assertEquals("city", ModelCard.parse(json).dataSources().getFirst().element());
    }

    @Test
    void aFigureNeedsANumberInsideItsIntervalAndItsData() {
        assertEquals("", new Metric("AUC", "all", "0.71", "0.69", "0.73", "run-0001").problem());
        assertTrue(
                new Metric("AUC", "all", "0,71", "", "", "run-0001").problem().contains("not a number"));
        assertTrue(new Metric("AUC", "all", "0.71", "0.72", "", "run-0001")
                .problem()
                .contains("outside"));
        assertTrue(new Metric("AUC", "all", "0.71", "", "0.70", "run-0001")
                .problem()
                .contains("outside"));
        assertTrue(new Metric("AUC", "all", "", "", "", "run-0001").problem().contains("no value"));
        assertTrue(new Metric("AUC", "all", "0.71", "", "", "").problem().contains("which run"));
    }

    @Test
    void theSamplesNameDataElementsAndBasesOfTheirCatalogue() {
        var catalogue = Recipe.bundled("retail").catalogue();
        Set<String> elements = catalogue.dataElements().keySet();
        for (ModelCard card : SampleCards.of("retail")) {
            assertFalse(card.model().isEmpty());
            assertFalse(card.title().isEmpty());
            for (ModelCard.DataSource source : card.dataSources()) {
                assertTrue(elements.contains(source.element()), source.element());
                assertEquals(
                        java.util.Objects.requireNonNull(
                                        catalogue.dataElements().get(source.element()), source.element())
                                .lawfulBasis(),
                        source.lawfulBasis(),
                        source.element());
            }
        }
        assertEquals(List.of(), SampleCards.of("unknown"));
        assertEquals(
                Set.of("category-affinity", "replenishment-due"),
                SampleCards.of("retail").stream().map(ModelCard::id).collect(Collectors.toSet()));
    }
}
