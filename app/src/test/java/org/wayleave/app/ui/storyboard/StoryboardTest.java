package org.wayleave.app.ui.storyboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.app.run.OpaParity;
import org.wayleave.app.run.RunOrder;
import org.wayleave.app.run.SimulationRun;
import org.wayleave.app.sample.SampleWorkspace;
import org.wayleave.app.ui.testing.DesktopRig;
import org.wayleave.data.intake.WorkspaceDatasets;
import org.wayleave.data.privacy.PrivacyBudget;
import org.wayleave.data.privacy.PrivacyCost;
import org.wayleave.data.privacy.WorkspacePrivacyBudget;
import org.wayleave.data.privacy.ZeroConcentrated;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.graph.StepType;
import org.wayleave.journey.ui.JourneysPage;
import org.wayleave.journey.ui.inspect.Inspector;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.testing.FxTest;
import org.wayleave.ui.testing.FxThread;
import org.wayleave.ui.theme.Appearance;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceOptions;

/** Visits every page of a real workspace in both appearances; the pictures go to {@code target/storyboard}. */
@FxTest
final class StoryboardTest {
    private static final Path FOLDER = Path.of("target", "storyboard");
    private static final int PEOPLE = 4_000;
    private static final int LEAST_COLOURS = 24;

    @TempDir
    Path data = Path.of("unset");

    @Test
    void everyPageIsDrawnInBothAppearances() throws Exception {
        Files.createDirectories(data);
        workspaceWithRuns();
        try (DesktopRig rig = new DesktopRig(data, Appearance.LIGHT)) {
            both(rig, "welcome");
            rig.press("welcome-sample");
            FxThread.await("the sample", () -> rig.desktop.window() != null);
            List<Page> pages = rig.open().model().pages();
            for (Page page : pages) {
                rig.press("rail-" + page.id());
                Label title = Objects.requireNonNull((Label) rig.scene.lookup("#page-title"));
                assertEquals(page.header().titleProperty().get(), title.getText());
                both(rig, page.id());
            }
            rig.window.answer = data.resolve("customers.csv");
            further(rig);
            why(rig);
            rig.press("status-shell-palette");
            both(rig, "palette");
            rig.overlays.closeAll();
            assertEquals(List.of(), rig.failures);
            assertTrue(
                    rig.toasts.history().stream().noneMatch(toast -> toast.tone() == org.wayleave.ui.control.Tone.BAD),
                    () -> rig.toasts.history().toString());
        }
    }

    /** The sample with two runs, one journey in review, and one run that never ended. */
    private void workspaceWithRuns() throws Exception {
        var work = java.util.concurrent.CompletableFuture.runAsync(() -> {
            try (Workspace workspace = new SampleWorkspace("retail")
                    .create(
                            data.resolve("retail-sample"),
                            WorkspaceOptions.plain(DesktopRig.CLOCK, DesktopRig.AUTHOR))) {
                SimulationRun run = new SimulationRun(workspace, new OpaParity(line -> {}));
                for (String journey : List.of("replenishment", "win-back")) {
                    run.run(new RunOrder(journey, PEOPLE, 90, 1, 2, true), (done, total) -> {}, () -> false);
                }
                workspace.documents().changeState(DocumentKind.JOURNEY, "replenishment", 1, DocumentState.IN_REVIEW);
                dataset(workspace);
                workspace.privacy().setLimit("customers-2026", "analytics", 2, 1e-6);
                PrivacyBudget budget = new WorkspacePrivacyBudget(workspace.privacy());
                for (String by : List.of("country", "age band", "month of the first purchase")) {
                    budget.spend("customers-2026", "analytics", "People by " + by, cost(0.015));
                }
                budget.spend("loyalty-cards", "analytics", "Points by country", cost(0.008));
            }
        });
        FxThread.await("the workspace", work::isDone);
        work.get();
    }

