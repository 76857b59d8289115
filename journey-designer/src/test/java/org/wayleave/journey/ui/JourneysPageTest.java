package org.wayleave.journey.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.journey.canvas.JourneyEditor;
import org.wayleave.journey.canvas.StepKind;
import org.wayleave.journey.canvas.geometry.Viewport;
import org.wayleave.journey.graph.Claim;
import org.wayleave.journey.graph.Expectation;
import org.wayleave.journey.graph.Extras;
import org.wayleave.journey.graph.Happening;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.StepType;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.journey.ui.inspect.Inspector;
import org.wayleave.journey.ui.model.ExpectationsModel;
import org.wayleave.journey.ui.service.RunFigures;
import org.wayleave.journey.ui.service.RunOptions;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.testing.FxTest;
import org.wayleave.ui.testing.FxThread;
import org.wayleave.ui.testing.Pictures;
import org.wayleave.ui.theme.Appearance;

/** The whole page over a real workspace, simulator and ledger; writes its pictures to {@code target/pictures}. */
@FxTest
final class JourneysPageTest {

    private static final Path FOLDER = Path.of("target", "pictures");

    @TempDir
    Path folder = Path.of("unset");

    private static void picture(PageRig rig, String name) throws Exception {
        rig.layout();
        Path png = FOLDER.resolve(name + ".png");
        Pictures.write(rig.scene, png);
        assertTrue(Files.size(png) > 8_000, png.toString());
    }

    private static void open(PageRig rig, String part) {
        FxThread.await("list of journeys", () -> !rig.page.journeys().journeys().isEmpty());
        String id = rig.page.journeys().journeys().stream()
                .map(entry -> entry.id())
                .filter(candidate -> candidate.contains(part))
                .findFirst()
                .orElseThrow();
        rig.page.open(Place.of("journeys", id));
        FxThread.await(
                "open journey",
                () -> rig.page.journeys().opened().isPresent()
                        || !rig.page.journeys().failureProperty().get().isEmpty());
        assertEquals("", rig.page.journeys().failureProperty().get());
        rig.layout();
    }

    private static Step message(PageRig rig) {
        return rig.page.journeys().editor().current().steps().stream()
                .filter(step -> step.type() == StepType.MESSAGE)
                .findFirst()
                .orElseThrow();
    }

    private void story(Appearance appearance) throws Exception {
        String look = appearance.id();
        try (PageRig rig = new PageRig(folder.resolve(look), appearance)) {
            FxThread.await(
                    "list of journeys", () -> !rig.page.journeys().journeys().isEmpty());
            picture(rig, "page-list-" + look);
            open(rig, "win-back");
            picture(rig, "page-open-" + look);
            rig.page.runs().optionsProperty().set(new RunOptions(3_000, 90, 1));
            rig.page.runs().start();
            FxThread.await(
                    "run",
                    () -> rig.page.runs().shownProperty().get() != null
                            || !rig.page.runs().failureProperty().get().isEmpty());
            assertEquals("", rig.page.runs().failureProperty().get());
            rig.page.canvas().board().jumpTo(message(rig).id());
            rig.page.inspectorPane().show(Inspector.Place.CONSENT);
            rig.drawer("problems");
            picture(rig, "page-consent-" + look);
            rig.page.inspectorPane().show(Inspector.Place.RESULT);
            rig.drawer("run");
            picture(rig, "page-result-" + look);
            rig.page.inspectorPane().show(Inspector.Place.WHY);
            assertTrue(rig.page.why().headlineProperty().get().contains("a lower rung"));
            assertFalse(rig.page.why().rules().isEmpty());
            rig.page.why().choose(rig.page.why().rules().getFirst());
            FxThread.await("people", () -> !rig.page.why().people().isEmpty());
            picture(rig, "page-people-" + look);
            rig.page.why().explain(rig.page.why().people().getFirst());
            FxThread.await(
                    "story",
                    () -> rig.page.why().storyProperty().get() != null
                            || !rig.page.why().failureProperty().get().isEmpty());
            assertEquals("", rig.page.why().failureProperty().get());
            assertFalse(Objects.requireNonNull(rig.page.why().storyProperty().get())
                    .reasons()
                    .isEmpty());
            assertFalse(rig.page.why().trailProperty().get().edges().isEmpty());
            picture(rig, "page-why-" + look);
            rig.page.inspectorPane().show(Inspector.Place.SETUP);
            rig.drawer("history");
            rig.page.canvas().board().viewportProperty().set(new Viewport(0.3, -600, -200));
            picture(rig, "page-zoomed-out-" + look);
        }
    }

