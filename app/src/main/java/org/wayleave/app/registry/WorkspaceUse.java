package org.wayleave.app.registry;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.data.Recipe;
import org.wayleave.data.WorkspaceRecipes;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.feature.FeatureSpec;
import org.wayleave.data.registry.ObservedUse;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Journey;
import org.wayleave.model.ModelCard;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.Documents;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.json.JsonRecord;

/**
 * What the journeys, models and policies of a workspace, and the features of its people, read; each document in its newest version.
 */
public final class WorkspaceUse implements ObservedUse {
    private final Documents documents;
    private final Catalogue catalogue;
    private final Recipe recipe;
    private final FeatureWindows windows;

    /**
     * Looks at the documents of the catalogue's vertical.
     *
     * @throws org.wayleave.data.RecipeException if the vertical has no recipe, or the workspace's own cannot be read
     */
    public WorkspaceUse(Workspace workspace, Catalogue catalogue) {
        documents = workspace.documents();
        this.catalogue = catalogue;
        recipe = new WorkspaceRecipes(workspace).recipe(catalogue.vertical());
        windows = new FeatureWindows(recipe.features().definitions());
    }

    @Override
    public List<Read> reads() {
        List<Read> reads = new ArrayList<>();
        for (DocumentSummary summary : documents.list(DocumentKind.JOURNEY)) {
            Journey journey = JourneyJson.read(documents
                    .latest(DocumentKind.JOURNEY, summary.id())
                    .orElseThrow()
                    .json());
            if (journey.vertical().equals(catalogue.vertical())) {
                reads.addAll(JourneyReads.of(journey, catalogue, recipe.featureSchema(), windows));
            }
        }
        for (FeatureSpec feature : recipe.featureSchema().features()) {
            Reader reader = new Reader(ReaderKind.FEATURE, feature.name(), "", feature.title());
            int days = windows.days(feature.name());
            reads.add(new Read(Subject.DATA_ELEMENT, feature.dataElement(), reader, List.of(), "", "", days));
            for (String event : windows.events(feature.name())) {
                reads.add(new Read(Subject.EVENT, event, reader, List.of(), "", "", days));
            }
        }
        for (DocumentSummary summary : documents.list(DocumentKind.POLICY)) {
            PolicyPack pack = PolicyPack.fromDocument(documents
                    .latest(DocumentKind.POLICY, summary.id())
                    .orElseThrow()
                    .json());
            if (pack.vertical().equals(catalogue.vertical())) {
                reads.addAll(PolicyReads.of(pack, policyData(), recipe.featureSchema(), windows));
            }
        }
        for (DocumentSummary summary : documents.list(DocumentKind.MODEL_CARD)) {
            ModelCard card = ModelCard.parse(documents
                    .latest(DocumentKind.MODEL_CARD, summary.id())
                    .orElseThrow()
                    .json());
            if (!vertical(card).equals(catalogue.vertical()) && !vertical(card).isEmpty()) {
                continue;
            }
            for (ModelCard.DataSource source : card.dataSources()) {
                reads.add(new Read(
                        Subject.DATA_ELEMENT,
                        source.element(),
                        new Reader(ReaderKind.MODEL, card.id(), "", card.title()),
                        List.of(),
                        "",
                        source.lawfulBasis(),
                        -1));
            }
        }
        return reads;
    }

    /** What rules read as data; without settings, what they name stays open. */
    private String policyData() {
        String settings = documents.list(DocumentKind.SETTINGS).stream()
                .map(summary -> documents
                        .latest(DocumentKind.SETTINGS, summary.id())
                        .orElseThrow()
                        .json())
                .filter(json -> JsonRecord.parse(json).text("vertical").equals(catalogue.vertical()))
                .findFirst()
                .orElse("{}");
        return "{\"wayleave\":{\"catalogue\":" + catalogue.json() + ",\"settings\":" + settings + "}}";
    }

    private static String vertical(ModelCard card) {
        return card.record().text("vertical");
    }
}