    /** A table of people, as a user would bring it. */
    private void dataset(Workspace workspace) {
        StringBuilder text = new StringBuilder("age,town,spent\n");
        for (int i = 0; i < 2_000; i++) {
            text.append(18 + i * 7 % 61).append(',');
            text.append(List.of("Bern", "Lyon", "Aix").get(i % 7 % 3)).append(',');
            text.append(i % 11 == 0 ? "" : String.valueOf(i * i % 397)).append('\n');
        }
        try {
            Path file = Files.writeString(data.resolve("customers.csv"), text);
            WorkspaceDatasets datasets = new WorkspaceDatasets(workspace, DesktopRig.CLOCK);
            WorkspaceDatasets.Source source = new WorkspaceDatasets.Source(file, null);
            datasets.take(
                    source,
                    "customers",
                    datasets.preview(source, datasets.catalogue(null)).columns(),
                    rows -> {},
                    () -> false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrivacyCost cost(double rho) {
        return new PrivacyCost(new ZeroConcentrated(rho), 0);
    }

    /** What the pages show behind their other tabs. */
    private static void further(DesktopRig rig) throws Exception {
        go(rig, "data-consents", new Place("data", "p000001", "consents"));
        go(rig, "data-events", new Place("data", "p000001", "events"));
        go(rig, "data-features", new Place("data", "p000001", "features"));
        go(rig, "data-catalogue", new Place("data", "retail", "dataElements"));
        go(rig, "data-quality", new Place("data", null, "quality"));
        data(rig);
        go(rig, "policies-settings", new Place("policies", null, "settings.json"));
        rig.press("command-policies-test");
        drawer(rig, "tests");
        both(rig, "policies-tests");
        go(rig, "models-performance", new Place("models", "replenishment-due", "performance"));
        go(rig, "dpias-screening", new Place("dpias", "win-back-dpia", "screening"));
        go(rig, "dpias-processing", new Place("dpias", "win-back-dpia", "processing"));
        go(rig, "dpias-risks", new Place("dpias", "win-back-dpia", "risks"));
        go(rig, "governance-audit", Place.of("governance", "audit"));
        rig.press("command-governance-verify");
        both(rig, "governance-verified");
        go(rig, "governance-users", Place.of("governance", "users"));
        rig.press("add-user");
        both(rig, "governance-add-user");
        rig.overlays.closeAll();
        go(rig, "governance-budgets", Place.of("governance", "budgets"));
        rig.press("set-budget");
        both(rig, "governance-set-budget");
        rig.overlays.closeAll();
        go(rig, "governance-workspace", Place.of("governance", "workspace"));
        rig.open().model().go(Place.of("journeys", "win-back"));
        JourneysPage page = rig.page(JourneysPage.class);
        drawer(rig, "run");
        both(rig, "journeys-run");
        drawer(rig, "history");
        page.canvas().board().jumpTo(message(page));
        for (Inspector.Place tab : List.of(Inspector.Place.SETUP, Inspector.Place.CONSENT, Inspector.Place.RESULT)) {
            page.inspectorPane().show(tab);
            both(rig, "journeys-" + tab.name().toLowerCase(Locale.ROOT));
        }
        drawer(rig, "problems");
        page.journeys().editor().edit(new JourneyEdit.RemoveStep(message(page), true));
        FxThread.await("problems", () -> !page.problems().problems().isEmpty());
        both(rig, "journeys-problems");
        page.journeys().editor().undo();
        page.journeys().close();
        both(rig, "journeys-list");
    }

    /** Contracts, identities and features, each with what is measured there. */
    private static void data(DesktopRig rig) throws Exception {
        go(rig, "data-contract", new Place("data", null, "contract"));
        go(rig, "data-tokens", new Place("data", null, "tokens"));
        press(rig, "Rehearse with mistakes");
        await(rig, "false alarms");
        go(rig, "data-conformance", new Place("data", null, "conformance"));
        rig.open().model().go(new Place("data", null, "identity"));
        await(rig, "Pairs right");
        both(rig, "data-identity");
        rig.open().model().go(new Place("data", null, "features"));
        press(rig, "Compare batch and single events");
        await(rig, "0 differ.");
        both(rig, "data-feature-registry");
        rig.open().model().go(new Place("data", "customers", "dataset"));
        rig.settle();
        await(rig, "rows measured");
        both(rig, "data-dataset");
        rig.press("command-data-datasets-import");
        both(rig, "data-import");
        press(rig, "Back to the data sets");
        consents(rig);
    }

    /** The registry with what follows from it, a person's preferences before and after a withdrawal, and opt-outs. */
    private static void consents(DesktopRig rig) throws Exception {
        go(rig, "data-registry", new Place("data", null, "registry"));
        go(rig, "data-ropa", new Place("data", null, "ropa"));
        rig.open().model().go(new Place("data", null, "observed"));
        await(rig, "differences");
        both(rig, "data-observed");
        rig.open().model().go(new Place("data", null, "preferences"));
        await(rig, "Preference centre of p");
        both(rig, "data-preferences");
        press(rig, "Withdraw everything");
        await(rig, "Pseudonymised (");
        both(rig, "data-preferences-withdrawn");
        rig.open().model().go(new Place("data", null, "opt-outs"));
        await(rig, "95 % intervals");
        both(rig, "data-opt-outs");
    }

    private static void press(DesktopRig rig, String words) {
        rig.settle();
        rig.scene.getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof javafx.scene.control.Button button && words.equals(button.getText()))
                .forEach(node -> ((javafx.scene.control.Button) node).fire());
    }

    private static void await(DesktopRig rig, String words) {
        FxThread.await(
                words,
                () -> rig.scene.getRoot().lookupAll(".label").stream()
                        .anyMatch(node -> node instanceof Label label
                                && label.getText() != null
                                && label.getText().contains(words)));
    }

    private static void go(DesktopRig rig, String name, Place place) throws Exception {
        rig.open().model().go(place);
        both(rig, name);
    }

    /** Shows a tab of the drawer; pressing the one that is shown would fold it. */
    private static void drawer(DesktopRig rig, String tab) {
        rig.settle();
        if (!((ToggleButton) Objects.requireNonNull(rig.scene.lookup("#drawer-" + tab))).isSelected()) {
            rig.press("drawer-" + tab);
        }
    }

    private static String message(JourneysPage page) {
        return page.journeys().editor().current().steps().stream()
                .filter(step -> step.type() == StepType.MESSAGE)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** From the journey to the reason for one person. */
    private static void why(DesktopRig rig) throws Exception {
        rig.open().model().go(Place.of("journeys", "win-back"));
        JourneysPage page = rig.page(JourneysPage.class);
        FxThread.await("the journey", () -> page.journeys().opened().isPresent());
        FxThread.await("its run", () -> page.runs().shownProperty().get() != null);
        String message = message(page);
        page.canvas().board().jumpTo(message);
        page.inspectorPane().show(Inspector.Place.WHY);
        page.why().choose(page.why().rules().getFirst());
        FxThread.await("people", () -> !page.why().people().isEmpty());
        page.why().explain(page.why().people().getFirst());
        FxThread.await("a story", () -> page.why().storyProperty().get() != null);
        page.canvas().board().fit();
        both(rig, "why");
    }

    private static void both(DesktopRig rig, String name) throws Exception {
        rig.theme.appearanceProperty().set(Appearance.LIGHT);
        write(rig, name, Appearance.LIGHT);
        rig.theme.appearanceProperty().set(Appearance.DARK);
        write(rig, name, Appearance.DARK);
        assertTrue(
                Files.mismatch(png(name, Appearance.LIGHT), png(name, Appearance.DARK)) >= 0,
                name + " looks the same in both appearances");
    }

    private static void write(DesktopRig rig, String name, Appearance appearance) {
        rig.picture(png(name, appearance));
        WritableImage image = rig.scene.snapshot(null);
        assertEquals(1440, image.getWidth());
        assertEquals(900, image.getHeight());
        assertTrue(colours(image) > LEAST_COLOURS, name + " is nearly empty");
    }

    private static int colours(WritableImage image) {
        Set<Integer> colours = new HashSet<>();
        PixelReader reader = image.getPixelReader();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                colours.add(reader.getArgb(x, y));
            }
        }
        return colours.size();
    }

    private static Path png(String name, Appearance appearance) {
        return FOLDER.resolve(name + "-" + appearance.id() + ".png");
    }
}
