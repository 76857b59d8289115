package org.wayleave.app.run;

import java.time.Instant;
import org.wayleave.data.Recipe;
import org.wayleave.data.WorkspaceRecipes;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.Run;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceException;

/** Finds again what a run was made of, version by version, so that its people can walk again. */
public final class RunReplay {
    private final Workspace workspace;

    /** A finder in a workspace. */
    public RunReplay(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The run of an id.
     *
     * @throws WorkspaceException MISSING when there is none
     */
    public Run run(String id) {
        return workspace
                .runs()
                .find(id)
                .orElseThrow(() -> missing("There is no run " + id + " in " + workspace.folder()
                        + "; 'wayleave info' lists those there are."));
    }

    /**
     * The figures of a run that has come to its end.
     *
     * @throws WorkspaceException MISSING when it has none
     */
    public RunResult result(Run run) {
        if (run.summaryJson() == null) {
            throw missing("The run " + run.id() + " is " + run.state().wireName()
                    + " and has no figures; run the journey again.");
        }
        return RunResult.fromSummaryJson(run.summaryJson());
    }

    /**
     * The plan of a run that has figures, exactly as it was run.
     *
     * @throws WorkspaceException MISSING when a document of it is not in the workspace any more, or the recipe is another now
     */
    public SimulationPlan plan(Run run) {
        RunResult.Identity identity = result(run).run();
        Journey journey = JourneyJson.read(
                version(DocumentKind.JOURNEY, identity.journeyHash()).json());
        Recipe recipe = new WorkspaceRecipes(workspace).recipe(journey.vertical());
        if (!recipe.reference().equals(identity.recipe())) {
            throw missing("The run " + run.id() + " was made of " + identity.recipe() + "; this Wayleave has "
                    + recipe.reference() + ". Run the journey again.");
        }
        return new SimulationPlan(
                journey,
                identity.journeyVersion(),
                recipe,
                version(DocumentKind.CATALOGUE, identity.catalogueHash()).json(),
                PolicyPack.fromDocument(
                        version(DocumentKind.POLICY, identity.policyHash()).json()),
                version(DocumentKind.SETTINGS, identity.settingsHash()).json(),
                identity.people(),
                identity.days(),
                identity.seed(),
                Instant.parse(identity.start()),
                1,
                null,
                0);
    }

    private DocumentVersion version(DocumentKind kind, String contentHash) {
        for (DocumentSummary summary : workspace.documents().list(kind)) {
            for (DocumentVersion version : workspace.documents().history(kind, summary.id())) {
                if (version.contentHash().equals(contentHash)) {
                    return version;
                }
            }
        }
        throw missing("The " + kind.title() + " that the run was made with (" + contentHash + ") is not in "
                + workspace.folder() + ".");
    }

    private static WorkspaceException missing(String message) {
        return new WorkspaceException(WorkspaceException.Reason.MISSING, message);
    }
}
