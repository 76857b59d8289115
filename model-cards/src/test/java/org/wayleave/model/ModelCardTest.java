package org.wayleave.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.model.ModelCard.Metric;
import org.wayleave.workspace.json.JsonRecord;

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

    @ParameterizedTest
    @ValueSource(strings = {"banking", "healthcare", "retail", "streaming"})
    void theSamplesNameDataElementsAndBasesOfTheirCatalogue(String vertical) {
        Catalogue catalogue = Catalogue.parse(
                JsonRecord.bundled(Recipe.class, vertical + "/catalogue.json").json());
        List<ModelCard> cards = SampleCards.of(vertical);
        assertTrue(cards.size() >= 2, vertical);
        for (ModelCard card : cards) {
            assertEquals(card.id(), card.model());
            assertEquals(vertical, card.record().text("vertical"));
            assertFalse(card.title().isEmpty());
            assertEquals(List.of(), card.metrics(), "figures come from runs");
            assertFalse(card.record().text("fairness.findings").isEmpty(), card.id());
            for (ModelCard.DataSource source : card.dataSources()) {
                DataElement element = catalogue.dataElements().get(source.element());
                assertNotNull(element, card.id() + " " + source.element());
                assertEquals(element.lawfulBasis(), source.lawfulBasis(), source.element());
                assertEquals(element.sensitivity().wire(), source.sensitivity(), source.element());
            }
        }
    }

    @Test
    void anUnknownVerticalHasNoSamples() {
        assertEquals(List.of(), SampleCards.of("unknown"));
    }
}
