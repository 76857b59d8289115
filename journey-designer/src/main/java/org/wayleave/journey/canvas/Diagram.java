package org.wayleave.journey.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.geometry.Box;
import org.wayleave.journey.canvas.geometry.CardShape;
import org.wayleave.journey.canvas.geometry.EdgeRoute;
import org.wayleave.journey.canvas.geometry.EdgeRouter;
import org.wayleave.journey.canvas.geometry.Point;
import org.wayleave.journey.canvas.geometry.SpatialIndex;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.PortKind;
import org.wayleave.journey.graph.Step;

/**
 * Where the steps and edges of a journey are drawn, with an index to find those near a place. Showing the next journey
 * touches only what differs from the one before.
 */
public final class Diagram {

    /**
     * A port under the pointer.
     *
     * @param card the card that has it
     * @param port its number from the left
     */
    public record PortHit(Card card, int port) {}

    /** The edges from one step to another. */
    private record Bundle(String from, String to) {}

    private static final double BADGE_REACH = 10;

    private final Map<String, Card> cards = new LinkedHashMap<>();
    private final Map<EdgeKey, Line> lines = new LinkedHashMap<>();
    private final SpatialIndex<String> cardIndex = new SpatialIndex<>();
    private final SpatialIndex<EdgeKey> lineIndex = new SpatialIndex<>();
    private final EdgeRouter router = new EdgeRouter(run -> cardIndex.query(run).size());
    private @Nullable Journey shown;

    /** Creates a diagram of nothing. */
    public Diagram() {}

    /** Shows a journey, with every card at its step's own place. */
    public void show(Journey journey) {
        Set<String> changed = new HashSet<>();
        List<Box> disturbed = new ArrayList<>();
        Map<String, Card> before = new HashMap<>(cards);
        cards.clear();
        for (Step step : journey.steps()) {
            Card old = before.remove(step.id());
            Card card = Card.of(step);
            if (old != null && old.step().equals(step) && old.box().equals(card.box())) {
                cards.put(step.id(), old);
                continue;
            }
            cards.put(step.id(), card);
            cardIndex.put(step.id(), card.box());
            changed.add(step.id());
            if (old == null || !old.box().equals(card.box())) {
                disturbed.add(card.box());
                if (old != null) {
                    disturbed.add(old.box());
                }
            }
        }
        for (Card gone : before.values()) {
            cardIndex.remove(gone.id());
            disturbed.add(gone.box());
        }
        showEdges(journey, changed, disturbed);
        label(journey.edges());
        shown = journey;
    }

    /** Draws some cards elsewhere for the moment, without an edit; {@link #show} puts them back. */
    public void preview(Map<String, Point> places) {
        Journey journey = shown;
        if (journey == null) {
            return;
        }
        Set<String> changed = new HashSet<>();
        places.forEach((id, place) -> {
            Card card = cards.get(id);
            if (card != null) {
                Card moved = card.at(place);
                cards.put(id, moved);
                cardIndex.put(id, moved.box());
                changed.add(id);
            }
        });
        // Only the edges of the moved cards follow a drag; the rest is routed anew when it ends.
        for (String id : changed) {
            journey.outgoing(id).forEach(this::route);
            journey.incoming(id).forEach(this::route);
        }
        for (String id : changed) {
            label(journey.outgoing(id));
            journey.incoming(id).forEach(edge -> label(journey.outgoing(edge.from())));
        }
    }

    private void showEdges(Journey journey, Set<String> changed, Collection<Box> disturbed) {
        Set<EdgeKey> stale = new HashSet<>();
        Box[] areas = disturbed.size() > 200 ? new Box[] {Box.around(disturbed)} : disturbed.toArray(Box[]::new);
        for (Box area : areas) {
            stale.addAll(lineIndex.query(area.grown(4)));
        }
        Map<EdgeKey, Line> before = new HashMap<>(lines);
        lines.clear();
        for (Edge edge : journey.edges()) {
            EdgeKey key = EdgeKey.of(edge);
            Line old = before.remove(key);
            if (old != null
                    && old.to().equals(edge.to())
                    && !changed.contains(edge.from())
                    && !changed.contains(edge.to())
                    && !stale.contains(key)) {
                lines.put(key, old);
            } else {
                route(edge);
            }
        }
        before.keySet().forEach(lineIndex::remove);
    }

