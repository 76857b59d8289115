package org.wayleave.journey.canvas.geometry;

/**
 * A place in world or screen units.
 *
 * @param x to the right
 * @param y downwards
 */
public record Point(double x, double y) {

    /** Returns this place moved by the given distances. */
    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    /** Returns the straight distance to another place. */
    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
