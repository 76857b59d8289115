package org.wayleave.data.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FeaturesModelTest {
    private final InlineBackground background = new InlineBackground();
    private final PeopleModel people = new PeopleModel(background);
    private final FeaturesModel model = new FeaturesModel(people, background);

    @Test
    void theRegistryFollowsThePopulation() {
        assertNull(model.registryProperty().get());
        people.show(EventsModelTest.population());
        var registry = model.registryProperty().get();
        assertNotNull(registry);
        assertTrue(registry.entries().stream()
                .noneMatch(entry -> model.state(entry).equals("refused")));
    }

    @Test
    void aComparisonSaysThatAllAgreeAndHowRareCategoriesAre() {
        people.show(EventsModelTest.population());
        background.runAll();
        model.compare();
        background.runAll();
        var compared = model.comparedProperty().get();
        assertNotNull(compared);
        assertEquals(0, compared.skew().differences());
        assertTrue(model.steps().statusProperty().get().contains("0 differ."));
        assertTrue(compared.rarities().stream().allMatch(row -> row.idf() >= 1));
        var registry = model.registryProperty().get();
        assertNotNull(registry);
        var first = registry.entries().stream()
                .filter(entry -> entry.findings().isEmpty())
                .findFirst()
                .orElseThrow();
        assertEquals("agrees", model.state(first));
    }

    @Test
    void aCancelledComparisonKeepsWhatIsDone() {
        people.show(EventsModelTest.population());
        background.runAll();
        model.compare();
        model.steps().cancel();
        background.runAll();
        var compared = model.comparedProperty().get();
        assertNotNull(compared);
        assertEquals(0, compared.skew().people());
    }

    @Test
    void durationsAreInWords() {
        assertEquals("15 minutes", FeaturesModel.duration(Duration.ofMinutes(15)));
        assertEquals("6 hours", FeaturesModel.duration(Duration.ofHours(6)));
        assertEquals("7 days", FeaturesModel.duration(Duration.ofDays(7)));
    }
}
