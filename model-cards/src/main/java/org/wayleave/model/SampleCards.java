package org.wayleave.model;

import java.util.List;
import org.wayleave.workspace.json.JsonRecord;

/** The sample cards of each vertical: the rule-based scores that its sample journeys draw on. */
public final class SampleCards {

    private static final String LIST = "samples.json";

    private SampleCards() {}

    /** The samples of a vertical; empty when there are none. */
    public static List<ModelCard> of(String vertical) {
        return JsonRecord.bundled(SampleCards.class, LIST).texts(vertical).stream()
                .map(id -> new ModelCard(JsonRecord.bundled(SampleCards.class, vertical + "/" + id + ".json")))
                .toList();
    }
}