    @Test
    void theMainJobRunsFromListToExplanationInTheLight() throws Exception {
        story(Appearance.LIGHT);
    }

    @Test
    void theMainJobRunsFromListToExplanationInTheDark() throws Exception {
        story(Appearance.DARK);
    }

    @Test
    void whatTheSecondEngineSaysIsKeptWithTheRunAndShown() throws Exception {
        try (PageRig rig = new PageRig(folder.resolve("parity"), Appearance.LIGHT)) {
            open(rig, "win-back");
            assertEquals(List.of(), parity(rig, "parity with OPA 1,000 of 1,000"));
            rig.parity = new RunResult.Parity(0, 0, "not-checked", "Parity with OPA was not checked. Install Go.");
            assertEquals(
                    List.of("Parity with OPA was not checked. Install Go."),
                    parity(rig, "parity with OPA not checked"));
            rig.parity = new RunResult.Parity(1_000, 2, "checked", "Compared with an engine of this test.");
            assertTrue(parity(rig, "parity with OPA 998 of 1,000").getFirst().contains("2 of the sampled"));
        }
    }

    /** Runs, awaits the words in the line about the run, and returns the warnings below it. */
    private static List<String> parity(PageRig rig, String words) {
        rig.page.runs().optionsProperty().set(new RunOptions(200, 30, 1));
        RunFigures before = rig.page.runs().shownProperty().get();
        rig.page.runs().start();
        FxThread.await("run", () -> !rig.page.runs().runningProperty().get());
        assertEquals("", rig.page.runs().failureProperty().get());
        assertNotSame(before, rig.page.runs().shownProperty().get());
        rig.drawer("run");
        rig.layout();
        assertTrue(
                rig.scene.getRoot().lookupAll(".run-pane .table-bar .label").stream()
                        .anyMatch(node -> ((Label) node).getText().contains(words)),
                words);
        return rig.scene.getRoot().lookupAll("#run-parity").stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }

    @Test
    void editsAreSavedAsANewVersionAndDraftsSurvive() throws Exception {
        try (PageRig rig = new PageRig(folder.resolve("edits"), Appearance.LIGHT)) {
            open(rig, "win-back");
            var editor = rig.page.journeys().editor();
            int steps = editor.current().steps().size();
            assertTrue(rig.page.canvas().actions().append(message(rig).id(), StepKind.WAIT));
            assertEquals(steps + 1, editor.current().steps().size());
            assertTrue(editor.changedProperty().get());
            rig.page.journeys().keepDraft();
            FxThread.await(
                    "draft",
                    () -> rig.workspace
                            .preferences()
                            .get("journey.draft." + editor.current().id())
                            .isPresent());
            rig.page.journeys().close();
            open(rig, "win-back");
            FxThread.await("recovered", () -> editor.changedProperty().get());
            assertEquals(steps + 1, editor.current().steps().size());
            assertTrue(rig.page.canvas().actions().append(message(rig).id(), StepKind.WAIT));
            // Opened again before the draft can have been stored.
            rig.page.journeys().close();
            open(rig, "win-back");
            FxThread.await("recovered", () -> editor.changedProperty().get());
            assertEquals(steps + 2, editor.current().steps().size());
            rig.page.journeys().save();
            FxThread.await("saved", () -> !editor.changedProperty().get());
            assertEquals(2, rig.page.journeys().opened().orElseThrow().entry().version());
            assertTrue(rig.workspace
                    .preferences()
                    .get("journey.draft." + editor.current().id())
                    .isEmpty());
            editor.undo();
            assertTrue(editor.changedProperty().get());
        }
    }

