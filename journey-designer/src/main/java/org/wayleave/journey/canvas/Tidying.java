package org.wayleave.journey.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wayleave.journey.canvas.geometry.Box;
import org.wayleave.journey.canvas.geometry.CardShape;
import org.wayleave.journey.canvas.geometry.Point;
import org.wayleave.journey.canvas.layout.LayeredLayout;
import org.wayleave.journey.canvas.layout.LayoutGraph;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.Step;

/** Computes the tidy places of a journey's steps, or of some of them. Captured on the FX thread, computed off it. */
public final class Tidying {

    private final Journey journey;
    private final Set<String> only;

    /**
     * Captures what to tidy.
     *
     * @param only ids of the steps to tidy, where they are; fewer than two tidy all
     */
    public Tidying(Journey journey, Set<String> only) {
        this.journey = journey;
        this.only = only.size() < 2 ? Set.of() : Set.copyOf(only);
    }

    /** Computes the edit. */
    public JourneyEdit.MoveSteps compute() {
        List<LayoutGraph.Node> nodes = new ArrayList<>();
        List<LayoutGraph.Link> links = new ArrayList<>();
        List<Box> before = new ArrayList<>();
        for (Step step : journey.steps()) {
            if (only.isEmpty() || only.contains(step.id())) {
                nodes.add(new LayoutGraph.Node(
                        step.id(),
                        CardShape.WIDTH,
                        CardShape.HEIGHT,
                        step.ports().size()));
                before.add(CardShape.box(step.position().x(), step.position().y()));
                List<String> ports = step.ports().stream().map(Port::name).toList();
                for (Edge edge : journey.outgoing(step.id())) {
                    links.add(new LayoutGraph.Link(step.id(), ports.indexOf(edge.port()), edge.to()));
                }
            }
        }
        Map<String, Point> places = new LayeredLayout().place(new LayoutGraph(nodes, links));
        Box old = Box.around(before);
        Map<String, Position> positions = new HashMap<>();
        // The upper left corner stays where it was, so that the eye finds the journey where it left it.
        places.forEach((id, place) ->
                positions.put(id, new Position(Math.rint(old.x()) + place.x(), Math.rint(old.y()) + place.y())));
        return new JourneyEdit.MoveSteps(positions);
    }
}
