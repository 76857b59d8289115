package org.wayleave.app.ui.session;

import org.wayleave.app.registry.WorkspaceMessages;
import org.wayleave.app.registry.WorkspaceUse;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.preference.MessagePreview;
import org.wayleave.data.registry.ObservedUse;
import org.wayleave.data.ui.model.Neighbours;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.Workspace;

/** Tells the Data page what journeys, models and policies of the workspace make of data and consents. */
final class WorkspaceNeighbours implements Neighbours {
    private final Workspace workspace;
    private String prepared = "";
    private MessagePreview messages = MessagePreview.NONE;

    WorkspaceNeighbours(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public ObservedUse use(Catalogue catalogue) {
        return new WorkspaceUse(workspace, catalogue);
    }

    /** The policy is compiled again only when a document it depends on has another version. */
    @Override
    public synchronized MessagePreview messages(Catalogue catalogue) {
        StringBuilder versions = new StringBuilder(catalogue.vertical());
        for (DocumentKind kind : new DocumentKind[] {
            DocumentKind.JOURNEY, DocumentKind.POLICY, DocumentKind.CATALOGUE, DocumentKind.SETTINGS
        }) {
            for (DocumentSummary summary : workspace.documents().list(kind)) {
                versions.append('|').append(summary.id()).append('@').append(summary.version());
            }
        }
        if (!versions.toString().equals(prepared)) {
            messages = WorkspaceMessages.of(workspace, catalogue.vertical());
            prepared = versions.toString();
        }
        return messages;
    }
}
