package org.wayleave.app.report.svg;

/** A rectangle of a picture, in pixels. */
record Box(double left, double top, double right, double bottom) {

    double centre() {
        return (left + right) / 2;
    }

    /** Whether an upright or level line comes nearer than a margin. */
    boolean crossedBy(Point a, Point b, double margin) {
        return Math.max(a.x(), b.x()) > left - margin
                && Math.min(a.x(), b.x()) < right + margin
                && Math.max(a.y(), b.y()) > top - margin
                && Math.min(a.y(), b.y()) < bottom + margin;
    }

    boolean overlaps(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
}
