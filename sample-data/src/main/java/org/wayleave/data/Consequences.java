package org.wayleave.data;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wayleave.data.process.Emission;

/** Sees to it that what follows from events comes to an end. */
final class Consequences {
    private Consequences() {}

    /** Refuses consequences of an event that lead back to it. */
    static void refuseLoops(Map<String, List<Emission>> consequences) {
        for (String event : consequences.keySet()) {
            Set<String> reached = new LinkedHashSet<>();
            reach(consequences, consequences.getOrDefault(event, List.of()), reached);
            if (reached.contains(event)) {
                throw new RecipeException("recipe.consequences." + event + " lead back to " + event
                        + ", so that they would never end; remove one of " + String.join(", ", reached));
            }
        }
    }

    private static void reach(Map<String, List<Emission>> consequences, List<Emission> from, Set<String> reached) {
        for (Emission emission : from) {
            reach(consequences, emission.then(), reached);
            if (emission.stock() != null) {
                reach(consequences, List.of(emission.stock().back()), reached);
            }
            String event = emission.event().wire();
            if (reached.add(event)) {
                reach(consequences, consequences.getOrDefault(event, List.of()), reached);
            }
        }
    }
}
