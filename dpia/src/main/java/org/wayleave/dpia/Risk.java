package org.wayleave.dpia;

import java.util.Optional;
import org.wayleave.workspace.json.JsonRecord;

/**
 * Something that could happen to people.
 *
 * @param description what, by whom or what, and what it would mean for them
 * @param likelihoodBefore 1 to 4 without measures, 0 when not rated
 * @param severityBefore 1 to 4 without measures, 0 when not rated
 * @param measures what is done about it
 * @param likelihoodAfter 1 to 4 with the measures, 0 when not rated
 * @param severityAfter 1 to 4 with the measures, 0 when not rated
 */
public record Risk(
        String description,
        int likelihoodBefore,
        int severityBefore,
        String measures,
        int likelihoodAfter,
        int severityAfter) {

    /** The risk in a row of an assessment. */
    public static Risk of(JsonRecord row) {
        return new Risk(
                row.text("description"),
                row.number("before.likelihood"),
                row.number("before.severity"),
                row.text("measures"),
                row.number("after.likelihood"),
                row.number("after.severity"));
    }

    /** Level without measures; empty when not rated. */
    public Optional<RiskLevel> before() {
        return RiskLevel.of(likelihoodBefore, severityBefore);
    }

    /** Level with the measures; empty when not rated. */
    public Optional<RiskLevel> after() {
        return RiskLevel.of(likelihoodAfter, severityAfter);
    }

    /** What is missing or does not fit together, one sentence; empty when nothing is. */
    public String problem() {
        if (description.isBlank()) {
            return "Describe every risk: what could happen, by whom or what, and what it would mean for people.";
        }
        String name =
                "\"" + (description.length() > 40 ? description.substring(0, 40).strip() + "…" : description) + "\"";
        if (before().isEmpty()) {
            return "Rate how likely and how severe " + name + " is without measures.";
        }
        if (measures.isBlank()) {
            return "Say what is done about " + name + ", or that it is accepted and why.";
        }
        if (after().isEmpty()) {
            return "Rate how likely and how severe " + name + " is with the measures.";
        }
        return likelihoodAfter > likelihoodBefore || severityAfter > severityBefore
                ? "With the measures, " + name + " is rated higher than without them."
                : "";
    }
}
