package org.wayleave.app.registry;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.feature.FeatureSpec;
import org.wayleave.data.registry.ObservedUse;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Journey;
import org.wayleave.model.ModelCard;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.Documents;

/** What the journeys and models of a workspace, and the features of its people, read; each document in its newest version. */
public final class WorkspaceUse implements ObservedUse {
    private final Documents documents;
    private final Catalogue catalogue;
    private final Recipe recipe;

    /** Looks at the documents of the catalogue's vertical. */
    public WorkspaceUse(Documents documents, Catalogue catalogue) {
        this.documents = documents;
        this.catalogue = catalogue;
        recipe = Recipe.bundled(catalogue.vertical());
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
                reads.addAll(JourneyReads.of(journey, catalogue, recipe.featureSchema()));
            }
        }
        for (FeatureSpec feature : recipe.featureSchema().features()) {
            reads.add(new Read(
                    Subject.DATA_ELEMENT,
                    feature.dataElement(),
                    new Reader(ReaderKind.FEATURE, feature.name(), "", feature.title()),
                    List.of(),
                    "",
                    "",
                    -1));
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

    private static String vertical(ModelCard card) {
        return card.record().text("vertical");
    }
}
