package org.wayleave.dpia;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wayleave.workspace.json.JsonProblem;
import org.wayleave.workspace.json.JsonRecord;

/**
 * A data protection impact assessment of one or more journeys. Members that this version of the program does not know are kept.
 *
 * @param record the assessment as JSON
 */
public record Assessment(JsonRecord record) {

    /** An empty assessment. */
    public static Assessment blank() {
        return new Assessment(JsonRecord.empty().withNumber("schemaVersion", "1"));
    }

    /**
     * The assessment in a JSON text.
     *
     * @throws JsonProblem when the text is not a JSON object
     */
    public static Assessment parse(String json) {
        return new Assessment(JsonRecord.parse(json));
    }

    /** The assessment as JSON text. */
    public String json() {
        return record.json();
    }

    /** Id of the document. */
    public String id() {
        return record.text("id");
    }

    /** Title of the assessment. */
    public String title() {
        return record.text("title");
    }

    /** The assessment under another title. */
    public Assessment withTitle(String title) {
        return new Assessment(record.withText("title", title));
    }

    /** Ids of the journeys that are assessed. */
    public List<String> journeys() {
        return record.texts("journeys");
    }

    /** The criteria of the screening that apply, by their ids; see {@link Criterion}. */
    public List<String> criteria() {
        return record.texts("screening.criteria");
    }

    /** What could happen to people, before and after measures. */
    public List<Risk> risks() {
        return record.rows("risks").stream().map(Risk::of).toList();
    }

    /** The highest level that is left after measures; empty when no risk has been rated after measures. */
    public Optional<RiskLevel> residual() {
        return risks().stream().flatMap(risk -> risk.after().stream()).max(Comparator.naturalOrder());
    }

    /** How it ends: {@code rejected}, {@code consult}, {@code conditional}, {@code approved}, or empty. */
    public String outcome() {
        return record.text("decision.outcome");
    }
}
