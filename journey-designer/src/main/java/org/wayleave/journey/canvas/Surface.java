package org.wayleave.journey.canvas;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/**
 * Owns a canvas of its own size and repaints it in a pulse when something has changed. It is not managed by its parent, so
 * that a repaint lays out nothing else.
 */
final class Surface extends Region {

    /** Paints everything. */
    interface Painter {
        void paint(GraphicsContext g, double width, double height);
    }

    private final Canvas canvas = new Canvas();
    private final Painter painter;
    private boolean dirty = true;

    Surface(Painter painter) {
        this.painter = painter;
        setManaged(false);
        setMouseTransparent(true);
        getChildren().add(canvas);
        canvas.setManaged(false);
    }

    /** Asks for a repaint in the next pulse. */
    void repaint() {
        if (!dirty) {
            dirty = true;
            requestLayout();
        }
    }

    /** Takes the whole of the parent, in whole pixels. */
    void fill(double width, double height) {
        resizeRelocate(0, 0, width, height);
        double wholeWidth = Math.ceil(width);
        double wholeHeight = Math.ceil(height);
        if (canvas.getWidth() != wholeWidth || canvas.getHeight() != wholeHeight) {
            canvas.setWidth(wholeWidth);
            canvas.setHeight(wholeHeight);
            dirty = false;
            repaint();
        }
    }

    @Override
    protected void layoutChildren() {
        if (dirty && canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            dirty = false;
            painter.paint(canvas.getGraphicsContext2D(), canvas.getWidth(), canvas.getHeight());
        }
    }
}
