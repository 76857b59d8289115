package org.wayleave.dpia.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.dpia.Assessment;
import org.wayleave.dpia.Assessments;
import org.wayleave.dpia.SampleAssessments;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.samples.SampleJourneys;
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
import org.wayleave.workspace.Role;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceOptions;

@FxTest
class DpiaPageTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-04T10:15:00Z"));
    private static final Navigator NOWHERE = new Navigator() {
        @Override
        public void go(Place place) {}

        @Override
        public void arrived(Place place) {}
    };

    @TempDir
    Path folder;

    private Workspace workspace;
    private BackgroundTasks tasks;
    private DpiaPage page;
    private Scene scene;
    private Theme theme;

    @BeforeEach
    void open() {
        workspace = Workspace.create(
                folder.resolve("w"),
                WorkspaceOptions.plain(CLOCK, new Author("anna", "Anna Officer", Role.PRIVACY_OFFICER)));
        SampleJourneys.of("retail")
                .forEach(journey -> workspace
                        .documents()
                        .save(new DocumentDraft(
                                DocumentKind.JOURNEY, journey.id(), journey.title(), JourneyJson.write(journey), 0)));
        for (Assessment sample : SampleAssessments.of("retail")) {
            workspace
                    .documents()
                    .save(new DocumentDraft(DocumentKind.DPIA, sample.id(), sample.title(), sample.json(), 0));
        }
        tasks = new BackgroundTasks((task, failure) -> {
            throw new AssertionError(task.title(), failure);
        });
        page = new DpiaPage(new Assessments(workspace), tasks, NOWHERE, CLOCK);
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
        page.open(new Place(DpiaPage.ID, "win-back-dpia", "screening"));
        page.shown();
        FxThread.await(
                "the assessment is open",
                () -> page.header().titleProperty().get().equals("Win-back DPIA"));
        skin();
    }

    @AfterEach
    void close() {
        page.dispose();
        tasks.close();
        workspace.close();
    }

    @Test
    void aPlaceOpensItsDocumentAtItsSectionAndTheGuidanceFollows() {
        assertEquals(1, sections().getSelectionModel().getSelectedIndex());
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        try {
            FxThread.await("guidance", () -> drawnInInspector().contains("Is a DPIA needed?"));
            sections().getSelectionModel().select(8);
            FxThread.await("other guidance", () -> drawnInInspector().contains("Risks"));
        } finally {
            stage.hide();
        }
    }

    /** What is drawn beside the form, as opposed to what was set. */
    private List<String> drawnInInspector() {
        return Objects.requireNonNull(page.inspector().getValue()).lookupAll(".text").stream()
                .map(Text.class::cast)
                .map(Text::getText)
                .toList();
    }

    private void skin() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    @SuppressWarnings("unchecked")
    private ListView<Object> sections() {
        return (ListView<Object>) page.content().lookup(".form-sections .list-view");
    }

    @Test
    void theJourneysOfTheWorkspaceAreTickedAndSaved() {
        sections().getSelectionModel().select(0);
        skin();
        List<CheckBox> ticks = page.content().lookupAll("#question-journeys .check-box").stream()
                .map(CheckBox.class::cast)
                .toList();
        assertEquals(
                List.of("Back in stock by size", "Replenishment reminder", "Win-back with a discount code"),
                ticks.stream().map(CheckBox::getText).sorted().toList());
        CheckBox stock = ticks.stream()
                .filter(tick -> tick.getText().startsWith("Back"))
                .findFirst()
                .orElseThrow();
        stock.fire();
        Objects.requireNonNull(page.header().primaryProperty().get()).run();
        FxThread.await(
                "it is saved", () -> page.header().versionProperty().get().equals("v2"));
        assertEquals(
                List.of("win-back", "back-in-stock"),
                Assessment.parse(workspace
                                .documents()
                                .latest(DocumentKind.DPIA, "win-back-dpia")
                                .orElseThrow()
                                .json())
                        .journeys());
    }

    @Test
    void aRatingThatWorsensIsSaidNearTheRisks() {
        sections().getSelectionModel().select(8);
        skin();
        assertEquals("", page.header().noteProperty().get());
        ComboBox<?> after = page.content().lookupAll("#question-risks .combo-box").stream()
                .map(ComboBox.class::cast)
                .filter(box -> box.getAccessibleText().equals("Severity with measures, Risk 1"))
                .findFirst()
                .orElseThrow();
        after.getSelectionModel().selectLast();
        assertTrue(page.header().noteProperty().get().contains("1 thing to mend"));
        assertTrue(((Label) page.content().lookup("#question-risks .field-error"))
                .getText()
                .contains("rated higher"));
    }

    @Test
    void thePageLooksRightInBothAppearances() {
        for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
            theme.appearanceProperty().set(appearance);
            for (int section : new int[] {0, 1, 2, 8, 10}) {
                sections().getSelectionModel().select(section);
                skin();
                Path png = Path.of(
                        "target",
                        "pictures",
                        "dpias-" + section + "-" + appearance.name().toLowerCase(Locale.ROOT) + ".png");
                Pictures.write(scene, png);
                assertTrue(Files.exists(png));
            }
        }
    }
}
