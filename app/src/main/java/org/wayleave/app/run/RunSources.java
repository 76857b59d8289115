package org.wayleave.app.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.Recipe;
import org.wayleave.data.WorkspaceRecipes;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceException;
import org.wayleave.workspace.json.JsonMappers;

/**
 * The documents of a workspace that a run reads, each in its newest version.
 *
 * @param journey the journey
 * @param policy the policy of its vertical
 * @param settings the settings of its vertical
 * @param catalogue the catalogue of its vertical
 * @param recipe what the people are like
 */
public record RunSources(
        DocumentVersion journey,
        DocumentVersion policy,
        DocumentVersion settings,
        DocumentVersion catalogue,
        Recipe recipe) {
    private static final ObjectMapper MAPPER = JsonMappers.hardened();

    /**
     * Finds them.
     *
     * @throws WorkspaceException MISSING when one is not there; the message says which
     */
    public static RunSources of(Workspace workspace, String journey) {
        DocumentVersion found = workspace
                .documents()
                .latest(DocumentKind.JOURNEY, journey)
                .orElseThrow(() -> missing("There is no journey " + journey + " in " + workspace.folder()
                        + "; 'wayleave info' lists those there are."));
        String vertical = JourneyJson.read(found.json()).vertical();
        return new RunSources(
                found,
                ofVertical(workspace, DocumentKind.POLICY, vertical),
                ofVertical(workspace, DocumentKind.SETTINGS, vertical),
                ofVertical(workspace, DocumentKind.CATALOGUE, vertical),
                new WorkspaceRecipes(workspace).recipe(vertical));
    }

    /**
     * The data document that a policy of a vertical reads: its catalogue and its settings.
     *
     * @throws WorkspaceException MISSING when one of them is not there; the message says which
     */
    public static String policyData(Workspace workspace, String vertical) {
        return "{\"wayleave\":{\"catalogue\":"
                + ofVertical(workspace, DocumentKind.CATALOGUE, vertical).json() + ",\"settings\":"
                + ofVertical(workspace, DocumentKind.SETTINGS, vertical).json() + "}}";
    }

    /**
     * The newest version of the first document of a kind and vertical.
     *
     * @throws WorkspaceException MISSING when there is none; the message says what to do
     */
    public static DocumentVersion ofVertical(Workspace workspace, DocumentKind kind, String vertical) {
        for (DocumentSummary summary : workspace.documents().list(kind)) {
            DocumentVersion version =
                    workspace.documents().latest(kind, summary.id()).orElseThrow();
            if (verticalOf(version.json()).equals(vertical)) {
                return version;
            }
        }
        throw missing("There is no " + kind.title() + " for " + vertical + " in " + workspace.folder()
                + "; import one, or make a workspace with 'wayleave new'.");
    }

    private static String verticalOf(String json) {
        try {
            return MAPPER.readTree(json).path("vertical").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored document is not JSON", e);
        }
    }

    private static WorkspaceException missing(String message) {
        return new WorkspaceException(WorkspaceException.Reason.MISSING, message);
    }

    /** The plan of a run of these documents. */
    public SimulationPlan plan(RunOrder order, @Nullable Path ledger) {
        Journey graph = JourneyJson.read(journey.json());
        return new SimulationPlan(
                graph,
                journey.version(),
                recipe,
                catalogue.json(),
                PolicyPack.fromDocument(policy.json()),
                settings.json(),
                order.people(),
                order.days(),
                order.seed(),
                SimulationPlan.DEFAULT_START,
                order.threads(),
                ledger,
                RunOrder.PARITY_SAMPLE);
    }
}
