package org.wayleave.journey.graph;

import java.util.List;

/** Makes the graph after an edit, and turns an unsound one into a refusal. */
final class Rebuild {

    private Rebuild() {}

    static Journey graph(Journey journey, List<Step> steps, List<Edge> edges) {
        try {
            return journey.withGraph(steps, edges);
        } catch (IllegalArgumentException unsound) {
            throw new EditRefused(String.valueOf(unsound.getMessage()), unsound);
        }
    }

    static void existing(Journey journey, String id) {
        if (journey.indexOf(id) < 0) {
            throw new EditRefused("There is no step “" + id + "” in this journey");
        }
    }
}
