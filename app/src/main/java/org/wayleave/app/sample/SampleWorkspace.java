package org.wayleave.app.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.wayleave.data.Recipe;
import org.wayleave.dpia.Assessment;
import org.wayleave.dpia.SampleAssessments;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.ModelRef;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.samples.SampleJourneys;
import org.wayleave.model.ModelCard;
import org.wayleave.model.SampleCards;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.DocumentDraft;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceException;
import org.wayleave.workspace.WorkspaceOptions;
import org.wayleave.workspace.json.JsonMappers;
import org.wayleave.workspace.json.JsonRecord;

/**
 * The sample of a vertical as a workspace: its catalogue, the settings and the policy that go with it, its journeys, their impact
 * assessments, and the cards of the scores they draw on. Assessments that are decided, and cards of models that choose on a rung,
 * are approved for the rehearsal in the name of {@link Author#SAMPLE}, which is nobody; the others are drafts. It is what
 * {@code wayleave new}, {@code wayleave demo} and the welcome page make.
 */
public final class SampleWorkspace {
    private static final JsonRecord WORDS = JsonRecord.bundled(SampleWorkspace.class, "samples.json");

    private final String vertical;

    /**
     * The sample of a vertical.
     *
     * @throws org.wayleave.data.RecipeException when there is none; the message lists those there are
     */
    public SampleWorkspace(String vertical) {
        // Many samples are listed, few are made: the recipe is read when a workspace is filled, but for its complaint.
        this.vertical = verticals().contains(vertical)
                ? vertical
                : Recipe.bundled(vertical).vertical();
    }

    /** Id of the vertical. */
    public String vertical() {
        return vertical;
    }

    /** Name of the industry, such as Banking. */
    public String title() {
        return WORDS.text(vertical + ".title");
    }

    /** One sentence that says what the sample shows. */
    public String shows() {
        return WORDS.text(vertical + ".shows");
    }

    /** Id of the journey to look at first. */
    public String firstJourney() {
        return SampleJourneys.of(vertical).getFirst().id();
    }

    /** The samples that come with the program, retail first. */
    public static List<SampleWorkspace> all() {
        return verticals().stream().map(SampleWorkspace::new).toList();
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
        return Workspace.create(folder, options, Author.SAMPLE, this::fill);
    }

    /** Adds the documents of the sample to a workspace that has none of them yet. */
    public void fill(Workspace workspace) {
        Recipe recipe = Recipe.bundled(vertical);
        PolicyPack pack = PolicyPack.bundled(vertical);
        active(workspace, DocumentKind.CATALOGUE, recipe.catalogue().json());
        active(workspace, DocumentKind.SETTINGS, PolicyPack.bundledSettings(vertical));
        active(workspace, DocumentKind.POLICY, pack.documentJson());
        for (Journey journey : SampleJourneys.of(vertical)) {
            save(workspace, DocumentKind.JOURNEY, JourneyJson.write(journey));
        }
        Set<String> choosing = modelsOfLadders();
        for (ModelCard card : SampleCards.of(vertical)) {
            DocumentVersion saved = save(workspace, DocumentKind.MODEL_CARD, card.json());
            if (choosing.contains(card.model())) {
                approve(workspace, saved);
            }
        }
        for (Assessment assessment : SampleAssessments.of(vertical)) {
            DocumentVersion saved = save(workspace, DocumentKind.DPIA, assessment.json());
            if (assessment.outcome().equals("approved")) {
                approve(workspace, saved);
            }
        }
    }

    /** The models that choose on a rung of the sample's journeys. */
    private Set<String> modelsOfLadders() {
        return SampleJourneys.of(vertical).stream()
                .flatMap(journey -> journey.steps().stream())
                .filter(MessageStep.class::isInstance)
                .flatMap(step -> ((MessageStep) step).ladder().stream())
                .map(Rung::action)
                .filter(Objects::nonNull)
                .map(Action::model)
                .filter(Objects::nonNull)
                .map(ModelRef::id)
                .collect(Collectors.toSet());
    }

    private static void active(Workspace workspace, DocumentKind kind, String json) {
        DocumentVersion saved = save(workspace, kind, json);
        approve(workspace, saved);
        change(workspace, saved, DocumentState.ACTIVE);
    }

    private static void approve(Workspace workspace, DocumentVersion saved) {
        change(workspace, saved, DocumentState.IN_REVIEW);
        change(workspace, saved, DocumentState.APPROVED);
    }

    private static void change(Workspace workspace, DocumentVersion saved, DocumentState state) {
        if (workspace.author().role().mayApprove()) {
            workspace.documents().changeState(saved.kind(), saved.id(), saved.version(), state);
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
