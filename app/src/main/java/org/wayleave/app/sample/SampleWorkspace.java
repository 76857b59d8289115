package org.wayleave.app.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.wayleave.data.Recipe;
import org.wayleave.dpia.Assessment;
import org.wayleave.dpia.SampleAssessments;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.samples.SampleJourneys;
import org.wayleave.model.ModelCard;
import org.wayleave.model.SampleCards;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.workspace.DocumentDraft;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceException;
import org.wayleave.workspace.WorkspaceOptions;
import org.wayleave.workspace.json.JsonMappers;

/**
 * The sample of a vertical as a workspace: its catalogue, the settings and the policy that go with it, its journeys, and drafts of
 * their impact assessments and of the cards of the scores they draw on. It is what {@code wayleave new}, {@code wayleave demo}
 * and the welcome page make.
 */
public final class SampleWorkspace {
    private final Recipe recipe;

    /**
     * The sample of a vertical.
     *
     * @throws org.wayleave.data.RecipeException when there is none; the message lists those there are
     */
    public SampleWorkspace(String vertical) {
        this.recipe = Recipe.bundled(vertical);
    }

    /** The verticals that have a sample. */
    public static List<String> verticals() {
        return Recipe.verticals();
    }

    /**
     * Makes the workspace and opens it for writing.
     *
     * @param folder must be absent or empty
     * @throws WorkspaceException when the workspace cannot be made; what was made is then removed again
     */
    public Workspace create(Path folder, WorkspaceOptions options) {
        return Workspace.create(folder, options, this::fill);
    }

    /** Adds the documents of the sample to a workspace that has none of them yet. */
    public void fill(Workspace workspace) {
        PolicyPack pack = PolicyPack.bundled(recipe.vertical());
        active(workspace, DocumentKind.CATALOGUE, recipe.catalogue().json());
        active(workspace, DocumentKind.SETTINGS, PolicyPack.bundledSettings(recipe.vertical()));
        active(workspace, DocumentKind.POLICY, pack.documentJson());
        for (Journey journey : SampleJourneys.of(recipe.vertical())) {
            save(workspace, DocumentKind.JOURNEY, JourneyJson.write(journey));
        }
        for (ModelCard card : SampleCards.of(recipe.vertical())) {
            save(workspace, DocumentKind.MODEL_CARD, card.json());
        }
        for (Assessment assessment : SampleAssessments.of(recipe.vertical())) {
            save(workspace, DocumentKind.DPIA, assessment.json());
        }
    }

    private static void active(Workspace workspace, DocumentKind kind, String json) {
        DocumentVersion saved = save(workspace, kind, json);
        if (workspace.author().role().mayApprove()) {
            for (DocumentState state : List.of(DocumentState.IN_REVIEW, DocumentState.APPROVED, DocumentState.ACTIVE)) {
                workspace.documents().changeState(kind, saved.id(), saved.version(), state);
            }
        }
    }

    private static DocumentVersion save(Workspace workspace, DocumentKind kind, String json) {
        JsonNode document = parse(json);
        return workspace
                .documents()
                .save(new DocumentDraft(
                        kind,
                        document.path("id").asText(),
                        document.path("title").asText(),
                        json,
                        0));
    }

    private static JsonNode parse(String json) {
        try {
            return JsonMappers.hardened().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document of the sample is not JSON", e);
        }
    }
}
