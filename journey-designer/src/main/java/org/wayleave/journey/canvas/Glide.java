package org.wayleave.journey.canvas;

import java.util.HashMap;
import java.util.Map;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.geometry.Point;

/** Lets cards glide from where they were to where they now are. The journey has changed already; only the drawing lags. */
final class Glide {

    private static final double SECONDS = 0.28;

    private final Board board;
    private @Nullable AnimationTimer timer;

    Glide(Board board) {
        this.board = board;
        board.editor().journeyProperty().addListener((o, old, now) -> stop());
    }

    /** Starts from the given places. */
    void from(Map<String, Point> before) {
        stop();
        Map<String, Point> after = new HashMap<>();
        before.keySet()
                .forEach(id -> board.diagram()
                        .card(id)
                        .ifPresent(card -> after.put(
                                id, new Point(card.box().x(), card.box().y()))));
        timer = new AnimationTimer() {
            private long start;

            @Override
            public void handle(long now) {
                if (start == 0) {
                    start = now;
                }
                double share = Math.min(1, (now - start) / 1e9 / SECONDS);
                show(before, after, share * share * (3 - 2 * share));
                if (share >= 1) {
                    Glide.this.stop();
                }
            }
        };
        timer.start();
    }

    /** Ends at once where everything belongs. */
    void stop() {
        AnimationTimer running = timer;
        timer = null;
        if (running != null) {
            running.stop();
            board.diagram().show(board.editor().current());
            board.changed();
        }
    }

    private void show(Map<String, Point> before, Map<String, Point> after, double share) {
        Map<String, Point> places = new HashMap<>();
        after.forEach((id, end) -> {
            Point start = before.get(id);
            if (start != null) {
                places.put(
                        id,
                        new Point(
                                start.x() + (end.x() - start.x()) * share, start.y() + (end.y() - start.y()) * share));
            }
        });
        board.diagram().preview(places);
        board.changed();
    }
}
