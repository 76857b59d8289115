package org.wayleave.app.check;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.Documents;

/**
 * The assessments and model cards of a workspace that the sample approved by itself, so that it can be rehearsed as a whole:
 * nobody has read them.
 *
 * @param assessments newest versions of impact assessments, by title
 * @param cards newest versions of model cards, by title
 */
public record SampleApprovals(List<DocumentSummary> assessments, List<DocumentSummary> cards) {
    /** Copies the lists. */
    public SampleApprovals {
        assessments = List.copyOf(assessments);
        cards = List.copyOf(cards);
    }

    /** Those of a workspace. */
    public static SampleApprovals of(Documents documents) {
        return new SampleApprovals(of(documents, DocumentKind.DPIA), of(documents, DocumentKind.MODEL_CARD));
    }

    private static List<DocumentSummary> of(Documents documents, DocumentKind kind) {
        return documents.list(kind).stream().filter(documents::approvedBySample).toList();
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return assessments.isEmpty() && cards.isEmpty();
    }

    /** Ids of the documents, assessments first. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        assessments.forEach(document -> ids.add(document.id()));
        cards.forEach(document -> ids.add(document.id()));
        return ids;
    }

    /** How many there are of each, such as {@code 3 DPIAs and 2 model cards}; empty when there are none. */
    public String counted() {
        List<String> parts = new ArrayList<>();
        if (!assessments.isEmpty()) {
            parts.add(assessments.size() == 1 ? "1 DPIA" : assessments.size() + " DPIAs");
        }
        if (!cards.isEmpty()) {
            parts.add(cards.size() == 1 ? "1 model card" : cards.size() + " model cards");
        }
        return String.join(" and ", parts);
    }

    /** What people are told: who approved, and what that is worth; empty when there are none. */
    public String sentence() {
        return isEmpty()
                ? ""
                : "Sample: " + counted() + " approved by the sample itself, by nobody. It is a rehearsal with synthetic"
                        + " people; read and approve them yourself before any real use.";
    }
}
