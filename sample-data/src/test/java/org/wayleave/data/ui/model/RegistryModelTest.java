package org.wayleave.data.ui.model;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
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
    private final RegistryModel registry =
            new RegistryModel(people, new OneReader(), keeping, background, () -> reloads.add("reload"));
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
    }

    @Test
    void anEditIsSavedOnceAndThePageReadAgain() {
        registry.edit(RegistryEdit.text("Change the owner of Main device", "device", "owner", "apps"));
        assertTrue(registry.changed());
        assertEquals("Change the owner of Main device", registry.undoLabel());
        registry.save();
        background.runAll();
        assertEquals(List.of("saved retail-catalogue"), keeping.rows);
        assertEquals(List.of("reload"), reloads);
        assertFalse(registry.changed());
        assertEquals(
                "1 change saved as version 2, draft.",
                registry.problemProperty().get());
        registry.save();
        background.runAll();
        assertEquals(1, keeping.rows.size());
    }

    @Test
    void aRefusedSaveKeepsTheEditsAndSaysWhy() {
        keeping.refuses = true;
        registry.edit(RegistryEdit.text("Owner", "device", "owner", "apps"));
        registry.save();
        background.runAll();
        assertTrue(registry.changed());
        assertEquals(
                "Not saved: the workspace is read-only",
                registry.problemProperty().get());
    }

    @Test
    void anEditThatBreaksTheCatalogueIsExplainedAndUndoneByNothing() {
        registry.edit(RegistryEdit.texts("Purposes", "device", "purposes", List.of("tea")));
        assertTrue(registry.problemProperty().get().contains("dataElements.device.purposes names \"tea\""));
        assertFalse(registry.changed());
    }

    @Test
    void editsSurviveANewVersionFromElsewhere() {
        registry.edit(RegistryEdit.text("Owner", "device", "owner", "apps"));
        people.show(population(RegistryEdit.text("Elsewhere", "city", "owner", "logistics")
                .apply(Recipe.bundled("retail").catalogue())));
        Catalogue now = requireNonNull(registry.catalogueProperty().get());
        assertEquals(
                "apps",
                requireNonNull(now.dataElements().get("device")).stewardship().owner());
        assertEquals(
                "logistics",
                requireNonNull(now.dataElements().get("city")).stewardship().owner());
    }

    @Test
    void closingCanSaveOrDropTheEdits() {
        List<Boolean> told = new ArrayList<>();
        registry.edit(RegistryEdit.text("Owner", "device", "owner", "apps"));
        assertTrue(registry.unsavedProperty().get());
        keeping.refuses = true;
        registry.save(told::add);
        background.runAll();
        keeping.refuses = false;
        registry.save(told::add);
        background.runAll();
        assertEquals(List.of(false, true), told);
        assertFalse(registry.unsavedProperty().get());
        registry.edit(RegistryEdit.text("Owner", "device", "owner", "shop"));
        registry.discard();
        assertFalse(registry.unsavedProperty().get());
        assertEquals(0, registry.edits());
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
