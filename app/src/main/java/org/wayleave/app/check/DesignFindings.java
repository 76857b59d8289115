package org.wayleave.app.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wayleave.app.check.CheckFinding.Severity;
import org.wayleave.policy.check.DesignCheck;
import org.wayleave.policy.check.DesignInput;
import org.wayleave.policy.check.Finding;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.Documents;
import org.wayleave.workspace.WorkspaceException;
import org.wayleave.workspace.json.JsonMappers;

/** The findings of the design checks: each vertical's journeys with the documents around them. */
public final class DesignFindings {
    private static final ObjectMapper MAPPER = JsonMappers.hardened();

    private final Documents documents;
    private final DesignCheck check;
    private final List<DesignInput.Assessment> assessments = new ArrayList<>();
    private final List<DesignInput.ModelCard> cards = new ArrayList<>();

    DesignFindings(Documents documents) {
        this(documents, DesignCheck.bundled());
    }

    /** Reads the assessments and model cards as they are stored now; the check may be shared. */
    public DesignFindings(Documents documents, DesignCheck check) {
        this.documents = documents;
        this.check = check;
        for (DocumentSummary summary : documents.list(DocumentKind.DPIA)) {
            List<String> covered = new ArrayList<>();
            for (JsonNode journey :
                    parse(documents, DocumentKind.DPIA, summary.id()).path("journeys")) {
                covered.add(journey.asText());
            }
            assessments.add(new DesignInput.Assessment(
                    summary.id(), state(summary), covered, documents.approvedBySample(summary)));
        }
        for (DocumentSummary summary : documents.list(DocumentKind.MODEL_CARD)) {
            String model = parse(documents, DocumentKind.MODEL_CARD, summary.id())
                    .path("model")
                    .asText();
            cards.add(new DesignInput.ModelCard(
                    summary.id(), state(summary), model, documents.approvedBySample(summary)));
        }
    }

    /**
     * What is found in the journeys of one vertical.
     *
     * @param journeys journey documents, as JSON
     * @param catalogue the vertical's catalogue, as JSON
     * @throws WorkspaceException MISSING when the workspace has no settings of the vertical
     */
    public List<CheckFinding> of(String vertical, List<String> journeys, String catalogue) {
        DesignInput design = new DesignInput(journeys, catalogue, settings(vertical), assessments, cards, List.of());
        return check.run(design).stream().map(DesignFindings::finding).toList();
    }

    /** The assessment that covers a journey, whatever its state: the first by id. */
    public Optional<String> assessmentOf(String journey) {
        return assessments.stream()
                .filter(assessment -> assessment.journeys().contains(journey))
                .map(DesignInput.Assessment::id)
                .min(Comparator.naturalOrder());
    }

    private String settings(String vertical) {
        for (DocumentSummary summary : documents.list(DocumentKind.SETTINGS)) {
            JsonNode settings = parse(documents, DocumentKind.SETTINGS, summary.id());
            if (settings.path("vertical").asText().equals(vertical)) {
                return settings.toString();
            }
        }
        throw new WorkspaceException(
                WorkspaceException.Reason.MISSING,
                "The workspace has no settings of the vertical " + vertical
                        + ", which its journeys need; import some, or make a workspace with 'wayleave new'.");
    }

    private static CheckFinding finding(Finding finding) {
        return new CheckFinding(
                finding.code(),
                Severity.valueOf(finding.severity().name()),
                finding.kind(),
                finding.document(),
                finding.step(),
                finding.title(),
                finding.reason(),
                finding.fix());
    }

    private static JsonNode parse(Documents documents, DocumentKind kind, String id) {
        try {
            return MAPPER.readTree(documents.latest(kind, id).orElseThrow().json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored document is not JSON", e);
        }
    }

    private static String state(DocumentSummary summary) {
        return summary.state().wireName();
    }
}
