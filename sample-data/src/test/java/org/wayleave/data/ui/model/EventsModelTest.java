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
    private final CatalogueEditing editing = new CatalogueEditing(people, kept, background, () -> {});
    private final EventsModel model = new EventsModel(people, editing, background);

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
        editing.edit(new ContractEdit.SetOwner("view", "app-team"));
        assertEquals("app-team", owner());
        assertEquals("Change the owner of view", editing.undoLabelProperty().get());
        editing.undo();
        assertEquals("web-shop", owner());
        assertFalse(editing.unsavedProperty().get());
        editing.redo();
        assertTrue(editing.unsavedProperty().get());
        editing.save();
        background.runAll();
        assertEquals(List.of("saved retail-catalogue"), kept.rows);
        assertEquals(
                "1 entry saved as version 2, draft.", editing.problemProperty().get());
        assertFalse(editing.unsavedProperty().get());
    }

    @Test
    void anEditThatBreaksTheCatalogueIsExplained() {
        editing.edit(new ContractEdit.SetLateness("view", -1));
        assertTrue(editing.problemProperty().get().contains("whole number of hours"));
        assertFalse(editing.unsavedProperty().get());
    }

    @Test
    void whatCannotBeSavedStaysChanged() {
        kept.refuses = true;
        editing.edit(new ContractEdit.SetOwner("view", "app-team"));
        editing.save();
        background.runAll();
        assertEquals(
                "Not saved: the workspace is read-only",
                editing.problemProperty().get());
        assertTrue(editing.unsavedProperty().get());
    }

    @Test
    void whatIsEditedSurvivesReadingThePopulationAgain() {
        editing.edit(new ContractEdit.SetOwner("view", "app-team"));
        people.show(population());
        background.runAll();
        assertEquals("app-team", owner());
    }

    @Test
    void whatIsNotSavedIsKnownAndCanBeDropped() {
        assertFalse(editing.unsavedProperty().get());
        editing.edit(new ContractEdit.SetOwner("view", "app-team"));
        assertTrue(editing.unsavedProperty().get());
        editing.discard();
        assertFalse(editing.unsavedProperty().get());
        assertEquals("web-shop", owner());
        editing.edit(new ContractEdit.SetOwner("view", "app-team"));
        boolean[] worked = new boolean[1];
        editing.save(saved -> worked[0] = saved);
        background.runAll();
        assertTrue(worked[0]);
        assertFalse(editing.unsavedProperty().get());
    }

    @Test
    void eventsAreCheckedAgainstTheContractsAsTheyAreEdited() {
        model.check(false);
        background.runAll();
        assertTrue(model.checking().statusProperty().get().endsWith("0 break their contract."));
        editing.edit(new ContractEdit.RemoveField("view", "size"));
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
                        Objects.requireNonNull(editing.catalogueProperty().get())
                                .events()
                                .get("view"))
                .owner();
    }
}
