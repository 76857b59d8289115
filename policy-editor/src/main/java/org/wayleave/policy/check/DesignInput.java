package org.wayleave.policy.check;

import java.util.List;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * A design as the checks see it: journeys of one vertical and the documents around them.
 *
 * @param journeys journey documents, as JSON
 * @param catalogue the vertical's catalogue document, as JSON
 * @param settings the settings document, as JSON
 * @param dpias the assessments
 * @param modelCards the model cards
 * @param approvals what has been approved besides documents
 */
public record DesignInput(
        List<String> journeys,
        String catalogue,
        String settings,
        List<Assessment> dpias,
        List<ModelCard> modelCards,
        List<Approval> approvals) {

    /** Copies the lists. */
    public DesignInput {
        journeys = List.copyOf(journeys);
        dpias = List.copyOf(dpias);
        modelCards = List.copyOf(modelCards);
        approvals = List.copyOf(approvals);
    }

    /** A design without assessments, model cards and approvals. */
    public DesignInput(List<String> journeys, String catalogue, String settings) {
        this(journeys, catalogue, settings, List.of(), List.of(), List.of());
    }

    /**
     * A data protection impact assessment.
     *
     * @param id the document's id
     * @param state the wire name of its state
     * @param journeys the ids of the journeys it covers
     * @param approvedBySample whether the sample of the workspace approved it, and hence no person
     */
    public record Assessment(String id, String state, List<String> journeys, boolean approvedBySample) {
        /** Copies the list. */
        public Assessment {
            journeys = List.copyOf(journeys);
        }

        /** An assessment whose state was set by a person. */
        public Assessment(String id, String state, List<String> journeys) {
            this(id, state, journeys, false);
        }
    }

    /**
     * A model card.
     *
     * @param id the document's id
     * @param state the wire name of its state
     * @param model the id of the model it describes
     * @param approvedBySample whether the sample of the workspace approved it, and hence no person
     */
    public record ModelCard(String id, String state, String model, boolean approvedBySample) {
        /** A card whose state was set by a person. */
        public ModelCard(String id, String state, String model) {
            this(id, state, model, false);
        }
    }

    /**
     * An approval on record.
     *
     * @param kind what was approved; {@code creative} is read
     * @param id its id
     */
    public record Approval(String kind, String id) {}

    /** The input document; see the package's description. */
    RegoObject document() {
        return RegoObject.builder()
                .put(
                        "journeys",
                        RegoArray.of(journeys.stream().map(RegoJson::parse).toList()))
                .put("catalogue", RegoJson.parse(catalogue))
                .put("settings", RegoJson.parse(settings))
                .put(
                        "dpias",
                        RegoArray.of(dpias.stream()
                                .<RegoValue>map(dpia -> RegoObject.builder()
                                        .put("id", RegoString.of(dpia.id()))
                                        .put("state", RegoString.of(dpia.state()))
                                        .put(
                                                "journeys",
                                                RegoArray.of(dpia.journeys().stream()
                                                        .<RegoValue>map(RegoString::of)
                                                        .toList()))
                                        .put("approvedBySample", RegoBoolean.of(dpia.approvedBySample()))
                                        .build())
                                .toList()))
                .put(
                        "modelCards",
                        RegoArray.of(modelCards.stream()
                                .<RegoValue>map(card -> RegoObject.builder()
                                        .put("id", RegoString.of(card.id()))
                                        .put("state", RegoString.of(card.state()))
                                        .put("model", RegoString.of(card.model()))
                                        .put("approvedBySample", RegoBoolean.of(card.approvedBySample()))
                                        .build())
                                .toList()))
                .put(
                        "approvals",
                        RegoArray.of(approvals.stream()
                                .<RegoValue>map(approval -> RegoObject.builder()
                                        .put("kind", RegoString.of(approval.kind()))
                                        .put("id", RegoString.of(approval.id()))
                                        .build())
                                .toList()))
                .build();
    }
}