    private void route(Edge edge) {
        Card source = cards.get(edge.from());
        Card target = cards.get(edge.to());
        if (source == null || target == null) {
            return;
        }
        int index = source.portIndex(edge.port());
        int count = source.ports().size();
        EdgeRoute route = router.route(
                source.outlet(index), CardShape.entrance(target.box()), source.box(), target.box(), index, count);
        Port port = source.ports().get(index);
        String title = count > 1 && port.kind() != PortKind.CONSENT ? port.title() : "";
        Line line = new Line(EdgeKey.of(edge), edge.to(), route, PortInk.of(port), title, title, route.labelPlace());
        lines.put(line.key(), line);
        lineIndex.put(line.key(), route.box());
    }

    /** Ways out of one step that lead to the same step share one label between them, so that no two are written over each other. */
    private void label(Collection<Edge> edges) {
        Map<Bundle, List<Line>> bundles = new LinkedHashMap<>();
        for (Edge edge : edges) {
            Line line = lines.get(EdgeKey.of(edge));
            if (line != null && !line.title().isEmpty()) {
                bundles.computeIfAbsent(new Bundle(edge.from(), edge.to()), bundle -> new ArrayList<>())
                        .add(line);
            }
        }
        bundles.forEach((bundle, members) -> {
            members.sort(Comparator.comparingInt(line -> portOf(bundle.from(), line)));
            double x = 0;
            double y = 0;
            StringJoiner words = new StringJoiner(", ");
            for (Line line : members) {
                x += line.route().labelPlace().x() / members.size();
                y += line.route().labelPlace().y() / members.size();
                words.add(line.title());
            }
            String label = words.toString();
            for (Line line : members) {
                boolean first = line.equals(members.getFirst());
                lines.replace(line.key(), line.labelled(first ? label : "", new Point(x, y)));
            }
        });
    }

    private int portOf(String from, Line line) {
        Card card = cards.get(from);
        return card == null ? -1 : card.portIndex(line.key().port());
    }

    /** Returns the card of a step, as it is drawn now. */
    public Optional<Card> card(String id) {
        return Optional.ofNullable(cards.get(id));
    }

    /** Returns the line of an edge, as it is drawn now. */
    public Optional<Line> line(EdgeKey key) {
        return Optional.ofNullable(lines.get(key));
    }

    /** Returns all cards in the journey's order. */
    public Collection<Card> cards() {
        return java.util.Collections.unmodifiableCollection(cards.values());
    }

    /** Returns the cards that meet an area, or reach into it with ports or badge. */
    public List<Card> cardsIn(Box area) {
        List<Card> found = new ArrayList<>();
        for (String id : cardIndex.query(area.grown(BADGE_REACH))) {
            Card card = cards.get(id);
            if (card != null) {
                found.add(card);
            }
        }
        return found;
    }

    /** Returns the lines whose surrounding boxes meet an area. */
    public List<Line> linesIn(Box area) {
        List<Line> found = new ArrayList<>();
        for (EdgeKey key : lineIndex.query(area)) {
            Line line = lines.get(key);
            if (line != null) {
                found.add(line);
            }
        }
        return found;
    }

    /** Returns the card under a place, the last drawn one first. */
    public Optional<Card> cardAt(Point place) {
        List<Card> under = new ArrayList<>();
        for (String id : cardIndex.query(new Box(place.x(), place.y(), 0, 0))) {
            Card card = cards.get(id);
            if (card != null) {
                under.add(card);
            }
        }
        return under.isEmpty() ? Optional.empty() : Optional.of(under.getLast());
    }

    /** Returns the port nearest to a place, within reach (world units). */
    public Optional<PortHit> portAt(Point place, double reach) {
        PortHit nearest = null;
        double distance = reach;
        for (Card card : cardsIn(new Box(place.x(), place.y(), 0, 0).grown(reach))) {
            for (int port = 0; port < card.ports().size(); port++) {
                double d = card.outlet(port).distance(place);
                if (d <= distance) {
                    distance = d;
                    nearest = new PortHit(card, port);
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Returns the line nearest to a place, within reach (world units). */
    public Optional<Line> lineAt(Point place, double reach) {
        Line nearest = null;
        double distance = reach;
        for (Line line : linesIn(new Box(place.x(), place.y(), 0, 0).grown(reach))) {
            double d = line.route().distance(place);
            if (d <= distance) {
                distance = d;
                nearest = line;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Returns the box around all cards and edges; empty at the origin when there are none. */
    public Box bounds() {
        List<Box> all = new ArrayList<>(cards.size() + lines.size());
        cards.values().forEach(card -> all.add(card.box()));
        lines.values().forEach(line -> all.add(line.route().box()));
        return Box.around(all);
    }

    /** Returns the box around the cards of some steps. */
    public Box bounds(Collection<String> ids) {
        List<Box> some = new ArrayList<>();
        for (String id : ids) {
            card(id).ifPresent(card -> some.add(card.box()));
        }
        return Box.around(some);
    }
}
