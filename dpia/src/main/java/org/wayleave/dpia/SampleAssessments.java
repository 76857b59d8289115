package org.wayleave.dpia;

import java.util.List;
import org.wayleave.workspace.json.JsonRecord;

/** The sample assessments of each vertical: one for each sample journey. */
public final class SampleAssessments {

    private static final String LIST = "samples.json";

    private SampleAssessments() {}

    /** The samples of a vertical; empty when there are none. */
    public static List<Assessment> of(String vertical) {
        return JsonRecord.bundled(SampleAssessments.class, LIST).texts(vertical).stream()
                .map(id -> new Assessment(JsonRecord.bundled(SampleAssessments.class, vertical + "/" + id + ".json")))
                .toList();
    }
}
