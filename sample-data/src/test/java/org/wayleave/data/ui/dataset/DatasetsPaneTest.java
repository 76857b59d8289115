package org.wayleave.data.ui.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.intake.Dataset;
import org.wayleave.data.intake.WorkspaceDatasets;
import org.wayleave.data.ui.DataPage;
import org.wayleave.data.ui.dataset.model.DatasetsModel;
import org.wayleave.data.ui.dataset.model.ExaminationModel;
import org.wayleave.data.ui.dataset.model.ImportModel;
import org.wayleave.data.ui.model.Background;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.task.TaskHandle;
import org.wayleave.ui.task.Work;
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
class DatasetsPaneTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

    @TempDir
    Path place = Path.of("unset");

    private final List<Dataset> taken = new ArrayList<>();
    private Theme theme;
    private BackgroundTasks tasks;
    private Workspace workspace;
    private DatasetsModel model;
    private ImportModel imports;
    private DatasetsPane pane;
    private Scene scene;

    @BeforeEach
    void open() {
        theme = new Theme();
        tasks = new BackgroundTasks((task, failure) -> {
            throw new AssertionError(task.title(), failure);
        });
        workspace = Workspace.create(
                place.resolve("shop"),
                new WorkspaceOptions(CLOCK, null, new Author("robin", "Robin", Role.ADMINISTRATOR)));
        Catalogue retail = Recipe.bundled("retail").catalogue();
        workspace
                .documents()
                .save(new DocumentDraft(DocumentKind.CATALOGUE, "retail", retail.title(), retail.json(), 0));
        WorkspaceDatasets datasets = new WorkspaceDatasets(workspace, CLOCK);
        Background background = new Tasks();
        model = new DatasetsModel(datasets, background);
        imports = new ImportModel(datasets, background, dataset -> {
            taken.add(dataset);
            model.choose(dataset.id());
            model.refresh();
        });
        pane = new DatasetsPane(
                model,
                imports,
                (title, kind, patterns) -> Optional.of(people("people-2026.csv", 31)),
                new DatasetDetail(model, new ExaminationModel(datasets, background), theme),
                theme);
        BorderPane root = new BorderPane(pane);
        root.getStyleClass().add("data-page");
        root.getStylesheets()
                .add(Objects.requireNonNull(DataPage.class.getResource("data.css"))
                        .toExternalForm());
        scene = new Scene(root, 1017, 700);
        theme.install(scene);
    }

    @AfterEach
    void close() {
        tasks.close();
        workspace.close();
    }

    @Test
    void aFileIsChosenPlannedImportedProfiledAndComparedAndEachIsPictured() throws Exception {
        picture("empty");
        press("Choose a file…");
        FxThread.await("the columns", () -> imports.columns().size() == 7);
        assertTrue(button("Import 4 of 7 columns").isDisabled());
        assertFalse(labels().stream().anyMatch(text -> text.contains("@example.org")), "an address is shown");
        picture("import");
        press("Replace identifiers by tokens");
        assertTrue(button("Import 6 of 7 columns").isFocusTraversable());
        press("Import 6 of 7 columns");
        FxThread.await("the data set", () -> model.all().size() == 1);
        FxThread.await("the profile", () -> labels().stream().anyMatch(text -> text.contains("rows measured")));
        picture("profile");
        imports.look(people("people-2025.csv", 7));
        FxThread.await("the columns", () -> imports.columns().size() == 7);
        imports.protectIdentifiers();
        press("Import 6 of 7 columns");
        FxThread.await("the data sets", () -> model.all().size() == 2 && taken.size() == 2);
        tabs().getSelectionModel().select(1);
        picture("compare");
        against().setValue(model.all().get(1));
        press("Compare");
        FxThread.await("the comparison", () -> labels().stream().anyMatch(text -> text.startsWith("Compared people-")));
        picture("comparison");
        press("Remove…");
        picture("remove");
        press("Keep it");
        assertEquals(2, model.all().size());
        press("Remove…");
        press("Remove people-2025");
        FxThread.await("one data set", () -> model.all().size() == 1);
    }

    @Test
    void aMistakeInTheFileIsShownAtItsColumn() throws Exception {
        imports.look(
                Files.writeString(place.resolve("broken.csv"), "age,city\n" + "31,Bern\n".repeat(6_000) + "old,Aix\n"));
        FxThread.await("the columns", () -> imports.columns().size() == 2);
        press("Import 2 columns");
        FxThread.await("the mistake", () -> labels().stream().anyMatch(text -> text.startsWith("Line 6002, column 1")));
        assertTrue(labels().contains("A value does not fit"));
        picture("mistake");
    }

    /** A thousand people in a file. */
    private Path people(String name, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("Customer number,E-mail,age,city,first order,spent,remarks\n");
        for (int i = 0; i < 1_200; i++) {
            text.append("C").append(100_000 + i).append(",person").append(i).append("@example.org,");
            text.append(18 + random.nextInt(60)).append(',');
            text.append(List.of("Bern", "Lyon", "Aix", "Köln", "").get(random.nextInt(5)))
                    .append(',');
            text.append("202")
                    .append(random.nextInt(6))
                    .append("-0")
                    .append(1 + random.nextInt(9))
                    .append("-1")
                    .append(random.nextInt(9));
            text.append(',').append(Math.round(Math.exp(3 + random.nextGaussian()) * (seed > 10 ? 2 : 1)));
            text.append(",note ").append(i).append('\n');
        }
        try {
            return Files.writeString(place.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void picture(String name) throws Exception {
        for (double zoom : new double[] {1, 1.5}) {
            for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
                theme.zoomProperty().set(zoom);
                theme.appearanceProperty().set(appearance);
                Path png = Path.of(
                        "target",
                        "pictures",
                        "datasets-" + name + "-" + appearance.id() + (zoom > 1 ? "-150" : "") + ".png");
                Pictures.write(scene, png);
                assertTrue(Files.size(png) > 8_000);
            }
        }
        theme.zoomProperty().set(1);
        theme.appearanceProperty().set(Appearance.LIGHT);
    }

    private void press(String words) {
        button(words).fire();
        labels();
    }

    private Button button(String words) {
        labels();
        return scene.getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button button && words.equals(button.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words));
    }

    private TabPane tabs() {
        labels();
        return (TabPane) Objects.requireNonNull(scene.lookup(".tab-pane"));
    }

    @SuppressWarnings("unchecked") // the chooser of the view
    private ComboBox<Dataset> against() {
        labels();
        return (ComboBox<Dataset>) scene.getRoot().lookupAll(".combo-box").stream()
                .filter(node -> "Compared with".equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> labels() {
        for (int i = 0; i < 2; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        return scene.getRoot().lookupAll(".label").stream()
                .filter(node -> node instanceof Label label && label.getText() != null)
                .map(node -> ((Label) node).getText())
                .toList();
    }

    /** The background tasks of the desktop, as the page runs them. */
    private final class Tasks implements Background {
        @Override
        public <T> Ticket start(
                String key,
                String title,
                Work<T> work,
                Steps progress,
                java.util.function.Consumer<T> done,
                java.util.function.Consumer<Throwable> failed) {
            TaskHandle<T> handle = tasks.lookUp(key, title, work);
            handle.onDone(done).onFailed(failed);
            return handle::cancel;
        }
    }
}
