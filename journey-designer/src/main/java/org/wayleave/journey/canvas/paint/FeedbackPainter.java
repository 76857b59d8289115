package org.wayleave.journey.canvas.paint;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.Diagram;
import org.wayleave.journey.canvas.Feedback;
import org.wayleave.journey.canvas.geometry.Box;

/** Paints what only a gesture shows: rubber band, snaplines, the edge being drawn and where it would end. */
public final class FeedbackPainter {

    private final EdgePainter edges;

    /** Creates the painter. */
    public FeedbackPainter(EdgePainter edges) {
        this.edges = edges;
    }

    /** Paints the feedback over everything else. */
    public void paint(Pen pen, Feedback feedback, Diagram diagram) {
        GraphicsContext g = pen.g();
        pen.stroke(Ink.SNAP, pen.pixels(1));
        for (Box line : feedback.snaplines()) {
            g.strokeLine(line.x(), line.y(), line.right(), line.bottom());
        }
        marquee(pen, feedback.marquee());
        Feedback.Connection connection = feedback.connection();
        if (connection != null) {
            boolean refused = !connection.reason().isEmpty();
            Ink ink = refused ? Ink.DENIED : Ink.ACCENT;
            edges.paint(pen, connection.route(), ink, 2);
            String target = connection.target();
            if (target != null) {
                diagram.card(target).ifPresent(card -> outline(pen, card.box(), ink));
            }
        }
    }

    private static void marquee(Pen pen, @Nullable Box box) {
        if (box != null) {
            Color accent = pen.color(Ink.ACCENT);
            pen.g().setFill(accent.deriveColor(0, 1, 1, 0.10));
            pen.g().fillRect(box.x(), box.y(), box.width(), box.height());
            pen.stroke(Ink.ACCENT, pen.pixels(1));
            pen.g().strokeRect(box.x(), box.y(), box.width(), box.height());
        }
    }

    private static void outline(Pen pen, Box box, Ink ink) {
        pen.stroke(ink, 2);
        pen.g().strokeRoundRect(box.x(), box.y(), box.width(), box.height(), 16, 16);
    }
}
