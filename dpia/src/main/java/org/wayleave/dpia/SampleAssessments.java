package org.wayleave.dpia;

import java.util.List;
import java.util.Map;
import org.wayleave.workspace.json.JsonRecord;

/** The sample assessments of each vertical: one for each sample journey. */
public final class SampleAssessments {

    private static final Map<String, List<String>> BUNDLED =
            Map.of("retail", List.of("back-in-stock-dpia", "replenishment-dpia", "win-back-dpia"));

    private SampleAssessments() {}

    /** The samples of a vertical; empty when there are none. */
    public static List<Assessment> of(String vertical) {
        return BUNDLED.getOrDefault(vertical, List.of()).stream()
                .map(id -> new Assessment(JsonRecord.bundled(SampleAssessments.class, vertical + "/" + id + ".json")))
                .toList();
    }
}
