package org.wayleave.journey.canvas;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wayleave.journey.exchange.JourneyFormatException;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.Step;

/** Parts of journeys as text, for the clipboard: a journey file with just the chosen steps and the edges between them. */
final class Fragments {

    private Fragments() {}

    static String write(Journey journey, Set<String> ids) {
        List<Step> steps =
                journey.steps().stream().filter(step -> ids.contains(step.id())).toList();
        List<Edge> edges = journey.edges().stream()
                .filter(edge -> ids.contains(edge.from()) && ids.contains(edge.to()))
                .toList();
        return JourneyJson.write(journey.withGraph(steps, edges));
    }

    /** Returns the part that a text holds; empty when the text is something else. */
    static Optional<Journey> read(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JourneyJson.read(text));
        } catch (JourneyFormatException somethingElse) {
            // A clipboard holds what it holds; text that is no journey is simply not pasted.
            return Optional.empty();
        }
    }
}
