package org.wayleave.app.ui.robot;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.wayleave.journey.canvas.Card;
import org.wayleave.journey.canvas.JourneyCanvas;
import org.wayleave.journey.canvas.geometry.Point;
import org.wayleave.journey.graph.StepType;
import org.wayleave.ui.testing.FxThread;

/** The journeys page, open on a journey. */
final class JourneyScreen {
    /** Where the bar of a run lies in a card, from its lower left corner. */
    private static final double BAR_UP = 11;

    private static final double BAR_RIGHT = 14;

    private final Screen screen;

    JourneyScreen(Screen screen) {
        this.screen = screen;
    }

    /** Sets the number of people of the next run. */
    void people(int count) {
        screen.clickText("90 days · seed 1");
        screen.clickFirst("spinner");
        screen.press(KeyCode.SHORTCUT, KeyCode.A);
        screen.type(Integer.toString(count));
        screen.press(KeyCode.ENTER);
        screen.press(KeyCode.ESCAPE);
    }

    /** Runs the journey by key and waits for its figures. */
    void run() {
        screen.press(KeyCode.SHORTCUT, KeyCode.R);
        JourneyCanvas canvas = screen.find(JourneyCanvas.class);
        screen.await(
                "figures on the canvas",
                () -> !canvas.board().overlayProperty().get().steps().isEmpty());
    }

    /** Clicks the bar on the first message's card. */
    void clickBarOfFirstMessage() throws Exception {
        JourneyCanvas canvas = screen.find(JourneyCanvas.class);
        Point2D place = FxThread.call(() -> {
            Card card = canvas.board().diagram().cards().stream()
                    .filter(candidate -> candidate.step().type() == StepType.MESSAGE)
                    .min(java.util.Comparator.comparingDouble(
                            candidate -> candidate.box().y()))
                    .orElseThrow();
            Point local = canvas.board()
                    .viewportProperty()
                    .get()
                    .toScreen(card.box().x() + BAR_RIGHT, card.box().bottom() - BAR_UP);
            return canvas.localToScreen(local.x(), local.y());
        });
        screen.clickAt(place.getX(), place.getY());
    }

    /** Waits until the inspector says how many got nothing. */
    void readReasons() {
        screen.read("decisions here");
    }

    /** Chooses the rule that denied most, then the first person that it befell. */
    void explainFirstPerson() {
        screen.clickFirst("rule-row");
        screen.clickFirst("people-list");
        screen.press(KeyCode.HOME);
        screen.press(KeyCode.ENTER);
    }
}
