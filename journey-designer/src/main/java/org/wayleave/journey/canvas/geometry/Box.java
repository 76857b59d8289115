package org.wayleave.journey.canvas.geometry;

import java.util.Collection;

/**
 * An upright rectangle in world units.
 *
 * @param x left edge
 * @param y upper edge
 * @param width at least 0
 * @param height at least 0
 */
public record Box(double x, double y, double width, double height) {

    /** Returns the rectangle spanned by two corners in any order. */
    public static Box spanning(Point a, Point b) {
        return new Box(
                Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
    }

    /** Returns the smallest rectangle around all given ones; an empty one at the origin when there are none. */
    public static Box around(Collection<Box> boxes) {
        if (boxes.isEmpty()) {
            return new Box(0, 0, 0, 0);
        }
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Box box : boxes) {
            left = Math.min(left, box.x);
            top = Math.min(top, box.y);
            right = Math.max(right, box.right());
            bottom = Math.max(bottom, box.bottom());
        }
        return new Box(left, top, right - left, bottom - top);
    }

    /** Returns the right edge. */
    public double right() {
        return x + width;
    }

    /** Returns the lower edge. */
    public double bottom() {
        return y + height;
    }

    /** Returns the middle from left to right. */
    public double centreX() {
        return x + width / 2;
    }

    /** Returns the middle from top to bottom. */
    public double centreY() {
        return y + height / 2;
    }

    /** Says whether the two rectangles share at least a point. */
    public boolean intersects(Box other) {
        return x <= other.right() && other.x <= right() && y <= other.bottom() && other.y <= bottom();
    }

    /** Says whether the place lies inside or on the edge. */
    public boolean contains(Point place) {
        return place.x() >= x && place.x() <= right() && place.y() >= y && place.y() <= bottom();
    }

    /** Returns this rectangle with a margin added on every side. */
    public Box grown(double margin) {
        return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    /** Returns this rectangle moved by the given distances. */
    public Box moved(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    /** Returns the smallest rectangle around this one and another. */
    public Box union(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }
}
