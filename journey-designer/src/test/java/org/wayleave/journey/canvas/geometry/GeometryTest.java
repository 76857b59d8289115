package org.wayleave.journey.canvas.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class GeometryTest {

    @Test
    void zoomingKeepsThePlaceUnderThePointer() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            Viewport before = new Viewport(0.1 + random.nextDouble() * 3, random.nextDouble() * 500, -300);
            double x = random.nextDouble() * 900;
            double y = random.nextDouble() * 600;
            Point place = before.toWorld(x, y);
            Point after = before.zoomedTo(random.nextDouble() * 6, x, y).toWorld(x, y);
            assertEquals(place.x(), after.x(), 1e-6);
            assertEquals(place.y(), after.y(), 1e-6);
        }
    }

    @Test
    void fittingShowsTheWholeContent() {
        Box content = new Box(-400, 120, 3000, 900);
        Viewport fit = Viewport.fitting(content, 960, 640, 1);
        Box seen = fit.visible(960, 640);
        assertTrue(seen.x() < content.x() && seen.right() > content.right());
        assertTrue(seen.y() < content.y() && seen.bottom() > content.bottom());
    }

    @Test
    void revealingMovesOnlyAsFarAsNeeded() {
        Viewport still = new Viewport(1, 0, 0);
        assertEquals(still, still.revealing(new Box(100, 100, 200, 64), 800, 600));
        Viewport moved = still.revealing(new Box(900, 100, 200, 64), 800, 600);
        assertEquals(0, moved.top(), 1e-9);
        assertEquals(900 + 200 + 24 - 800, moved.left(), 1e-9);
    }

    @Test
    void theIndexFindsWhatAFullSearchFinds() {
        Random random = new Random(5);
        SpatialIndex<Integer> index = new SpatialIndex<>();
        Map<Integer, Box> all = new HashMap<>();
        for (int round = 0; round < 2_000; round++) {
            int item = random.nextInt(300);
            if (random.nextInt(5) == 0) {
                index.remove(item);
                all.remove(item);
            } else {
                Box box = new Box(
                        random.nextDouble() * 5000 - 2500,
                        random.nextDouble() * 5000 - 2500,
                        random.nextDouble() * 900,
                        random.nextDouble() * 300);
                index.put(item, box);
                all.put(item, box);
            }
            if (round % 20 == 0) {
                Box area = new Box(random.nextDouble() * 4000 - 2500, -random.nextDouble() * 2000, 1400, 900);
                List<Integer> found = index.query(area);
                HashSet<Integer> expected = new HashSet<>();
                all.forEach((key, box) -> {
                    if (box.intersects(area)) {
                        expected.add(key);
                    }
                });
                assertEquals(expected, new HashSet<>(found));
                assertEquals(found.size(), new HashSet<>(found).size());
            }
        }
        assertEquals(all.size(), index.size());
    }

    @Test
    void routesRunUprightOrLevelFromPortToEntrance() {
        Random random = new Random(9);
        EdgeRouter router = new EdgeRouter(box -> 0);
        for (int i = 0; i < 500; i++) {
            Box source = CardShape.box(random.nextInt(2000), random.nextInt(2000));
            Box target = CardShape.box(random.nextInt(2000), random.nextInt(2000));
            int port = random.nextInt(4);
            Point from = CardShape.outlet(source, port, 4);
            Point to = CardShape.entrance(target);
            List<Point> points = router.route(from, to, source, target, port, 4).points();
            assertEquals(from, points.getFirst());
            assertEquals(to, points.getLast());
            for (int p = 1; p < points.size(); p++) {
                Point a = points.get(p - 1);
                Point b = points.get(p);
                assertTrue(a.x() == b.x() || a.y() == b.y(), points.toString());
            }
            assertTrue(points.get(1).y() > from.y(), "leaves downwards: " + points);
            assertTrue(points.get(points.size() - 2).y() < to.y(), "arrives from above: " + points);
        }
    }

    @Test
    void aRouteGoesAroundACardInItsWay() {
        Box source = CardShape.box(0, 0);
        Box blocker = CardShape.box(0, 160);
        Box target = CardShape.box(0, 320);
        List<Box> cards = new ArrayList<>(List.of(source, blocker, target));
        EdgeRouter router = new EdgeRouter(
                box -> (int) cards.stream().filter(c -> c.intersects(box)).count());
        EdgeRoute route =
                router.route(CardShape.outlet(source, 0, 1), CardShape.entrance(target), source, target, 0, 1);
        for (int p = 1; p < route.points().size(); p++) {
            Box run = Box.spanning(route.points().get(p - 1), route.points().get(p));
            assertTrue(!run.intersects(blocker), route.points().toString());
        }
    }

    @Test
    void portsTurningTheSameWayNeverCross() {
        EdgeRouter router = new EdgeRouter(box -> 0);
        Box source = CardShape.box(600, 0);
        for (double targetX : new double[] {100, 1100}) {
            Box target = CardShape.box(targetX, 200);
            List<EdgeRoute> routes = new ArrayList<>();
            for (int port = 0; port < 4; port++) {
                routes.add(router.route(
                        CardShape.outlet(source, port, 4), CardShape.entrance(target), source, target, port, 4));
            }
            for (int a = 0; a < 4; a++) {
                Point bend = routes.get(a).points().get(1);
                for (int b = 0; b < 4; b++) {
                    Point other = routes.get(b).points().get(1);
                    boolean passesOver = targetX < 600 ? other.x() > bend.x() : other.x() < bend.x();
                    if (passesOver) {
                        assertTrue(other.y() > bend.y(), "lane of " + b + " lies below the bend of " + a);
                    }
                }
            }
        }
    }

    @Test
    void aDraggedCardSnapsToTheMiddleOfItsNeighbour() {
        Box moving = CardShape.box(0, 0);
        Box neighbour = CardShape.box(300, 400);
        Snapping snapping = Snapping.of(moving, 296, 100, List.of(neighbour), 6);
        assertEquals(300, snapping.dx(), 1e-9);
        assertEquals(100, snapping.dy(), 1e-9);
        assertTrue(!snapping.lines().isEmpty());
    }

    @Test
    void farAwayNothingSnaps() {
        Snapping snapping = Snapping.of(CardShape.box(0, 0), 120, 77, List.of(CardShape.box(300, 400)), 6);
        assertEquals(new Snapping(120, 77, List.of()), snapping);
    }
}
