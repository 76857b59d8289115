package org.wayleave.journey.canvas.paint;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.ArcType;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.RungKind;

/** Paints the shapes of consent states and rungs, the same shapes that stand for them everywhere else. */
public final class Marks {

    private Marks() {}

    /** Paints a consent state around a place; a ring of ground keeps it apart from the edge of the card. */
    public static void outlet(Pen pen, Outlet outlet, double x, double y, double radius) {
        GraphicsContext g = pen.g();
        Ink ink = switch (outlet) {
            case GRANTED -> Ink.GRANTED;
            case DENIED -> Ink.DENIED;
            case UNKNOWN -> Ink.UNKNOWN;
            case EXPIRED -> Ink.EXPIRED;
        };
        double around = radius + 1.5;
        pen.fill(Ink.CARD);
        if (outlet == Outlet.DENIED) {
            g.fillRect(x - around, y - around, 2 * around, 2 * around);
        } else {
            g.fillOval(x - around, y - around, 2 * around, 2 * around);
        }
        pen.fill(ink);
        pen.stroke(ink, 1.6);
        double ring = radius - 0.8;
        switch (outlet) {
            case GRANTED -> g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            case DENIED -> {
                double half = radius * 0.92;
                g.fillRect(x - half, y - half, 2 * half, 2 * half);
            }
            case UNKNOWN -> g.strokeOval(x - ring, y - ring, 2 * ring, 2 * ring);
            case EXPIRED -> {
                g.fillArc(x - ring, y - ring, 2 * ring, 2 * ring, 90, 180, ArcType.CHORD);
                g.strokeOval(x - ring, y - ring, 2 * ring, 2 * ring);
            }
        }
    }

    /** Paints a rung around a place. */
    public static void rung(Pen pen, RungKind kind, double x, double y, double radius) {
        GraphicsContext g = pen.g();
        pen.fill(Ink.RUNG);
        double r = radius;
        switch (kind) {
            case PERSONALISED ->
                g.fillPolygon(
                        new double[] {x, x + r * 1.1, x - r * 1.1},
                        new double[] {y - r, y + r * 0.85, y + r * 0.85},
                        3);
            case CONTEXTUAL ->
                g.fillPolygon(
                        new double[] {x, x + r * 1.1, x, x - r * 1.1},
                        new double[] {y - r * 1.1, y, y + r * 1.1, y},
                        4);
            case GENERIC -> g.fillRect(x - r, y - r * 0.35, 2 * r, r * 0.7);
            case SILENCE -> g.fillOval(x - r * 0.35, y - r * 0.35, r * 0.7, r * 0.7);
        }
    }
}
