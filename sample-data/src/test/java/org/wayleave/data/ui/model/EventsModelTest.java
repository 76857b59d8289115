package org.wayleave.data.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.ContractEdit;

class EventsModelTest {
    private final InlineBackground background = new InlineBackground();
    private final KeptInMemory kept = new KeptInMemory();
    private final PeopleModel people = new PeopleModel(background);
    private final EventsModel model = new EventsModel(people, kept, background);

    @BeforeEach
    void show() {
        people.show(population());
        background.runAll();
    }

    static ObservedPopulation population() {
        Recipe retail = Recipe.bundled("retail");
        return new ObservedPopulation(
                new PersonGenerator(retail, 1, Instant.parse("2026-03-02T00:00:00Z"), 30),
                400,
                retail.catalogue(),
                "version 1, active",
                "as in run-0001");
    }

    @Test
    void anEditIsUndoneRedoneAndSaved() {
        model.edit(new ContractEdit.SetOwner("view", "app-team"));
        assertEquals("app-team", owner());
        assertEquals("Change the owner of view", model.undoLabel());
        model.undo();
        assertEquals("web-shop", owner());
        assertFalse(model.changed());
        model.redo();
        assertTrue(model.changed());
        model.save();
        background.runAll();
        assertEquals(List.of("saved retail-catalogue"), kept.rows);
        assertEquals("Saved as version 2, draft.", model.problemProperty().get());
        assertFalse(model.changed());
    }

    @Test
    void anEditThatBreaksTheCatalogueIsExplained() {
        model.edit(new ContractEdit.SetLateness("view", -1));
        assertTrue(model.problemProperty().get().contains("whole number of hours"));
        assertFalse(model.changed());
    }

    @Test
    void whatCannotBeSavedStaysChanged() {
        kept.refuses = true;
        model.edit(new ContractEdit.SetOwner("view", "app-team"));
        model.save();
        background.runAll();
        assertEquals(
                "Not saved: the workspace is read-only", model.problemProperty().get());
        assertTrue(model.changed());
    }

    @Test
    void whatIsEditedSurvivesReadingThePopulationAgain() {
        model.edit(new ContractEdit.SetOwner("view", "app-team"));
        people.show(population());
        background.runAll();
        assertEquals("app-team", owner());
    }

    @Test
    void whatIsNotSavedIsKnownAndCanBeDropped() {
        assertFalse(model.changedProperty().get());
        model.edit(new ContractEdit.SetOwner("view", "app-team"));
        assertTrue(model.changedProperty().get());
        model.discard();
        assertFalse(model.changedProperty().get());
        assertEquals("web-shop", owner());
        model.edit(new ContractEdit.SetOwner("view", "app-team"));
        boolean[] worked = new boolean[1];
        model.save(saved -> worked[0] = saved);
        background.runAll();
        assertTrue(worked[0]);
        assertFalse(model.changedProperty().get());
    }

    @Test
    void eventsAreCheckedAgainstTheContractsAsTheyAreEdited() {
        model.check(false);
        background.runAll();
        assertTrue(model.checking().statusProperty().get().endsWith("0 break their contract."));
        model.edit(new ContractEdit.RemoveField("view", "size"));
        model.check(false);
        background.runAll();
        var outcome = model.outcomeProperty().get();
        assertNotNull(outcome);
        assertTrue(outcome.report().broken() > 0);
    }

    @Test
    void aRehearsalSaysHowManyMistakesWereCaught() {
        model.check(true);
        background.runAll();
        var outcome = model.outcomeProperty().get();
        assertNotNull(outcome);
        assertEquals(outcome.made(), outcome.caught());
        assertTrue(model.checking().statusProperty().get().contains("with 0 false alarms"));
    }

    @Test
    void theRehearsalOfTokensPasses() {
        model.rehearseTokens();
        background.runAll();
        var rehearsal = model.rehearsalProperty().get();
        assertNotNull(rehearsal);
        assertTrue(rehearsal.drill().passed());
        assertEquals(rehearsal.plain().targets(), rehearsal.plain().recovered());
        assertEquals(0, rehearsal.keyed().recovered());
    }

    private String owner() {
        return Objects.requireNonNull(
                        Objects.requireNonNull(model.catalogueProperty().get())
                                .events()
                                .get("view"))
                .owner();
    }
}
