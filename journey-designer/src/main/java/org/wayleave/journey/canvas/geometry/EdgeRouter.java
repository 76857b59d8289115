package org.wayleave.journey.canvas.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Routes edges by upright and level runs. Of a few candidate routes it takes the one that crosses the fewest cards, the
 * simplest first.
 */
public final class EdgeRouter {

    private static final double STUB = 20;
    private static final double LANE = 7;
    private static final double CLEARANCE = 20;

    private final ToIntFunction<Box> cardsIn;

    /**
     * Creates a router.
     *
     * @param cardsIn counts the cards that a thin box meets
     */
    public EdgeRouter(ToIntFunction<Box> cardsIn) {
        this.cardsIn = cardsIn;
    }

    /**
     * Routes one edge.
     *
     * @param from the port it leaves, at the lower edge of {@code source}
     * @param to the entrance of the target
     * @param source box of the card it leaves
     * @param target box of the card it reaches
     * @param port number of the port from the left, from 0
     * @param ports number of ports of the source
     */
    public EdgeRoute route(Point from, Point to, Box source, Box target, int port, int ports) {
        List<List<Point>> candidates = candidates(from, to, source, target, lane(from, to, port, ports));
        List<Point> best = candidates.getFirst();
        int fewest = Integer.MAX_VALUE;
        for (List<Point> candidate : candidates) {
            int crossed = crossings(candidate);
            if (crossed < fewest) {
                fewest = crossed;
                best = candidate;
                if (crossed == 0) {
                    break;
                }
            }
        }
        return new EdgeRoute(best);
    }

    /** Ports that turn the same way take deeper lanes the farther they are from their side, so that they never cross. */
    private static double lane(Point from, Point to, int port, int ports) {
        if (ports <= 1) {
            return 0;
        }
        return to.x() < from.x() ? port * LANE : (ports - 1 - port) * LANE;
    }

    private static List<List<Point>> candidates(Point from, Point to, Box source, Box target, double lane) {
        List<List<Point>> candidates = new ArrayList<>(6);
        double gap = to.y() - from.y();
        if (gap >= 2 * STUB) {
            double room = Math.max(0, gap - 2 * STUB);
            double shift = Math.min(lane, room);
            double middle = from.y() + Math.min(gap / 2, 44) + Math.min(shift, Math.max(0, gap / 2 - STUB));
            candidates.add(bend(from, to, middle));
            candidates.add(bend(from, to, from.y() + STUB + shift));
            candidates.add(bend(from, to, to.y() - STUB - shift));
            double right = Math.max(source.right(), target.right()) + CLEARANCE + lane;
            double left = Math.min(source.x(), target.x()) - CLEARANCE - lane;
            candidates.add(detour(from, to, to.x() >= from.x() ? right : left, lane));
            candidates.add(detour(from, to, to.x() >= from.x() ? left : right, lane));
            candidates.add(detour(from, to, (from.x() + to.x()) / 2, lane));
        } else {
            boolean apart = Math.abs(source.centreX() - target.centreX()) > CardShape.WIDTH + 2 * CLEARANCE;
            double right = Math.max(source.right(), target.right()) + CLEARANCE + lane;
            double left = Math.min(source.x(), target.x()) - CLEARANCE - lane;
            if (apart) {
                candidates.add(detour(from, to, (source.centreX() + target.centreX()) / 2, lane));
            }
            candidates.add(detour(from, to, to.x() >= from.x() ? right : left, lane));
            candidates.add(detour(from, to, to.x() >= from.x() ? left : right, lane));
        }
        return candidates;
    }

    private static List<Point> bend(Point from, Point to, double y) {
        return List.of(from, new Point(from.x(), y), new Point(to.x(), y), to);
    }

    private static List<Point> detour(Point from, Point to, double x, double lane) {
        double below = from.y() + STUB + Math.min(lane, STUB);
        double above = to.y() - STUB;
        return List.of(
                from,
                new Point(from.x(), below),
                new Point(x, below),
                new Point(x, above),
                new Point(to.x(), above),
                to);
    }

    private int crossings(List<Point> points) {
        int crossings = 0;
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point b = points.get(i);
            Box run = Box.spanning(a, b);
            // The first and last run touch the edges of the cards they join; that is no crossing.
            double cutTop = i == 1 ? 2 : 0;
            double cutBottom = i == points.size() - 1 ? 2 : 0;
            double height = run.height() - cutTop - cutBottom;
            if (height < 0) {
                continue;
            }
            crossings += cardsIn.applyAsInt(new Box(run.x(), run.y() + cutTop, run.width(), height));
        }
        return crossings;
    }
}
