package org.wayleave.journey.graph;

/**
 * The upper left corner of a step's card on the canvas.
 *
 * @param x pixels to the right at 100 %
 * @param y pixels down at 100 %
 */
public record Position(double x, double y) {

    /** The origin of the canvas. */
    public static final Position ORIGIN = new Position(0, 0);

    public Position {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("a position is finite: " + x + ", " + y);
        }
        // Negative zero would make two equal drawings differ.
        x = x + 0.0;
        y = y + 0.0;
    }

    /** This position moved by so many pixels. */
    public Position plus(double dx, double dy) {
        return new Position(x + dx, y + dy);
    }
}
