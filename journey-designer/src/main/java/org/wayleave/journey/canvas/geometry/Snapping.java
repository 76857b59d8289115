package org.wayleave.journey.canvas.geometry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Where a dragged selection comes to rest, and the lines that show why.
 *
 * @param dx distance to move to the right, snapped
 * @param dy distance to move downwards, snapped
 * @param lines thin boxes along which edges or middles agree
 */
public record Snapping(double dx, double dy, List<Box> lines) {

    /** Creates a snapping. */
    public Snapping {
        lines = List.copyOf(lines);
    }

    /**
     * Snaps a dragged box to its neighbours: left edges and middles agree with theirs, or upper edges with theirs.
     *
     * @param moving the box before the drag
     * @param dx wanted distance to the right
     * @param dy wanted distance downwards
     * @param neighbours boxes that stay where they are
     * @param reach farthest distance that snaps, in world units
     */
    public static Snapping of(Box moving, double dx, double dy, Collection<Box> neighbours, double reach) {
        Box wanted = moving.moved(dx, dy);
        double bestX = Double.POSITIVE_INFINITY;
        double bestY = Double.POSITIVE_INFINITY;
        for (Box other : neighbours) {
            bestX = nearer(bestX, other.centreX() - wanted.centreX());
            bestX = nearer(bestX, other.x() - wanted.x());
            bestX = nearer(bestX, other.right() - wanted.right());
            bestY = nearer(bestY, other.y() - wanted.y());
            bestY = nearer(bestY, other.bottom() - wanted.bottom());
        }
        double snapX = Math.abs(bestX) <= reach ? bestX : 0;
        double snapY = Math.abs(bestY) <= reach ? bestY : 0;
        Box rest = wanted.moved(snapX, snapY);
        List<Box> lines = new ArrayList<>();
        for (Box other : neighbours) {
            if (Math.abs(bestX) <= reach) {
                addUpright(lines, rest, other, rest.centreX(), other.centreX());
                addUpright(lines, rest, other, rest.x(), other.x());
            }
            if (Math.abs(bestY) <= reach) {
                addLevel(lines, rest, other);
            }
        }
        return new Snapping(dx + snapX, dy + snapY, lines.size() > 6 ? lines.subList(0, 6) : lines);
    }

    private static double nearer(double best, double candidate) {
        return Math.abs(candidate) < Math.abs(best) ? candidate : best;
    }

    private static void addUpright(List<Box> lines, Box rest, Box other, double x, double otherX) {
        if (Math.abs(x - otherX) < 0.01) {
            double top = Math.min(rest.y(), other.y()) - 12;
            lines.add(new Box(x, top, 0, Math.max(rest.bottom(), other.bottom()) + 12 - top));
        }
    }

    private static void addLevel(List<Box> lines, Box rest, Box other) {
        if (Math.abs(rest.y() - other.y()) < 0.01) {
            double left = Math.min(rest.x(), other.x()) - 12;
            lines.add(new Box(left, rest.y(), Math.max(rest.right(), other.right()) + 12 - left, 0));
        }
    }
}
