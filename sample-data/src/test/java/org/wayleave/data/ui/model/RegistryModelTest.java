package org.wayleave.data.ui.model;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.CatalogueConflict;
import org.wayleave.data.catalogue.ContractEdit;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;
import org.wayleave.data.preference.MessageChange.Effect;
import org.wayleave.data.preference.MessagePreview;
import org.wayleave.data.registry.ObservedUse;
import org.wayleave.data.registry.RegistryEdit;
import org.wayleave.data.registry.UseDifference;

class RegistryModelTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private final InlineBackground background = new InlineBackground();
    private final PeopleModel people = new PeopleModel(background);
    private final KeptInMemory keeping = new KeptInMemory();
    private final List<String> reloads = new ArrayList<>();
    private final CatalogueEditing editing =
            new CatalogueEditing(people, keeping, background, () -> reloads.add("reload"));
    private final RegistryModel registry = new RegistryModel(editing, new OneReader(), background);
    private final PreferencesModel preferences = new PreferencesModel(people, new OneReader(), background);

    /** One journey that reads what is not declared and sends one message to who agreed to marketing. */
    private static final class OneReader implements Neighbours {
        @Override
        public ObservedUse use(Catalogue catalogue) {
            return () -> List.of(new ObservedUse.Read(
                    ObservedUse.Subject.DATA_ELEMENT,
                    "diary",
                    new ObservedUse.Reader(ObservedUse.ReaderKind.JOURNEY, "j", "s", "J"),
                    List.of(),
                    "",
                    "",
                    -1));
        }

        @Override
        public MessagePreview messages(Catalogue catalogue) {
            return OneReader::message;
        }

        private static List<MessagePreview.Message> message(Person person, ConsentHistory consents) {
            boolean granted = consents.state(Dimension.PURPOSE, "marketing", NOW.toEpochMilli())
                            .state()
                    == ConsentState.State.GRANTED;
            return List.of(new MessagePreview.Message(
                    "j",
                    "J",
                    "s",
                    "S",
                    granted ? MessagePreview.Rung.PERSONALISED : MessagePreview.Rung.SILENCE,
                    "email",
                    granted ? List.of() : List.of("no consent")));
        }
    }

    @BeforeEach
    void show() {
        people.show(population(Recipe.bundled("retail").catalogue()));
        background.runAll();
    }

    @Test
    void anEditIsSavedOnceAndThePageReadAgain() {
        editing.edit(RegistryEdit.text("Change the owner of Main device", "device", "owner", "apps"));
        assertTrue(editing.unsavedProperty().get());
        assertEquals(
                "Change the owner of Main device", editing.undoLabelProperty().get());
        editing.save();
        background.runAll();
        assertEquals(List.of("saved retail-catalogue"), keeping.rows);
        assertEquals(List.of("reload"), reloads);
        assertFalse(editing.unsavedProperty().get());
        assertEquals(
                "1 entry saved as version 2, draft.", editing.problemProperty().get());
        editing.save();
        background.runAll();
        assertEquals(1, keeping.rows.size());
    }

    @Test
    void aRefusedSaveKeepsTheEditsAndSaysWhy() {
        keeping.refuses = true;
        editing.edit(RegistryEdit.text("Owner", "device", "owner", "apps"));
        editing.save();
        background.runAll();
        assertTrue(editing.unsavedProperty().get());
        assertEquals(
                "Not saved: the workspace is read-only",
                editing.problemProperty().get());
    }

    @Test
    void anEditThatBreaksTheCatalogueIsExplainedAndUndoneByNothing() {
        editing.edit(RegistryEdit.texts("Purposes", "device", "purposes", List.of("tea")));
        assertTrue(editing.problemProperty().get().contains("dataElements.device.purposes names \"tea\""));
        assertFalse(editing.unsavedProperty().get());
    }

    @Test
    void editsSurviveANewVersionFromElsewhere() {
        editing.edit(RegistryEdit.text("Owner", "device", "owner", "apps"));
        keeping.stored = Optional.of(RegistryEdit.text("Elsewhere", "city", "owner", "logistics")
                .apply(Recipe.bundled("retail").catalogue()));
        editing.refresh();
        background.runAll();
        assertEquals("apps", owner("device"));
        assertEquals("logistics", owner("city"));
        editing.undo();
        assertEquals(owner(Recipe.bundled("retail").catalogue(), "device"), owner("device"));
        assertEquals("logistics", owner("city"));
    }

    @Test
    void editsOfTwoPanesAreSavedTogetherAndUndoneOneByOne() {
        editing.edit(new ContractEdit.SetOwner("view", "app-team"));
        editing.edit(RegistryEdit.text("Owner", "device", "owner", "apps"));
        editing.save();
        background.runAll();
        Catalogue stored = keeping.stored.orElseThrow();
        assertEquals("apps", owner(stored, "device"));
        assertEquals("app-team", requireNonNull(stored.events().get("view")).owner());
        editing.undo();
        assertTrue(editing.unsavedProperty().get());
        editing.save();
        background.runAll();
        stored = keeping.stored.orElseThrow();
        assertEquals(owner(Recipe.bundled("retail").catalogue(), "device"), owner(stored, "device"));
        assertEquals("app-team", requireNonNull(stored.events().get("view")).owner());
    }

    @Test
    void theSameEntryChangedElsewhereIsAskedAboutAndNothingIsLost() {
        Catalogue retail = Recipe.bundled("retail").catalogue();
        editing.edit(RegistryEdit.text("Owner", "device", "owner", "apps"));
        Catalogue theirs = RegistryEdit.number("Days", "device", "retentionDays", 30)
                .apply(RegistryEdit.text("Elsewhere", "city", "owner", "logistics")
                        .apply(retail));
        keeping.stored = Optional.of(theirs);
        List<Boolean> told = new ArrayList<>();
        editing.save(told::add);
        background.runAll();
        assertEquals(List.of(false), told);
        CatalogueEditing.Collision collision =
                requireNonNull(editing.collisionProperty().get());
        CatalogueConflict conflict = collision.conflicts().getFirst();
        assertEquals("dataElements.device", conflict.path());
        assertTrue(conflict.canKeepBoth());
        assertEquals("apps", owner("device"));
        assertEquals(theirs, keeping.stored.orElseThrow());
        editing.decide(Map.of(conflict, CatalogueConflict.Choice.BOTH));
        background.runAll();
        assertNull(editing.collisionProperty().get());
        Catalogue stored = keeping.stored.orElseThrow();
        assertEquals("apps", owner(stored, "device"));
        assertEquals(30, requireNonNull(stored.dataElements().get("device")).retentionDays());
        assertEquals("logistics", owner(stored, "city"));
        assertFalse(editing.unsavedProperty().get());
        editing.undo();
        assertEquals(30, requireNonNull(current().dataElements().get("device")).retentionDays());
        assertEquals(owner(retail, "device"), owner("device"));
    }

    @Test
    void aFieldChangedTwiceLeavesOnlyOneOfTheValues() {
        Catalogue retail = Recipe.bundled("retail").catalogue();
        for (CatalogueConflict.Choice choice :
                List.of(CatalogueConflict.Choice.MINE, CatalogueConflict.Choice.THEIRS)) {
            keeping.stored = Optional.of(retail);
            editing.refresh();
            background.runAll();
            editing.edit(RegistryEdit.text("Owner", "device", "owner", "mine"));
            keeping.stored = Optional.of(
                    RegistryEdit.text("Elsewhere", "device", "owner", "theirs").apply(retail));
            editing.save();
            background.runAll();
            CatalogueConflict conflict = requireNonNull(
                            editing.collisionProperty().get())
                    .conflicts()
                    .getFirst();
            assertFalse(conflict.canKeepBoth());
            CatalogueConflict.Field field = conflict.fields().getFirst();
            assertEquals("\"mine\"", field.mine());
            assertEquals("\"theirs\"", field.theirs());
            editing.decide(Map.of(conflict, choice));
            background.runAll();
            String kept = choice == CatalogueConflict.Choice.MINE ? "mine" : "theirs";
            assertEquals(kept, owner(keeping.stored.orElseThrow(), "device"));
            assertEquals(kept, owner("device"));
        }
    }

    private Catalogue current() {
        return requireNonNull(editing.catalogueProperty().get());
    }

    private String owner(String element) {
        return owner(current(), element);
    }

    private static String owner(Catalogue catalogue, String element) {
        return requireNonNull(catalogue.dataElements().get(element))
                .stewardship()
                .owner();
    }

    @Test
    void closingCanSaveOrDropTheEdits() {
        List<Boolean> told = new ArrayList<>();
        editing.edit(RegistryEdit.text("Owner", "device", "owner", "apps"));
        assertTrue(editing.unsavedProperty().get());
        keeping.refuses = true;
        editing.save(told::add);
        background.runAll();
        keeping.refuses = false;
        editing.save(told::add);
        background.runAll();
        assertEquals(List.of(false, true), told);
        assertFalse(editing.unsavedProperty().get());
        editing.edit(RegistryEdit.text("Owner", "device", "owner", "shop"));
        editing.discard();
        assertFalse(editing.unsavedProperty().get());
        assertTrue(editing.changes().isEmpty());
    }

    @Test
    void whatIsReadButNotDeclaredIsListed() {
        registry.compare();
        background.runAll();
        List<UseDifference> found =
                requireNonNull(registry.differencesProperty().get());
        assertEquals(UseDifference.Kind.UNDECLARED, found.getFirst().kind());
        assertEquals("diary", found.getFirst().id());
    }

    @Test
    void aToggleChangesWhatIsSentAndTogglingBackDropsTheChoice() {
        int person = agreed();
        preferences.show();
        background.runAll();
        preferences.step(person);
        background.runAll();
        PreferencesModel.Toggle marketing = toggle("purpose:marketing");
        assertEquals(ConsentState.State.GRANTED, marketing.state());
        preferences.choose(marketing, false);
        background.runAll();
        PreferencesModel.Preview after =
                requireNonNull(preferences.previewProperty().get());
        assertEquals(Effect.PAUSED, after.messages().getFirst().effect());
        assertEquals(ConsentState.State.DENIED, toggle("purpose:marketing").state());
        assertTrue(toggle("purpose:marketing").chosen());
        preferences.choose(toggle("purpose:marketing"), true);
        background.runAll();
        assertFalse(toggle("purpose:marketing").chosen());
        assertEquals(
                Effect.SAME,
                requireNonNull(preferences.previewProperty().get())
                        .messages()
                        .getFirst()
                        .effect());
    }

    @Test
    void withdrawingEverythingLeavesNothingGranted() {
        preferences.show();
        background.runAll();
        preferences.step(agreed());
        background.runAll();
        preferences.withdrawAll();
        background.runAll();
        PreferencesModel.Preview after =
                requireNonNull(preferences.previewProperty().get());
        assertTrue(after.toggles().stream().noneMatch(toggle -> toggle.state() == ConsentState.State.GRANTED));
        assertFalse(after.effect().pseudonymised().isEmpty());
        preferences.withdrawAll();
        background.runAll();
        assertEquals(after, preferences.previewProperty().get());
        preferences.reset();
        background.runAll();
        assertTrue(requireNonNull(preferences.previewProperty().get()).toggles().stream()
                .anyMatch(toggle -> toggle.state() == ConsentState.State.GRANTED));
    }

    private PreferencesModel.Toggle toggle(String name) {
        return requireNonNull(preferences.previewProperty().get()).toggles().stream()
                .filter(toggle -> toggle.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int agreed() {
        ObservedPopulation population = requireNonNull(people.population());
        for (int i = 0; ; i++) {
            if (population
                            .generator()
                            .person(i)
                            .consents()
                            .state(Dimension.PURPOSE, "marketing", NOW.toEpochMilli())
                            .state()
                    == ConsentState.State.GRANTED) {
                return i;
            }
        }
    }

    private static ObservedPopulation population(Catalogue catalogue) {
        return new ObservedPopulation(
                new PersonGenerator(Recipe.bundled("retail"), 1, NOW, 90), 500, catalogue, "version 1", "test");
    }
}
