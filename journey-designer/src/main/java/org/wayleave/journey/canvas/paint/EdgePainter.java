package org.wayleave.journey.canvas.paint;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.wayleave.journey.canvas.Line;
import org.wayleave.journey.canvas.geometry.DetailLevel;
import org.wayleave.journey.canvas.geometry.EdgeRoute;
import org.wayleave.journey.canvas.geometry.Point;

/** Paints edges with soft corners, all of one colour in one stroke. */
public final class EdgePainter {

    private static final double CORNER = 9;

    /** Creates the painter. */
    public EdgePainter() {}

    /** Paints edges in their own colours. */
    public void paint(Pen pen, List<Line> lines) {
        GraphicsContext g = pen.g();
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.ROUND);
        Map<Ink, Boolean> begun = new EnumMap<>(Ink.class);
        for (Line line : lines) {
            begun.put(line.ink(), true);
        }
        for (Ink ink : begun.keySet()) {
            g.beginPath();
            for (Line line : lines) {
                if (line.ink() == ink) {
                    trace(pen, line.route());
                }
            }
            pen.stroke(ink, Math.max(1.6, pen.pixels(pen.level() == DetailLevel.DOTS ? 0.7 : 1)));
            g.stroke();
        }
    }

    /** Paints one edge in a colour of its own, over what is there. */
    public void paint(Pen pen, EdgeRoute route, Ink ink, double width) {
        GraphicsContext g = pen.g();
        g.beginPath();
        trace(pen, route);
        pen.stroke(ink, Math.max(width, pen.pixels(width / 2)));
        g.stroke();
    }

    /** Writes the label of an edge on a patch of ground. */
    public void label(Pen pen, Line line) {
        if (line.label().isEmpty() || pen.level() != DetailLevel.CARDS) {
            return;
        }
        Point place = line.labelPlace();
        String text = pen.letters().fit(line.label(), pen.letters().meaning(), 180);
        double width = pen.letters().width(text, pen.letters().meaning()) + 8;
        pen.fill(Ink.GROUND);
        pen.g().fillRect(place.x() - width / 2, place.y() - 8, width, 16);
        pen.write(
                text, pen.letters().meaning(), Ink.TEXT_QUIET, place.x(), place.y(), TextAlignment.CENTER, VPos.CENTER);
    }

    private static void trace(Pen pen, EdgeRoute route) {
        GraphicsContext g = pen.g();
        List<Point> points = route.points();
        Point first = points.getFirst();
        g.moveTo(first.x(), first.y());
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            Point next = points.get(i + 1);
            if (pen.level() == DetailLevel.CARDS) {
                double room = Math.min(points.get(i - 1).distance(corner), corner.distance(next)) / 2;
                g.arcTo(corner.x(), corner.y(), next.x(), next.y(), Math.min(CORNER, room));
            } else {
                g.lineTo(corner.x(), corner.y());
            }
        }
        Point last = points.getLast();
        g.lineTo(last.x(), last.y());
    }
}
