package org.wayleave.data.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.RecipeException;
import org.wayleave.data.intake.WorkspaceDatasets;
import org.wayleave.data.ui.model.KeptInMemory;
import org.wayleave.data.ui.model.Neighbours;
import org.wayleave.data.ui.model.ObservedPopulation;
import org.wayleave.data.ui.section.DataSection;
import org.wayleave.data.ui.section.SectionGroup;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Toasts;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.testing.FxTest;
import org.wayleave.ui.testing.FxThread;
import org.wayleave.ui.testing.Pictures;
import org.wayleave.ui.theme.Appearance;
import org.wayleave.ui.theme.Theme;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.Role;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceOptions;

@FxTest
class DataPageTest {
    private static final Recipe RETAIL = Recipe.bundled("retail");
    private static final int PEOPLE = 100_000;

    @TempDir
    static Path place = Path.of("unset");

    private static Workspace workspace;
    private static WorkspaceDatasets datasets;

    private final List<Place> arrived = new ArrayList<>();
    private BackgroundTasks tasks;
    private Toasts toasts;
    private Theme theme;
    private Optional<Path> target = Optional.empty();

    @BeforeAll
    static void open() {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));
        workspace = Workspace.create(
                place.resolve("shop"),
                new WorkspaceOptions(clock, null, new Author("robin", "Robin", Role.ADMINISTRATOR)));
        datasets = new WorkspaceDatasets(workspace, clock);
    }

    @AfterAll
    static void shut() {
        workspace.close();
    }

    @BeforeEach
    void prepare() {
        tasks = new BackgroundTasks((task, failure) -> {
            throw new AssertionError(task.title(), failure);
        });
        toasts = new Toasts(InstantSource.fixed(Instant.parse("2026-11-24T09:41:00Z")));
        theme = new Theme();
    }

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void aPersonIsOpenedByItsPlaceBeforeThePeopleAreRead() {
        DataPage page = page(DataPageTest::retail);
        Scene scene = scene(page, Appearance.LIGHT);
        page.shown();
        page.open(Place.of("data", "p048112"));
        FxThread.await("the person", () -> labels(scene).contains("p048112"));
        assertTrue(arrived.isEmpty(), "a place that was asked for is not reported again");
    }

    @Test
    void goingToAPersonIsReportedAndANumberTooHighIsExplained() {
        DataPage page = page(DataPageTest::retail);
        Scene scene = scene(page, Appearance.LIGHT);
        page.shown();
        FxThread.await("the people", () -> labels(scene).contains("p000000"));
        goTo(scene, "777");
        assertEquals(List.of(Place.of("data", "p000777")), arrived);
        goTo(scene, "100000");
        assertTrue(labels(scene).contains("There is no person p100000. The last one is p099999."));
        goTo(scene, "99999");
        assertTrue(labels(scene).contains("p099999"));
    }

    @Test
    void theListHoldsThePopulationButDrawsOnlyWhatIsInView() {
        DataPage page = page(DataPageTest::retail);
        Scene scene = scene(page, Appearance.LIGHT);
        page.shown();
        FxThread.await(
                "the people",
                () -> table(scene).map(list -> list.getItems().size() == PEOPLE).orElse(false));
        assertTrue(scene.getRoot().lookupAll(".people-list .table-row-cell").size() < 80);
    }

    @Test
    void aFilterSearchesBehindThePageAndLooksThroughEverybody() {
        DataPage page = page(DataPageTest::retail);
        Scene scene = scene(page, Appearance.LIGHT);
        page.shown();
        FxThread.await("the people", () -> labels(scene).contains("p000000"));
        choose(scene, "Country", "France");
        choose(scene, "Channel, purpose or topic", "Purpose: Marketing");
        choose(scene, "State of that consent", "Expired");
        FxThread.await(
                "the result",
                () -> table(scene).map(list -> list.getItems().size() < 10_000).orElse(false));
        int found = table(scene).orElseThrow().getItems().size();
        assertTrue(found > 1_500 && found < 3_500, "French people with expired marketing consent are " + found);
        goTo(scene, "p000001");
        FxThread.await("everybody again", () -> labels(scene).contains("100,000 people"));
    }

    @Test
    void peopleAreExportedWithoutFormulasAndTheFileSaysThatTheyAreSynthetic(@TempDir Path folder) throws Exception {
        target = Optional.of(folder.resolve("people"));
        DataPage page = page(() -> population(400));
        Scene scene = scene(page, Appearance.LIGHT);
        Command export = page.header().primaryProperty().get();
        assertNotNull(export);
        assertFalse(export.enabled().get(), "nothing to export before the people are read");
        page.shown();
        FxThread.await("the people", () -> labels(scene).contains("p000000"));
        export.run();
        FxThread.await("the export", () -> !toasts.history().isEmpty());
        List<String> lines = Files.readAllLines(folder.resolve("people.csv"));
        assertEquals(401, lines.size());
        assertTrue(lines.getFirst().startsWith("id,synthetic,"));
        assertTrue(lines.stream().skip(1).allMatch(line -> line.contains(",true,retail@")));
        assertTrue(toasts.history().getFirst().text().startsWith("400 people exported"));
    }

    @Test
    void anExportThatCannotBeWrittenSaysWhyAndWhatToDo(@TempDir Path folder) {
        target = Optional.of(folder.resolve("absent").resolve("people.csv"));
        DataPage page = page(() -> population(10));
        Scene scene = scene(page, Appearance.LIGHT);
        page.shown();
        FxThread.await("the people", () -> labels(scene).contains("p000000"));
        Command export = page.header().primaryProperty().get();
        assertNotNull(export);
        export.run();
        FxThread.await("the toast", () -> !toasts.history().isEmpty());
        String said = toasts.history().getFirst().text();
        assertTrue(said.contains("the folder does not exist. Choose another folder"), said);
    }

    @Test
    void dataThatCannotBeReadSaysSoAndCanBeReadAgain() {
        boolean[] broken = {true};
        DataPage page = page(() -> {
            if (broken[0]) {
                throw new RecipeException("there are no people for the vertical \"space\"; there are: retail");
            }
            return population(10);
        });
        Scene scene = scene(page, Appearance.LIGHT);
        page.shown();
        FxThread.await("the message", () -> labels(scene).contains("The data could not be read"));
        broken[0] = false;
        page.shown();
        FxThread.await("the people", () -> labels(scene).contains("p000000"));
    }

    @Test
    void everySectionOpensByItsPlaceAndIsMarked() {
        DataPage page = page(() -> population(400));
        Scene scene = scene(page, Appearance.LIGHT);
        page.shown();
        FxThread.await("the people", () -> labels(scene).contains("p000000"));
        for (SectionGroup group : page.groups()) {
            for (DataSection<?> section : group.sections()) {
                page.open(DataPage.place(section));
                labels(scene);
                assertEquals(List.of(section.title()), marked(scene));
                assertEquals(section.node(), ((BorderPane) page.content()).getCenter());
                assertEquals(
                        section.simulated() ? "Simulated" : "",
                        page.header().stateProperty().get());
            }
        }
        assertTrue(arrived.isEmpty(), "a place that was asked for is not reported again");
        page.open(new Place("data", null, "ropa"));
        assertEquals(List.of("Lawful bases"), marked(scene));
        page.open(Place.of("data", "p000007"));
        assertEquals(List.of("People"), marked(scene));
    }

    @Test
    void choosingASectionIsReportedSoThatTheWayBackIsKnown() {
        DataPage page = page(() -> population(400));
        Scene scene = scene(page, Appearance.LIGHT);
        page.shown();
        FxThread.await("the people", () -> labels(scene).contains("p000000"));
        ((ToggleButton) Objects.requireNonNull(scene.lookup("#data-section-opt-outs"))).fire();
        ((ToggleButton) Objects.requireNonNull(scene.lookup("#data-section-opt-outs"))).fire();
        assertEquals(List.of(new Place("data", null, "opt-outs")), arrived);
        assertEquals(List.of("Opt-outs"), marked(scene));
    }

    private static List<String> marked(Scene scene) {
        return scene.getRoot().lookupAll(".section-choice").stream()
                .map(ToggleButton.class::cast)
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getText)
                .toList();
    }

    @Test
    void everyTabIsPicturedInBothAppearances() throws Exception {
        String person = talkative();
        for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
            DataPage page = page(() -> population(20_000));
            Scene scene = scene(page, appearance);
            page.shown();
            page.open(Place.of("data", person));
            FxThread.await("the person", () -> labels(scene).contains(person));
            for (String tab : List.of("profile", "consents", "events", "features")) {
                page.open(new Place("data", person, tab));
                picture(scene, tab, appearance);
            }
            for (String section : List.of("purposes", "dataElements", "events")) {
                page.open(new Place("data", "retail-catalogue", section));
                picture(scene, "catalogue-" + section, appearance);
            }
            page.open(new Place("data", null, "quality"));
            FxThread.await(
                    "the figures", () -> labels(scene).stream().anyMatch(text -> text.contains("all keep to them")));
            picture(scene, "quality", appearance);
            eventsIdentityAndFeatures(page, scene, appearance);
        }
    }

    private static void eventsIdentityAndFeatures(DataPage page, Scene scene, Appearance appearance) throws Exception {
        for (String tab : List.of("contract", "conformance", "tokens")) {
            page.open(new Place("data", null, tab));
            picture(scene, tab, appearance);
        }
        press(scene, "Rehearse with mistakes");
        FxThread.await("the check", () -> labels(scene).stream().anyMatch(text -> text.contains("false alarms")));
        press(scene, "Rehearse a change of keys");
        FxThread.await("the rehearsal", () -> labels(scene).contains("Change of keys"));
        picture(scene, "tokens", appearance);
        page.open(new Place("data", null, "conformance"));
        picture(scene, "conformance", appearance);
        page.open(new Place("data", null, "identity"));
        FxThread.await("the clusters", () -> labels(scene).contains("Pairs right"));
        picture(scene, "identity", appearance);
        page.open(new Place("data", null, "features"));
        press(scene, "Compare batch and single events");
        FxThread.await("the comparison", () -> labels(scene).stream().anyMatch(text -> text.contains("0 differ.")));
        picture(scene, "feature-registry", appearance);
    }

    private static void press(Scene scene, String words) {
        scene.getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button button && words.equals(button.getText()))
                .forEach(node -> ((Button) node).fire());
    }

    /** Someone who told something, carries a flag and did a lot. */
    private static String talkative() {
        PersonGenerator generator = retail().generator();
        return IntStream.range(4_000, PEOPLE)
                .mapToObj(generator::person)
                .filter(person -> person.flags().contains("employee")
                        && person.answers().sizes().size() > 1
                        && person.features().number("frequency") > 3)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static void picture(Scene scene, String name, Appearance appearance) throws Exception {
        Path png = Path.of("target", "pictures", "data-" + name + "-" + appearance.id() + ".png");
        Pictures.write(scene, png);
        assertTrue(Files.size(png) > 20_000);
    }

    private DataPage page(PopulationSource source) {
        Navigator navigator = new Navigator() {
            @Override
            public void go(Place place) {
                throw new AssertionError("the page goes nowhere by itself");
            }

            @Override
            public void arrived(Place place) {
                arrived.add(place);
            }
        };
        return new DataPage(new DataServices(
                source,
                new KeptInMemory(),
                Neighbours.NONE,
                tasks,
                toasts,
                navigator,
                datasets,
                (title, kind, patterns) -> Optional.empty(),
                (title, name) -> target,
                theme));
    }

    private Scene scene(DataPage page, Appearance appearance) {
        theme.appearanceProperty().set(appearance);
        Label title = new Label();
        title.getStyleClass().add("text-title");
        title.textProperty().bind(page.header().titleProperty());
        Label note = new Label();
        note.getStyleClass().add("text-secondary");
        note.textProperty().bind(page.header().noteProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Command export = page.header().primaryProperty().get();
        assertNotNull(export);
        HBox top = new HBox(
                12,
                title,
                new StateChip(
                        page.header().stateProperty().get(),
                        page.header().stateToneProperty().get()),
                note,
                gap,
                CommandButtons.iconOnly(page.header().secondary().getFirst()),
                CommandButtons.primary(export));
        top.setStyle("-fx-padding: 10 20 10 20; -fx-alignment: center-left;"
                + " -fx-border-color: transparent transparent -wl-border-muted transparent;");
        BorderPane root = new BorderPane(page.content());
        root.setTop(top);
        Scene scene = new Scene(root, 1352, 870);
        theme.install(scene);
        root.applyCss();
        root.layout();
        return scene;
    }

    @SuppressWarnings("unchecked") // the page's own choosers
    private static void choose(Scene scene, String chooser, String words) {
        ComboBox<Object> box = (ComboBox<Object>) scene.getRoot().lookupAll(".combo-box").stream()
                .filter(node -> chooser.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
        box.setValue(box.getItems().stream()
                .filter(item -> item.toString().equals(words))
                .findFirst()
                .orElseThrow());
    }

    private static void goTo(Scene scene, String text) {
        TextField field = (TextField) scene.getRoot().lookupAll(".text-field").stream()
                .filter(node -> "Number or id of the person to go to".equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
        field.setText(text);
        scene.getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button button && "Go to person".equals(button.getText()))
                .forEach(node -> ((Button) node).fire());
    }

    @SuppressWarnings("unchecked") // the list's own table
    private static Optional<TableView<Object>> table(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return Optional.ofNullable((TableView<Object>) scene.getRoot().lookup(".people-list .table-view"));
    }

    private static List<String> labels(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        List<String> texts = new ArrayList<>();
        for (Node node : scene.getRoot().lookupAll(".label")) {
            if (node instanceof Label label && label.isVisible()) {
                texts.add(label.getText());
            }
        }
        return texts;
    }

    private static ObservedPopulation retail() {
        return population(PEOPLE);
    }

    private static ObservedPopulation population(int people) {
        return new ObservedPopulation(
                new PersonGenerator(RETAIL, 1, Instant.parse("2026-03-02T00:00:00Z"), 90),
                people,
                RETAIL.catalogue(),
                "version 1, active",
                "as in run-0001");
    }
}
