package org.wayleave.journey.canvas;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.samples.SampleJourneys;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.testing.FxTest;
import org.wayleave.ui.testing.Pictures;
import org.wayleave.ui.theme.Appearance;
import org.wayleave.ui.theme.Theme;

/** Draws the samples into {@code target/pictures}; what can be asserted about a picture is that it is there and not blank. */
@FxTest
final class CanvasPicturesTest {

    private static final Path FOLDER = Path.of("target", "pictures");

    private final BackgroundTasks tasks = new BackgroundTasks((task, failure) -> {
        throw new AssertionError(failure);
    });
    private final Texts texts = Texts.ofCanvas();

    private static Journey sample(String id) {
        return SampleJourneys.retail().stream()
                .filter(journey -> journey.id().contains(id))
                .findFirst()
                .orElseThrow();
    }

    /** Figures as a run gives them, spread over the steps in their order. */
    private static RunOverlay figures(Journey journey) {
        Map<String, StepFigures> figures = new HashMap<>();
        long people = 100_000;
        for (var step : journey.steps()) {
            boolean message = step.type() == org.wayleave.journey.graph.StepType.MESSAGE;
            figures.put(
                    step.id(),
                    message
                            ? new StepFigures(people, people / 2, people / 5, people - people / 2 - people / 5)
                            : new StepFigures(people, 0, 0, 0));
            people = Math.max(900, people * 4 / 5);
        }
        return new RunOverlay("test", figures);
    }

    private Path picture(String name, Appearance appearance, Board board) throws Exception {
        JourneyCanvas canvas = new JourneyCanvas(board, texts, tasks);
        Scene scene = new Scene(canvas, 1080, 640);
        Theme theme = new Theme();
        theme.appearanceProperty().set(appearance);
        theme.install(scene);
        canvas.applyCss();
        canvas.resize(1080, 640);
        canvas.layout();
        if (board.viewportProperty().get().equals(org.wayleave.journey.canvas.geometry.Viewport.ORIGIN)) {
            board.fit();
        }
        Path png = FOLDER.resolve(name + "-" + appearance.id() + ".png");
        Pictures.write(scene, png);
        assertTrue(Files.size(png) > 4_000, png.toString());
        return png;
    }

    @Test
    void theSamplesAreDrawnInBothAppearances() throws Exception {
        for (String vertical : PolicyPack.verticals()) {
            for (Journey sample : SampleJourneys.of(vertical)) {
                for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
                    picture("canvas-" + sample.id(), appearance, new Board(new JourneyEditor(sample)));
                }
            }
        }
    }

    @Test
    void aRunAProblemASelectionAndAPathLieOverTheSteps() throws Exception {
        for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
            Journey journey = sample("win-back");
            Board board = new Board(new JourneyEditor(journey));
            board.overlayProperty().set(figures(journey));
            String message = journey.steps().stream()
                    .filter(step -> step.type() == org.wayleave.journey.graph.StepType.MESSAGE)
                    .findFirst()
                    .orElseThrow()
                    .id();
            board.problemsProperty().set(Map.of(message, new ProblemMark(2, ProblemMark.Gravity.WARNING)));
            List<Edge> path =
                    journey.edges().subList(0, Math.min(4, journey.edges().size()));
            board.trailProperty()
                    .set(new Trail(
                            Set.of(message),
                            Set.copyOf(path.stream().map(EdgeKey::of).toList())));
            board.editor().select(message);
            picture("canvas-overlay", appearance, board);
        }
    }

    @Test
    void farAwayStepsBecomeBlocksAndDots() throws Exception {
        Journey journey = sample("win-back");
        JourneyEditor editor = new JourneyEditor(journey);
        for (int i = 1; i < 24; i++) {
            Set<String> ids =
                    Set.copyOf(journey.steps().stream().map(s -> s.id()).toList());
            editor.edit(JourneyEdit.copyOf(journey, ids, editor.current(), (i % 6) * 1300, (i / 6) * 1100));
        }
        Board board = new Board(editor);
        board.overlayProperty().set(figures(editor.current()));
        board.viewportProperty().set(new org.wayleave.journey.canvas.geometry.Viewport(0.3, 0, 0));
        picture("canvas-blocks", Appearance.LIGHT, board);
        board.viewportProperty().set(new org.wayleave.journey.canvas.geometry.Viewport(0.12, -100, -100));
        picture("canvas-dots", Appearance.LIGHT, board);
    }
}
