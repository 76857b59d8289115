package org.wayleave.model;

import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.RecordDocuments;
import org.wayleave.workspace.Workspace;

/** The model cards of a workspace. */
public final class ModelCardDocuments {

    private final RecordDocuments<ModelCard> documents;

    public ModelCardDocuments(Workspace workspace) {
        documents = new RecordDocuments<>(workspace, DocumentKind.MODEL_CARD, ModelCard::new, ModelCard::record);
    }

    /** The cards with their versions, to be listed, read, saved and moved from state to state. */
    public RecordDocuments<ModelCard> documents() {
        return documents;
    }
}
