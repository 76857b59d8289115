package org.wayleave.data.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.search.PeopleFilter;

class PeopleModelTest {
    private static final Recipe RETAIL = Recipe.bundled("retail");
    private static final PeopleFilter FRANCE = new PeopleFilter("", "FR", null, null, -1, null);

    private final InlineBackground background = new InlineBackground();
    private final PeopleModel model = new PeopleModel(background);

    @Test
    void everybodyIsShownAtFirstAndTheFirstPersonIsLookedAt() {
        model.show(population(1000, 1));
        assertEquals(1000, model.selectionProperty().get().size());
        assertEquals(0, model.personProperty().get());
        assertEquals("1,000 people", model.statusProperty().get());
    }

    @Test
    void aFilterSearchesInTheBackgroundAndSaysHowManyItFound() {
        model.show(population(1000, 1));
        model.filterProperty().set(FRANCE);
        assertTrue(model.scannedProperty().get() < 1);
        assertEquals(1000, model.selectionProperty().get().size());
        background.runAll();
        int found = model.selectionProperty().get().size();
        assertTrue(found > 100 && found < 400, "the French are " + found);
        assertEquals(found + " of 1,000 people", model.statusProperty().get());
        assertEquals(1, model.scannedProperty().get());
    }

    @Test
    void onlyTheLatestFilterCounts() {
        model.show(population(1000, 1));
        model.filterProperty().set(FRANCE);
        model.filterProperty().set(new PeopleFilter("p000999", null, null, null, -1, null));
        background.runAll();
        assertEquals(1, model.selectionProperty().get().size());
        assertEquals(999, model.selectionProperty().get().index(0));
    }

    @Test
    void liftingTheFilterShowsEverybodyAtOnceWhateverTheSearchBeforeFinds() {
        model.show(population(1000, 1));
        model.filterProperty().set(FRANCE);
        model.filterProperty().set(PeopleFilter.ALL);
        background.runAll();
        assertEquals(1000, model.selectionProperty().get().size());
        assertEquals("1,000 people", model.statusProperty().get());
    }

    @Test
    void aCancelledSearchSaysHowFarItCame() {
        model.show(population(1000, 1));
        model.filterProperty().set(FRANCE);
        model.cancelSearch();
        background.runAll();
        assertEquals(
                "0 found among the first 0 of 1,000 people; the search was cancelled",
                model.statusProperty().get());
    }

    @Test
    void aPersonIsFoundByNumberAndByIdAndAFilterThatHidesThemIsLifted() {
        model.show(population(1000, 1));
        assertEquals("", model.goTo("42"));
        assertEquals(42, model.personProperty().get());
        model.filterProperty().set(new PeopleFilter("p000999", null, null, null, -1, null));
        background.runAll();
        assertEquals("", model.goTo(" p000007 "));
        assertEquals(7, model.personProperty().get());
        assertTrue(model.filterProperty().get().isAll());
    }

    @Test
    void whatIsNoPersonIsSaidSo() {
        assertFalse(model.goTo("1").isEmpty());
        model.show(population(1000, 1));
        assertEquals("There is no person p001000. The last one is p000999.", model.goTo("1000"));
        assertEquals("“Anna” is no person. Write a number from 0 to 999.", model.goTo("Anna"));
        assertEquals(0, model.personProperty().get());
    }

    @Test
    void anotherPopulationKeepsThePersonAndSearchesAgain() {
        model.show(population(1000, 1));
        model.filterProperty().set(FRANCE);
        background.runAll();
        model.look(900);
        model.show(population(500, 2));
        assertEquals(1, background.waiting());
        background.runAll();
        assertEquals(499, model.personProperty().get());
        assertEquals(500, model.selectionProperty().get().people());
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
