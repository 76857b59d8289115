package org.wayleave.journey.imports.foreign;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wayleave.journey.canvas.geometry.CardShape;
import org.wayleave.journey.canvas.geometry.Point;
import org.wayleave.journey.canvas.layout.LayeredLayout;
import org.wayleave.journey.canvas.layout.LayoutGraph;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.Step;

/** Gives the steps of an imported journey their places: those of the file where they do, else a layout from top to bottom. */
final class Placing {

    private static final double GAP = 8;
    private static final double FARTHEST = 1e6;
    private static final int MOST_WAYS = 700;
    private static final double TREE_LIKE = 1.2;
    private static final double ROW_WIDTH = 248;
    private static final double ROW_HEIGHT = 120;

    private Placing() {}

    static List<Step> placed(List<Step> steps, Map<String, Position> known) {
        return steps.stream()
                .map(step -> step.withPosition(known.getOrDefault(step.id(), Position.ORIGIN)))
                .toList();
    }

    /** The steps laid out in layers; in plain rows where so many ways cross that layers would take minutes. */
    static List<Step> laidOut(List<Step> steps, List<Edge> edges) {
        long ways = edges.stream()
                .map(edge -> edge.from() + " " + edge.to())
                .distinct()
                .count();
        return ways <= MOST_WAYS || ways <= TREE_LIKE * steps.size() ? layered(steps, edges) : rows(steps, edges);
    }

    /** One row for each number of ways from an entry. */
    private static List<Step> rows(List<Step> steps, List<Edge> edges) {
        Map<String, List<String>> behind = new HashMap<>();
        edges.forEach(edge ->
                behind.computeIfAbsent(edge.from(), from -> new ArrayList<>()).add(edge.to()));
        Map<String, Integer> rows = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        steps.stream().filter(step -> !step.hasInput()).forEach(entry -> {
            rows.put(entry.id(), 0);
            open.add(entry.id());
        });
        while (!open.isEmpty()) {
            String here = open.remove();
            int next = rows.getOrDefault(here, 0) + 1;
            for (String to : behind.getOrDefault(here, List.of())) {
                if (rows.putIfAbsent(to, next) == null) {
                    open.add(to);
                }
            }
        }
        Map<Integer, Integer> columns = new HashMap<>();
        return steps.stream()
                .map(step -> {
                    int row = rows.getOrDefault(step.id(), 0);
                    int column = columns.merge(row, 1, Integer::sum) - 1;
                    return step.withPosition(new Position(column * ROW_WIDTH, row * ROW_HEIGHT));
                })
                .toList();
    }

    private static List<Step> layered(List<Step> steps, List<Edge> edges) {
        List<LayoutGraph.Node> nodes = new ArrayList<>();
        List<LayoutGraph.Link> links = new ArrayList<>();
        for (Step step : steps) {
            nodes.add(new LayoutGraph.Node(
                    step.id(), CardShape.WIDTH, CardShape.HEIGHT, step.ports().size()));
        }
        Map<String, List<String>> ports = new HashMap<>();
        steps.forEach(step ->
                ports.put(step.id(), step.ports().stream().map(Port::name).toList()));
        for (Edge edge : edges) {
            links.add(new LayoutGraph.Link(
                    edge.from(), ports.getOrDefault(edge.from(), List.of()).indexOf(edge.port()), edge.to()));
        }
        Map<String, Point> places = new LayeredLayout().place(new LayoutGraph(nodes, links));
        return steps.stream()
                .map(step -> {
                    Point place = places.get(step.id());
                    return place == null ? step : step.withPosition(new Position(place.x(), place.y()));
                })
                .toList();
    }

    /** Whether every step has a place and no two cards would touch. */
    static boolean fit(List<Step> steps, Map<String, Position> known) {
        List<Position> taken = new ArrayList<>();
        for (Step step : steps) {
            Position position = known.get(step.id());
            if (position == null || Math.abs(position.x()) > FARTHEST || Math.abs(position.y()) > FARTHEST) {
                return false;
            }
            taken.add(position);
        }
        // A sweep from left to right: only cards whose columns overlap are compared.
        taken.sort(java.util.Comparator.comparingDouble(Position::x));
        for (int i = 0; i < taken.size(); i++) {
            for (int j = i + 1;
                    j < taken.size() && taken.get(j).x() < taken.get(i).x() + CardShape.WIDTH + GAP;
                    j++) {
                if (Math.abs(taken.get(i).y() - taken.get(j).y()) < CardShape.HEIGHT + GAP) {
                    return false;
                }
            }
        }
        return true;
    }
}