    @Test
    void problemsFollowEveryEditAndARemedyMends() throws Exception {
        try (PageRig rig = new PageRig(folder.resolve("problems"), Appearance.LIGHT)) {
            open(rig, "win-back");
            var problems = rig.page.problems();
            rig.page
                    .canvas()
                    .actions()
                    .addAt(StepKind.WAIT, rig.page.canvas().board().middle());
            FxThread.await(
                    "problem",
                    () -> problems.problems().stream()
                            .anyMatch(p -> p.code().equals("unreachable-step")
                                    && p.remedy().isPresent()));
            var found = problems.problems().stream()
                    .filter(p -> p.code().equals("unreachable-step"))
                    .findFirst()
                    .orElseThrow();
            String step = Objects.requireNonNull(found.step());
            assertNotNull(problems.marksProperty().get().get(step));
            problems.mend(found);
            FxThread.await(
                    "mended",
                    () -> problems.problems().stream().noneMatch(p -> p.code().equals("unreachable-step")));
        }
    }

    @Test
    void anExpectationIsAddedTriedBrokenAndItsWitnessesWayIsShown() throws Exception {
        for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
            String look = appearance.id();
            try (PageRig rig = new PageRig(folder.resolve("expect-" + look), appearance)) {
                FxThread.await(
                        "list of journeys",
                        () -> !rig.page.journeys().journeys().isEmpty());
                open(rig, "win-back");
                rig.drawer("expectations");
                JourneyEditor editor = rig.page.journeys().editor();
                int before = editor.current().expectations().size();
                button(rig, "expectation-add").fire();
                assertEquals(before + 1, editor.current().expectations().size());
                Expectation added = editor.current().expectations().getLast();
                editor.edit(new JourneyEdit.ChangeExpectations(
                        "Nobody is held out",
                        List.of(
                                editor.current().expectations().getFirst(),
                                new Expectation(
                                        added.id(),
                                        "Nobody is held out",
                                        List.of(),
                                        "",
                                        null,
                                        Claim.NEVER,
                                        0,
                                        new Happening.Reaches("bought-held"),
                                        Extras.NONE))));
                rig.page.runs().optionsProperty().set(new RunOptions(3_000, 90, 1));
                rig.page.runs().start();
                FxThread.await("run", () -> rig.page.runs().shownProperty().get() != null);
                picture(rig, "page-expectations-" + look);
                assertEquals(2, list(rig).getItems().size());
                Hyperlink witness = (Hyperlink) rig.scene.lookup(".hyperlink");
                assertTrue(witness.getText().matches("p\\d{6}"), witness.getText());
                witness.fire();
                FxThread.await(
                        "way",
                        () -> !rig.page.why().trailProperty().get().edges().isEmpty());
                assertTrue(rig.page.why().trailProperty().get().steps().contains("bought-held"));
                button(rig, "expectation-remove").fire();
                assertEquals(1, editor.current().expectations().size());
                editor.undo();
                assertEquals(2, editor.current().expectations().size());
                ListView<ExpectationsModel.Row> rows = list(rig);
                assertEquals(
                        editor.current().expectations().getFirst(),
                        rows.getSelectionModel().getSelectedItem().expectation());
                rows.getSelectionModel().select(1);
                rig.layout();
                assertTrue(
                        rig.scene.getRoot().lookupAll(".text-field").stream()
                                .map(TextField.class::cast)
                                .anyMatch(field -> field.getText().equals("Nobody is held out")),
                        "the chosen one is edited");
                picture(rig, "page-expectations-way-" + look);
            }
        }
    }

    @SuppressWarnings("unchecked") // The list's rows are known, its type at run time is not.
    private static ListView<ExpectationsModel.Row> list(PageRig rig) {
        return (ListView<ExpectationsModel.Row>) Objects.requireNonNull(rig.scene.lookup("#expectations-list"));
    }

    private static Button button(PageRig rig, String id) {
        rig.layout();
        return (Button) Objects.requireNonNull(rig.scene.lookup("#" + id), id);
    }
}
