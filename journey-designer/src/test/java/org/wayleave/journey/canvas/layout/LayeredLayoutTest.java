package org.wayleave.journey.canvas.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wayleave.journey.canvas.geometry.Box;
import org.wayleave.journey.canvas.geometry.CardShape;
import org.wayleave.journey.canvas.geometry.Point;

final class LayeredLayoutTest {

    private static LayoutGraph tree(int size, long seed) {
        Random random = new Random(seed);
        List<LayoutGraph.Node> nodes = new ArrayList<>();
        List<LayoutGraph.Link> links = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            nodes.add(new LayoutGraph.Node("s" + i, CardShape.WIDTH, CardShape.HEIGHT, 4));
            if (i > 0) {
                links.add(
                        new LayoutGraph.Link("s" + Math.max(0, i - 1 - random.nextInt(4)), random.nextInt(4), "s" + i));
            }
        }
        return new LayoutGraph(nodes, links);
    }

    private static Point at(Map<String, Point> places, String id) {
        return Objects.requireNonNull(places.get(id), id);
    }

    @Test
    void everyEdgeOfATreeRunsDownwards() {
        LayoutGraph graph = tree(60, 7);
        Map<String, Point> places = new LayeredLayout().place(graph);
        for (LayoutGraph.Link link : graph.edges()) {
            assertTrue(
                    at(places, link.from()).y() + CardShape.HEIGHT
                            < at(places, link.to()).y(),
                    link.toString());
        }
    }

    @Test
    void noTwoCardsOverlap() {
        Map<String, Point> places = new LayeredLayout().place(tree(60, 11));
        List<Box> boxes =
                places.values().stream().map(p -> CardShape.box(p.x(), p.y())).toList();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                assertFalse(boxes.get(i).intersects(boxes.get(j)), boxes.get(i) + " " + boxes.get(j));
            }
        }
    }

    @Test
    void theSameGraphGetsTheSamePlaces() {
        assertEquals(new LayeredLayout().place(tree(40, 3)), new LayeredLayout().place(tree(40, 3)));
    }

    @Test
    void portsKeepTheirOrderFromLeftToRight() {
        List<LayoutGraph.Node> nodes = new ArrayList<>(List.of(new LayoutGraph.Node("m", 200, 64, 4)));
        List<LayoutGraph.Link> links = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            nodes.add(new LayoutGraph.Node("t" + i, 200, 64, 0));
            links.add(new LayoutGraph.Link("m", i, "t" + i));
        }
        Map<String, Point> places = new LayeredLayout().place(new LayoutGraph(nodes, links));
        for (int i = 1; i < 4; i++) {
            assertTrue(at(places, "t" + (i - 1)).x() < at(places, "t" + i).x(), places.toString());
        }
    }

    @Test
    void aLoopIsLaidOutToo() {
        LayoutGraph graph = new LayoutGraph(
                List.of(new LayoutGraph.Node("a", 200, 64, 1), new LayoutGraph.Node("b", 200, 64, 1)),
                List.of(new LayoutGraph.Link("a", 0, "b"), new LayoutGraph.Link("b", 0, "a")));
        assertEquals(2, new LayeredLayout().place(graph).size());
    }
}
