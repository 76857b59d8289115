package org.wayleave.journey.ui.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.wayleave.data.Recipe;
import org.wayleave.data.WorkspaceRecipes;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.journey.exchange.JourneyFormatException;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Journey;
import org.wayleave.workspace.DocumentDraft;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.Preferences;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceException;

/** The journeys of a workspace folder. Unsaved edits are kept among its preferences, which are not audited. */
public final class WorkspaceJourneys implements JourneyDocuments {

    private static final String DRAFT = "journey.draft.";
    /** The store takes values of up to 100,000 characters; longer drafts are kept in pieces. */
    private static final int PIECE = 90_000;

    private static final int MOST_PIECES = 200;

    private final Workspace workspace;

    /** Creates the journeys of an open workspace. */
    public WorkspaceJourneys(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public List<JourneyEntry> list() {
        return workspace.documents().list(DocumentKind.JOURNEY).stream()
                .map(WorkspaceJourneys::entry)
                .toList();
    }

    @Override
    public List<JourneyEntry> history(String id) {
        return workspace.documents().history(DocumentKind.JOURNEY, id).stream()
                .map(version -> entry(version.summary()))
                .toList();
    }

    @Override
    public OpenedJourney open(String id) {
        return opened(latest(id), true);
    }

    @Override
    public OpenedJourney open(String id, int version) {
        DocumentVersion found = workspace
                .documents()
                .version(DocumentKind.JOURNEY, id, version)
                .orElseThrow(() -> missing(id + ", version " + version));
        return opened(found, latest(id).version() == version);
    }

    @Override
    public JourneyEntry save(Journey journey, int basedOn) {
        DocumentVersion saved = workspace
                .documents()
                .save(new DocumentDraft(
                        DocumentKind.JOURNEY, journey.id(), journey.title(), JourneyJson.write(journey), basedOn));
        dropDraft(journey.id());
        return entry(saved.summary());
    }

    @Override
    public void keepDraft(Journey journey, int basedOn) {
        if (workspace.readOnly()) {
            return;
        }
        String json = JourneyJson.write(journey);
        int pieces = (json.length() + PIECE - 1) / PIECE;
        if (pieces > MOST_PIECES) {
            return;
        }
        String key = DRAFT + journey.id();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < pieces; i++) {
            values.put(key + "." + i, json.substring(i * PIECE, Math.min(json.length(), (i + 1) * PIECE)));
        }
        values.put(key, basedOn + " " + pieces);
        workspace.preferences().putAll(values);
    }

    @Override
    public void dropDraft(String id) {
        if (workspace.readOnly()) {
            return;
        }
        Preferences preferences = workspace.preferences();
        preferences.remove(DRAFT + id);
        preferences.removeStartingWith(DRAFT + id + ".");
    }

    @Override
    public String vertical() {
        List<DocumentSummary> catalogues = workspace.documents().list(DocumentKind.CATALOGUE);
        return catalogues.stream()
                .filter(catalogue -> catalogue.state() == DocumentState.ACTIVE)
                .findFirst()
                .or(() -> catalogues.stream().findFirst())
                .flatMap(catalogue -> workspace.documents().latest(DocumentKind.CATALOGUE, catalogue.id()))
                .map(catalogue -> Catalogue.parse(catalogue.json()).vertical())
                .orElseThrow(() -> new WorkspaceException(
                        WorkspaceException.Reason.MISSING,
                        "The workspace has no catalogue, which says what a journey may use. Import one with"
                                + " 'wayleave import', or make a workspace with a sample."));
    }

    @Override
    public boolean readOnly() {
        return workspace.readOnly();
    }

    private DocumentVersion latest(String id) {
        return workspace.documents().latest(DocumentKind.JOURNEY, id).orElseThrow(() -> missing(id));
    }

    private OpenedJourney opened(DocumentVersion version, boolean latest) {
        Journey journey = JourneyJson.read(version.json());
        Recipe recipe = new WorkspaceRecipes(workspace).recipe(journey.vertical());
        Optional<Journey> draft = latest ? draft(version.id(), version.version()) : Optional.empty();
        return new OpenedJourney(
                entry(version.summary()), journey, latest, draft, catalogue(recipe), recipe.featureSchema());
    }

    /** The workspace's own catalogue of the vertical, or the one that comes with the recipe. */
    private Catalogue catalogue(Recipe recipe) {
        for (DocumentSummary summary : workspace.documents().list(DocumentKind.CATALOGUE)) {
            Optional<Catalogue> found = workspace
                    .documents()
                    .latest(DocumentKind.CATALOGUE, summary.id())
                    .map(document -> Catalogue.parse(document.json()))
                    .filter(catalogue -> catalogue.vertical().equals(recipe.vertical()));
            if (found.isPresent()) {
                return found.get();
            }
        }
        return recipe.catalogue();
    }

    private Optional<Journey> draft(String id, int version) {
        SortedMap<String, String> kept = workspace.preferences().startingWith(DRAFT + id);
        String head = kept.getOrDefault(DRAFT + id, "");
        if (!head.startsWith(version + " ")) {
            return Optional.empty();
        }
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < pieces(head); i++) {
            json.append(kept.getOrDefault(DRAFT + id + "." + i, ""));
        }
        try {
            return Optional.of(JourneyJson.read(json.toString()));
        } catch (JourneyFormatException broken) {
            // A draft that can no longer be read is worth less than the version it was based on.
            return Optional.empty();
        }
    }

    private static int pieces(String head) {
        String[] parts = head.split(" ", -1);
        try {
            return parts.length == 2 ? Math.clamp(Integer.parseInt(parts[1]), 0, MOST_PIECES) : 0;
        } catch (NumberFormatException foreign) {
            return 0;
        }
    }

    private static JourneyEntry entry(DocumentSummary summary) {
        return new JourneyEntry(
                summary.id(), summary.title(), summary.version(), summary.state(), summary.author(), summary.time());
    }

    private static WorkspaceException missing(String what) {
        return new WorkspaceException(
                WorkspaceException.Reason.MISSING, "There is no journey " + what + " in this workspace.");
    }
}
