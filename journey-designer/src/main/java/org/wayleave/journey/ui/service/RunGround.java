package org.wayleave.journey.ui.service;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.wayleave.data.Recipe;
import org.wayleave.data.WorkspaceRecipes;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.Documents;
import org.wayleave.workspace.WorkspaceException;

/**
 * The documents that a run stands on.
 *
 * @param journey what is run
 * @param recipe the synthetic people
 * @param catalogueJson what policy sees of the catalogue
 * @param pack the policy
 * @param settingsJson what policy sees of the settings
 */
record RunGround(Journey journey, Recipe recipe, String catalogueJson, PolicyPack pack, String settingsJson) {

    private static final Set<DocumentState> IN_FORCE = EnumSet.of(DocumentState.ACTIVE);

    /** The documents in force now, those that come with the product where the workspace has none. */
    static RunGround now(Documents documents, WorkspaceRecipes recipes, Journey journey) {
        Recipe recipe = recipes.recipe(journey.vertical());
        String vertical = journey.vertical();
        PolicyPack pack = newest(documents, DocumentKind.POLICY)
                .map(version -> PolicyPack.fromDocument(version.json()))
                .filter(found -> found.vertical().equals(vertical))
                .orElseGet(() -> PolicyPack.bundled(vertical));
        return new RunGround(
                journey,
                recipe,
                newest(documents, DocumentKind.CATALOGUE)
                        .map(DocumentVersion::json)
                        .orElseGet(() -> recipe.catalogue().json()),
                pack,
                newest(documents, DocumentKind.SETTINGS)
                        .map(DocumentVersion::json)
                        .orElseGet(() -> PolicyPack.bundledSettings(vertical)));
    }

    /**
     * The documents that an earlier run stood on, found by their hashes.
     *
     * @throws WorkspaceException when one of them is in neither the workspace nor the product any more
     */
    static RunGround of(Documents documents, WorkspaceRecipes recipes, RunResult.Identity run) {
        Journey journey = documents
                .version(DocumentKind.JOURNEY, run.journey(), run.journeyVersion())
                .map(version -> JourneyJson.read(version.json()))
                .orElseThrow(() -> gone("version " + run.journeyVersion() + " of the journey"));
        Recipe recipe = recipes.recipe(journey.vertical());
        if (!recipe.reference().equals(run.recipe())) {
            throw gone("the people of recipe " + run.recipe());
        }
        return new RunGround(
                journey,
                recipe,
                byHash(
                        documents,
                        DocumentKind.CATALOGUE,
                        run.catalogueHash(),
                        recipe.catalogue().json()),
                PolicyPack.fromDocument(byHash(
                        documents,
                        DocumentKind.POLICY,
                        run.policyHash(),
                        PolicyPack.bundled(journey.vertical()).documentJson())),
                byHash(
                        documents,
                        DocumentKind.SETTINGS,
                        run.settingsHash(),
                        PolicyPack.bundledSettings(journey.vertical())));
    }

    private static Optional<DocumentVersion> newest(Documents documents, DocumentKind kind) {
        for (DocumentSummary summary : documents.list(kind)) {
            Optional<DocumentVersion> active = documents.latestIn(kind, summary.id(), IN_FORCE);
            if (active.isPresent()) {
                return active;
            }
        }
        return documents.list(kind).stream().findFirst().flatMap(summary -> documents.latest(kind, summary.id()));
    }

    private static String byHash(Documents documents, DocumentKind kind, String hash, String bundled) {
        Predicate<DocumentVersion> wanted = version -> version.contentHash().equals(hash);
        for (DocumentSummary summary : documents.list(kind)) {
            Optional<DocumentVersion> found = documents.history(kind, summary.id()).stream()
                    .filter(wanted)
                    .findFirst();
            if (found.isPresent()) {
                return found.get().json();
            }
        }
        if (org.wayleave.workspace.json.CanonicalJson.hash(bundled).equals(hash)) {
            return bundled;
        }
        throw gone("the " + kind.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static WorkspaceException gone(String what) {
        return new WorkspaceException(
                WorkspaceException.Reason.MISSING,
                "This run cannot be replayed: " + what + " it was made with is no longer here. Run the journey again.");
    }
}
