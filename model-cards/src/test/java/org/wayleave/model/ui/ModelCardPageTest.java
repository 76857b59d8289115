package org.wayleave.model.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.model.ModelCard;
import org.wayleave.model.ModelCardDocuments;
import org.wayleave.model.SampleCards;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.testing.FxTest;
import org.wayleave.ui.testing.FxThread;
import org.wayleave.ui.testing.Pictures;
import org.wayleave.ui.theme.Appearance;
import org.wayleave.ui.theme.Theme;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.DocumentDraft;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.Role;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceOptions;

@FxTest
class ModelCardPageTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-04T10:15:00Z"));
    private static final Navigator NOWHERE = new Navigator() {
        @Override
        public void go(Place place) {}

        @Override
        public void arrived(Place place) {}
    };

    @TempDir
    Path folder;

    private Theme theme;
    private Workspace workspace;
    private BackgroundTasks tasks;
    private ModelCardPage page;
    private Scene scene;

    @BeforeEach
    void open() {
        workspace = Workspace.create(
                folder.resolve("w"),
                WorkspaceOptions.plain(CLOCK, new Author("anna", "Anna Officer", Role.PRIVACY_OFFICER)));
        tasks = new BackgroundTasks((task, failure) -> {
            throw new AssertionError(task.title(), failure);
        });
        page = new ModelCardPage(new ModelCardDocuments(workspace), tasks, NOWHERE, CLOCK);
        BorderPane root = new BorderPane(page.content());
        page.inspector().subscribe(node -> {
            if (node instanceof Region region) {
                region.setPrefWidth(360);
            }
            root.setRight(node);
        });
        scene = new Scene(root, 1440, 900);
        theme = new Theme();
        theme.install(scene);
    }

    @AfterEach
    void close() {
        page.dispose();
        tasks.close();
        workspace.close();
    }

    private void saveSamples() {
        for (ModelCard sample : SampleCards.of("retail")) {
            workspace
                    .documents()
                    .save(new DocumentDraft(DocumentKind.MODEL_CARD, sample.id(), sample.title(), sample.json(), 0));
        }
    }

    private void showSamples() {
        saveSamples();
        page.shown();
        FxThread.await(
                "a card is open", () -> page.header().titleProperty().get().equals("Category affinity"));
        skin();
    }

    /** Skins make the insides of controls, which is where the answers are. */
    private void skin() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private Command primary() {
        return Objects.requireNonNull(page.header().primaryProperty().get());
    }

    private TextInputControl answer(String question) {
        skin();
        Node found = page.content().lookup("#question-" + question.replace('.', '-'));
        for (Node node : Objects.requireNonNull(found, question).lookupAll(".text-input")) {
            if (node instanceof TextInputControl input) {
                return input;
            }
        }
        throw new AssertionError("no text input in " + question);
    }

    @Test
    void anEmptyWorkspaceOffersToStartACard() {
        page.shown();
        FxThread.await("the list was read", () -> tasks.running().isEmpty());
        scene.getRoot().applyCss();
        assertNotNull(page.content().lookup(".empty-state .button"));
        ((javafx.scene.control.Button) page.content().lookup(".empty-state .button")).fire();
        assertEquals("New model card", page.header().titleProperty().get());
        assertTrue(primary().enabled().get());
        assertEquals("Save version 1", primary().title());
        primary().run();
        FxThread.await(
                "it is saved", () -> page.header().versionProperty().get().equals("v1"));
        assertEquals(
                "new-model-card",
                workspace.documents().list(DocumentKind.MODEL_CARD).getFirst().id());
        assertFalse(primary().enabled().get());
    }

    @Test
    void anEditIsUndoneRedoneAndSavedAsAVersion() {
        showSamples();
        TextInputControl title = answer("title");
        assertEquals("Category affinity", title.getText());
        title.setText("Leaning towards a category");
        assertEquals("Leaning towards a category", page.header().titleProperty().get());
        assertTrue(page.unsavedWork().present().get());

        title.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.Z, false, true, false, false));
        assertEquals("Category affinity", title.getText());
        assertFalse(page.unsavedWork().present().get());
        title.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.Z, true, true, false, false));
        assertEquals("Leaning towards a category", title.getText());

        assertEquals("Save version 2", primary().title());
        primary().run();
        FxThread.await(
                "it is saved", () -> page.header().versionProperty().get().equals("v2"));
        assertEquals(
                "Leaning towards a category",
                workspace
                        .documents()
                        .latest(DocumentKind.MODEL_CARD, "category-affinity")
                        .orElseThrow()
                        .title());
        assertFalse(page.unsavedWork().present().get());
    }

    @Test
    void aNeededAnswerThatIsMissingIsSaidNearItAndInTheHeader() {
        showSamples();
        answer("title").setText("");
        assertTrue(
                page.header().noteProperty().get().contains("1 thing to mend"),
                page.header().noteProperty().get());
        scene.getRoot().applyCss();
        assertEquals(
                "Give the card a title.",
                ((javafx.scene.control.Label) page.content().lookup("#question-title .field-error")).getText());
        primary().run();
        FxThread.await("the failure is shown", () -> page.content().lookup(".note.tone-bad") != null);
        assertEquals(
                1,
                workspace
                        .documents()
                        .history(DocumentKind.MODEL_CARD, "category-affinity")
                        .size());
    }

    @Test
    @SuppressWarnings("unchecked")
    void everySectionOfTheSamplesIsCompleteAndEditsSurviveGoingElsewhere() {
        showSamples();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        assertEquals("", page.header().noteProperty().get());
        answer("owner.contact").setText("room 7");
        ListView<Object> documents = (ListView<Object>) page.content().lookup(".form-documents .list-view");
        documents.getSelectionModel().select(1);
        FxThread.await(
                "the other card", () -> page.header().titleProperty().get().equals("Replenishment due date"));
        assertEquals("", page.header().noteProperty().get());
        documents.getSelectionModel().select(0);
        FxThread.await("back", () -> page.header().titleProperty().get().equals("Category affinity"));
        assertEquals("room 7", answer("owner.contact").getText());
        ListView<Object> sections = (ListView<Object>) page.content().lookup(".form-sections .list-view");
        for (int i = 0; i < sections.getItems().size(); i++) {
            sections.getSelectionModel().select(i);
            scene.getRoot().applyCss();
            assertTrue(page.content().lookupAll(".form-field").size() > 0);
        }
    }

    @Test
    void aStateIsSetAndListed() {
        showSamples();
        javafx.scene.control.MenuButton menu =
                (javafx.scene.control.MenuButton) page.header().extras().getFirst();
        assertEquals(
                List.of("Send for review", "Approve", "Retire"),
                menu.getItems().stream()
                        .map(javafx.scene.control.MenuItem::getText)
                        .toList());
        menu.getItems().getFirst().fire();
        FxThread.await("in review", () -> page.header().stateProperty().get().equals("In review"));
        assertEquals(
                DocumentState.IN_REVIEW,
                workspace
                        .documents()
                        .latest(DocumentKind.MODEL_CARD, "category-affinity")
                        .orElseThrow()
                        .state());
    }

    @Test
    @SuppressWarnings("unchecked")
    void thePageLooksRightInBothAppearances() {
        showSamples();
        workspace.documents().changeState(DocumentKind.MODEL_CARD, "replenishment-due", 1, DocumentState.IN_REVIEW);
        page.shown();
        FxThread.await("the list was read", () -> tasks.running().isEmpty());
        ListView<Object> sections = (ListView<Object>) page.content().lookup(".form-sections .list-view");
        for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
            theme.appearanceProperty().set(appearance);
            for (int section : new int[] {0, 2, 4}) {
                sections.getSelectionModel().select(section);
                skin();
                Path png = Path.of(
                        "target",
                        "pictures",
                        "models-" + section + "-" + appearance.name().toLowerCase(java.util.Locale.ROOT) + ".png");
                Pictures.write(scene, png);
                assertTrue(java.nio.file.Files.exists(png));
            }
        }
    }
}
