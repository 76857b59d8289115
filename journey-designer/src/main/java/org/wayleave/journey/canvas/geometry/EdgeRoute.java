package org.wayleave.journey.canvas.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * The bends of an edge: upright and level runs from a port to the entrance of a card.
 *
 * @param points at least two; neighbours differ in x or in y, never in both
 */
public record EdgeRoute(List<Point> points) {

    /** Creates a route, leaving out points that do not bend it. */
    public EdgeRoute {
        points = List.copyOf(straightened(points));
        if (points.size() < 2) {
            throw new IllegalArgumentException("A route has a start and an end");
        }
    }

    /** Returns the box around all points. */
    public Box box() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Point point : points) {
            left = Math.min(left, point.x());
            top = Math.min(top, point.y());
            right = Math.max(right, point.x());
            bottom = Math.max(bottom, point.y());
        }
        return new Box(left, top, right - left, bottom - top);
    }

    /** Returns the distance of a place to the nearest run. */
    public double distance(Point place) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < points.size(); i++) {
            Box run = Box.spanning(points.get(i - 1), points.get(i));
            double dx = Math.max(0, Math.max(run.x() - place.x(), place.x() - run.right()));
            double dy = Math.max(0, Math.max(run.y() - place.y(), place.y() - run.bottom()));
            nearest = Math.min(nearest, Math.hypot(dx, dy));
        }
        return nearest;
    }

    /** Returns the middle of the longest run, where a label disturbs least. */
    public Point labelPlace() {
        Point best = points.getFirst();
        double longest = -1;
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point b = points.get(i);
            double length = a.distance(b);
            if (length > longest) {
                longest = length;
                best = new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
            }
        }
        return best;
    }

    private static List<Point> straightened(List<Point> points) {
        List<Point> kept = new ArrayList<>(points.size());
        for (Point point : points) {
            int size = kept.size();
            if (size > 0 && kept.get(size - 1).equals(point)) {
                continue;
            }
            if (size > 1) {
                Point a = kept.get(size - 2);
                Point b = kept.get(size - 1);
                boolean level = a.y() == b.y() && b.y() == point.y();
                boolean upright = a.x() == b.x() && b.x() == point.x();
                if (level || upright) {
                    kept.removeLast();
                }
            }
            kept.add(point);
        }
        if (kept.size() == 1) {
            kept.add(kept.getFirst());
        }
        return kept;
    }
}
