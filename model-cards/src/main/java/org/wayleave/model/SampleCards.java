package org.wayleave.model;

import java.util.List;
import java.util.Map;
import org.wayleave.workspace.json.JsonRecord;

/** The sample cards of each vertical: the rule-based scores that its sample journeys draw on. */
public final class SampleCards {

    private static final Map<String, List<String>> BUNDLED =
            Map.of("retail", List.of("category-affinity", "replenishment-due"));

    private SampleCards() {}

    /** The samples of a vertical; empty when there are none. */
    public static List<ModelCard> of(String vertical) {
        return BUNDLED.getOrDefault(vertical, List.of()).stream()
                .map(id -> new ModelCard(JsonRecord.bundled(SampleCards.class, vertical + "/" + id + ".json")))
                .toList();
    }
}
