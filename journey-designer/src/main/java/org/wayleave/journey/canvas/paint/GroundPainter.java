package org.wayleave.journey.canvas.paint;

import javafx.scene.canvas.GraphicsContext;
import org.wayleave.journey.canvas.geometry.Viewport;

/** Paints the ground with its quiet dots, in screen pixels. */
public final class GroundPainter {

    private static final double SPACING = 24;
    private static final double CLOSEST = 18;

    /** Creates the painter. */
    public GroundPainter() {}

    /** Paints the whole screen. */
    public void paint(GraphicsContext g, InkedRegion inks, Viewport view, double width, double height) {
        g.setFill(inks.ink(Ink.GROUND));
        g.fillRect(0, 0, width, height);
        double spacing = SPACING * view.scale();
        while (spacing < CLOSEST) {
            spacing *= 2;
        }
        if (spacing > 4 * SPACING) {
            spacing = SPACING * view.scale() / 2;
        }
        g.setFill(inks.ink(Ink.GRID));
        double firstX = Math.ceil(view.left() * view.scale() / spacing) * spacing - view.left() * view.scale();
        double firstY = Math.ceil(view.top() * view.scale() / spacing) * spacing - view.top() * view.scale();
        for (double y = firstY; y < height; y += spacing) {
            double row = Math.rint(y);
            for (double x = firstX; x < width; x += spacing) {
                g.fillRect(Math.rint(x), row, 1.4, 1.4);
            }
        }
    }
}
