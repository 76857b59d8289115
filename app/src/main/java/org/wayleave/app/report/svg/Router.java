package org.wayleave.app.report.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds ways for edges between cards: upright and level pieces only, out of the lower side of one card and into the upper side
 * of another. Of a few hundred ways it takes the cheapest, where passing behind a card costs most, then running along another
 * edge, then bends, then length. Edges that were routed earlier keep their way.
 */
final class Router {
    private static final double LEAD = 18;
    private static final double LANE = 7;
    private static final double CARD = 5_000;
    private static final double ALONG = 250;
    private static final double BEND = 30;

    private final List<Box> cards;
    private final List<Route> taken = new ArrayList<>();

    /** A way and where it ends: edges may share their last piece when they lead to the same card. */
    private record Route(List<Point> points, Box target) {}

    Router(List<Box> cards) {
        this.cards = List.copyOf(cards);
    }

    /**
     * The way from a point on the lower side of a card to the upper side of another.
     *
     * @param lane 0, 1, 2 … for the edges of one card: each turns a little further out
     */
    List<Point> route(Point start, Box target, int lane) {
        Point end = new Point(target.centre(), target.top());
        List<Point> best = List.of();
        double lowest = Double.POSITIVE_INFINITY;
        for (List<Point> way : ways(start, end, lane)) {
            double cost = cost(way, target);
            if (cost < lowest) {
                lowest = cost;
                best = way;
            }
        }
        taken.add(new Route(best, target));
        return best;
    }

    private List<List<Point>> ways(Point start, Point end, int lane) {
        List<List<Point>> ways = new ArrayList<>();
        double out = start.y() + LEAD + lane * LANE;
        double in = end.y() - LEAD;
        if (Math.abs(start.x() - end.x()) < 0.5 && end.y() > start.y()) {
            ways.add(List.of(start, end));
        }
        if (end.y() - start.y() >= 2 * 8) {
            for (double middle : new double[] {out, in, in - LANE, in - 2 * LANE, (start.y() + end.y()) / 2}) {
                if (middle > start.y() + 4 && middle < end.y() - 4) {
                    ways.add(List.of(start, new Point(start.x(), middle), new Point(end.x(), middle), end));
                }
            }
        }
        for (double corridor : corridors(lane)) {
            for (double last : new double[] {in, in - LANE, in - 2 * LANE}) {
                ways.add(List.of(
                        start,
                        new Point(start.x(), out),
                        new Point(corridor, out),
                        new Point(corridor, last),
                        new Point(end.x(), last),
                        end));
            }
        }
        return ways;
    }

    private SortedSet<Double> corridors(int lane) {
        SortedSet<Double> corridors = new TreeSet<>();
        for (Box card : cards) {
            corridors.add(card.left() - LEAD - lane * LANE);
            corridors.add(card.right() + LEAD + lane * LANE);
        }
        return corridors;
    }

    private double cost(List<Point> way, Box target) {
        double cost = (way.size() - 2) * BEND;
        for (int i = 0; i + 1 < way.size(); i++) {
            Point a = way.get(i);
            Point b = way.get(i + 1);
            cost += Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
            boolean first = i == 0;
            boolean last = i + 2 == way.size();
            for (Box card : cards) {
                if (card.crossedBy(a, b, first || last ? -1 : 6)) {
                    cost += CARD;
                }
            }
            for (Route other : taken) {
                cost += ALONG * along(a, b, other, last && other.target().equals(target));
            }
        }
        return cost;
    }

    private static int along(Point a, Point b, Route other, boolean mayShareEnd) {
        int pieces = 0;
        List<Point> points = other.points();
        for (int i = 0; i + 1 < points.size(); i++) {
            if (mayShareEnd && i + 2 == points.size()) {
                continue;
            }
            Point c = points.get(i);
            Point d = points.get(i + 1);
            boolean upright = near(a.x(), b.x()) && near(c.x(), d.x()) && near(a.x(), c.x());
            boolean level = near(a.y(), b.y()) && near(c.y(), d.y()) && near(a.y(), c.y());
            if ((upright && overlap(a.y(), b.y(), c.y(), d.y())) || (level && overlap(a.x(), b.x(), c.x(), d.x()))) {
                pieces++;
            }
        }
        return pieces;
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) < 4;
    }

    private static boolean overlap(double a, double b, double c, double d) {
        return Math.min(Math.max(a, b), Math.max(c, d)) - Math.max(Math.min(a, b), Math.min(c, d)) > 1;
    }
}
