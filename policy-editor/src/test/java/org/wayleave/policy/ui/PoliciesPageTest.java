package org.wayleave.policy.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.policy.opa.OpaExecutable;
import org.wayleave.policy.opa.OpaSearch;
import org.wayleave.policy.opa.RealOpa;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.command.CommandRegistry;
import org.wayleave.ui.control.CodeEditor;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Toasts;
import org.wayleave.ui.page.DrawerTab;
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
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.Role;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceOptions;

@FxTest
class PoliciesPageTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static final PolicyPack RETAIL = PolicyPack.bundled("retail");
    private static final OpaSource NO_OPA =
            progress -> new OpaSearch(Optional.empty(), "Install Go and build again, or set WAYLEAVE_OPA to the file.");

    @TempDir
    private Path folder;

    private Workspace workspace;
    private BackgroundTasks tasks;
    private Toasts toasts;
    private final CommandRegistry commands = new CommandRegistry();
    private final List<PoliciesPage> pages = new ArrayList<>();

    @BeforeEach
    void openWorkspace() {
        workspace = Workspace.create(
                folder.resolve("workspace"),
                new WorkspaceOptions(CLOCK, null, new Author("ada", "Ada", Role.PRIVACY_OFFICER)));
        workspace
                .documents()
                .save(new DocumentDraft(DocumentKind.POLICY, RETAIL.id(), RETAIL.title(), RETAIL.documentJson(), null));
        workspace
                .documents()
                .save(new DocumentDraft(
                        DocumentKind.SETTINGS,
                        "retail-settings",
                        "Retail sending limits",
                        PolicyPack.bundledSettings("retail"),
                        null));
        toasts = new Toasts(CLOCK);
        tasks = new BackgroundTasks((task, failure) -> toasts.bad(String.valueOf(failure.getMessage())));
    }

    @AfterEach
    void closeWorkspace() {
        pages.forEach(PoliciesPage::hidden);
        tasks.close();
        workspace.close();
    }

    @Test
    void whatDoesNotCompileIsMarkedAndNotSaved() {
        PoliciesPage page = page(opa());
        CodeEditor editor = open(page, "caps.rego");
        String good = editor.text();
        editor.replaceText(good.replace("made < cap", "nonsense_value < cap"));
        FxThread.await("OPA's error at its line", () -> !editor.problems().isEmpty());
        assertTrue(editor.problems().getFirst().message().contains("nonsense_value"));
        assertEquals(
                "Unsaved changes in 1 file · 1 problem: mend before saving",
                page.header().noteProperty().get());
        run("policies.save");
        FxThread.await("the refusal", () -> command("policies.save").enabled().get());
        assertEquals(1, latestVersion());
        assertEquals(editor.problems().getFirst().line(), editor.caretLine(), "the caret goes to the error");

        editor.replaceText(good.replace("made < cap", "made + 0 < cap"));
        FxThread.await("no error", () -> editor.problems().isEmpty());
        run("policies.save");
        FxThread.await("version 2", () -> page.header().versionProperty().get().equals("v2"));
        PolicyPack saved = PolicyPack.fromDocument(workspace
                .documents()
                .latest(DocumentKind.POLICY, RETAIL.id())
                .orElseThrow()
                .json());
        assertTrue(saved.file("caps.rego").orElseThrow().text().contains("made + 0 < cap"));
        assertFalse(saved.plan().equals(RETAIL.plan()), "the plan is compiled anew");
        assertEquals("", page.header().noteProperty().get());
        assertTrue(editor.undoableProperty().get(), "a save keeps undo");
    }

    @Test
    void formattingAndGoingBackAreEditsThatCanBeUndone() {
        PoliciesPage page = page(opa());
        CodeEditor editor = open(page, "caps.rego");
        String good = editor.text();
        editor.replaceText(good + "\nx   :=   1\n");
        run("policies.format");
        FxThread.await("OPA's form", () -> editor.text().endsWith("\nx := 1\n"));
        run("policies.revert");
        assertEquals(good, editor.text());
        assertFalse(page.unsavedWork().present().get());
        run("policies.undo");
        assertTrue(page.unsavedWork().present().get());
    }

    @Test
    void testsRunOnTheTextAsItStands() {
        PoliciesPage page = page(opa());
        CodeEditor editor = open(page, "caps.rego");
        editor.replaceText(editor.text().replace("made < cap", "made <= cap"));
        run("policies.test");
        DrawerTab tests = page.drawer().get(1);
        FxThread.await("failures", () -> tests.badge().getValue().endsWith("failed"));
    }

    @Test
    void settingsAreSavedAsAVersionOfTheirOwn() {
        PoliciesPage page = page(opa());
        CodeEditor editor = open(page, "settings.json");
        String good = editor.text();
        editor.replaceText(good.replace("\"start\": 21", "\"start\": \"nine\""));
        FxThread.await("the fault", () -> !editor.problems().isEmpty());
        assertTrue(editor.problems().getFirst().message().startsWith("quietHours.start is of type number"));
        run("policies.save");
        FxThread.await("rest", () -> tasks.running().isEmpty());
        assertEquals(1, latest(DocumentKind.SETTINGS, "retail-settings").version());

        editor.replaceText(good.replace("\"start\": 21", "\"start\": 20"));
        FxThread.await("no fault", () -> editor.problems().isEmpty());
        run("policies.save");
        FxThread.await("no unsaved work", () -> !page.unsavedWork().present().get());
        DocumentVersion saved = latest(DocumentKind.SETTINGS, "retail-settings");
        assertEquals(2, saved.version());
        assertTrue(saved.json().contains("\"start\":20"), saved.json());
        assertEquals(1, latestVersion(), "the policy stays");
    }

    @Test
    void aRuleIsOpenedByItsId() {
        PoliciesPage page = page(NO_OPA);
        page.open(new Place("policies", RETAIL.id(), "quiet-hours"));
        CodeEditor editor = editor(page);
        assertEquals(RETAIL.rule("quiet-hours").orElseThrow().line(), editor.caretLine());
        assertTrue(editor.text().contains("package wayleave.rules.quiet_hours"));
    }

    @Test
    void withoutOpaThePageSaysWhatToInstallAndSavesNothing() {
        PoliciesPage page = page(NO_OPA);
        CodeEditor editor = open(page, "caps.rego");
        editor.replaceText(editor.text() + "\n");
        assertTrue(page.unsavedWork().present().get());
        assertFalse(command("policies.save").enabled().get());
        page.content().getScene().getRoot().applyCss();
        List<String> words = page.content().lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .toList();
        assertTrue(words.stream().anyMatch(text -> text.contains("WAYLEAVE_OPA")), words::toString);
    }

    @Test
    void thePageIsDrawnInBothAppearances() throws Exception {
        OpaSource opa = opa();
        for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
            Theme theme = new Theme();
            theme.appearanceProperty().set(appearance);
            PoliciesPage page = page(opa);
            run("policies.test");
            FxThread.await(
                    "tests", () -> !page.drawer().get(1).badge().getValue().isEmpty());
            CodeEditor editor = open(page, "consent.rego");
            Scene scene = framed(page, theme, 1);
            Path png = Path.of("target", "pictures", "policies-" + appearance.id() + ".png");
            Pictures.write(scene, png);
            assertTrue(Files.size(png) > 40_000);

            editor.replaceText(editor.text().replace("channel_state != \"granted\"", "chanel_state != \"granted\""));
            FxThread.await("an error", () -> !editor.problems().isEmpty());
            Scene faulty = framed(page, theme, 0);
            Pictures.write(faulty, Path.of("target", "pictures", "policies-error-" + appearance.id() + ".png"));
            page.unsavedWork().discard();
            open(page, "settings.json");
            FxThread.await("no error", () -> editor.problems().isEmpty());
            Pictures.write(
                    framed(page, theme, 0),
                    Path.of("target", "pictures", "policies-settings-" + appearance.id() + ".png"));
        }
    }

    // --- helpers of the tests
    // -----------------------------------------------------------------------------------------

    private static OpaSource opa() {
        OpaExecutable executable = RealOpa.required();
        return progress -> new OpaSearch(Optional.of(executable), "OPA " + executable.version());
    }

    private PoliciesPage page(OpaSource opa) {
        Navigator navigator = new Navigator() {
            @Override
            public void go(Place place) {}

            @Override
            public void arrived(Place place) {}
        };
        PoliciesPage page = new PoliciesPage(workspace, tasks, commands, toasts, navigator, new Theme(), opa);
        Scene scene = new Scene(new StackPane(page.content()), 1000, 700);
        new Theme().install(scene);
        pages.add(page);
        page.shown();
        FxThread.await(
                "the policy and OPA",
                () -> !page.header().versionProperty().get().isEmpty()
                        && tasks.running().isEmpty());
        return page;
    }

    private static CodeEditor open(PoliciesPage page, String file) {
        page.open(new Place("policies", RETAIL.id(), file));
        return editor(page);
    }

    private static CodeEditor editor(PoliciesPage page) {
        return Objects.requireNonNull(page.editors().currentProperty().get());
    }

    private Command command(String id) {
        return commands.find(id).orElseThrow();
    }

    private void run(String id) {
        assertTrue(command(id).enabled().get(), id + " is enabled");
        command(id).run();
    }

    private int latestVersion() {
        return latest(DocumentKind.POLICY, RETAIL.id()).version();
    }

    private DocumentVersion latest(DocumentKind kind, String id) {
        return workspace.documents().latest(kind, id).orElseThrow();
    }

    /** The page as the shell frames it: header above, inspector at the right, drawer below. */
    private static Scene framed(PoliciesPage page, Theme theme, int tab) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(
                10,
                Texts.title(page.header().titleProperty().get()),
                new StateChip(
                        page.header().stateProperty().get(),
                        page.header().stateToneProperty().get()),
                Texts.secondary(page.header().versionProperty().get()),
                Texts.secondary(page.header().noteProperty().get()),
                space);
        header.setAlignment(Pos.CENTER_LEFT);
        header.setStyle(
                "-fx-padding: 0.8em 1.2em; -fx-border-color: transparent transparent -wl-border-muted transparent;");
        page.header().secondary().forEach(command -> header.getChildren().add(CommandButtons.iconOnly(command)));
        header.getChildren()
                .add(CommandButtons.primary(
                        Objects.requireNonNull(page.header().primaryProperty().get())));
        TabPane drawer = new TabPane();
        page.drawer().forEach(each -> drawer.getTabs().add(tabOf(each)));
        drawer.getSelectionModel().select(tab);
        drawer.setPrefHeight(220);
        StackPane inspector = new StackPane(inspectorOf(page));
        inspector.setPrefWidth(360);
        inspector.setMinWidth(360);
        inspector.setStyle("-fx-border-color: transparent transparent transparent -wl-border-muted;");
        BorderPane frame = new BorderPane(new BorderPane(new StackPane(page.content()), null, inspector, drawer, null));
        frame.setTop(header);
        frame.setStyle("-fx-background-color: -wl-bg;");
        Scene scene = new Scene(frame, 1440, 900);
        theme.install(scene);
        return scene;
    }

    private static Node inspectorOf(PoliciesPage page) {
        Node inspector = page.inspector().getValue();
        return inspector == null ? new Region() : inspector;
    }

    private static Tab tabOf(DrawerTab tab) {
        String badge = tab.badge().getValue();
        Tab made = new Tab(badge.isEmpty() ? tab.title() : tab.title() + "  " + badge, new StackPane(tab.content()));
        made.setClosable(false);
        return made;
    }
}
