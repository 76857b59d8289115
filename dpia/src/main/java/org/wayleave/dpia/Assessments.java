package org.wayleave.dpia;

import java.util.List;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.RecordDocuments;
import org.wayleave.workspace.Workspace;

/** The impact assessments of a workspace. */
public final class Assessments {

    private final Workspace workspace;
    private final RecordDocuments<Assessment> documents;

    public Assessments(Workspace workspace) {
        this.workspace = workspace;
        documents = new RecordDocuments<>(workspace, DocumentKind.DPIA, Assessment::new, Assessment::record);
    }

    /** The assessments with their versions, to be listed, read, saved and moved from state to state. */
    public RecordDocuments<Assessment> documents() {
        return documents;
    }

    /** The journeys that can be assessed, by title. */
    public List<DocumentSummary> journeys() {
        return workspace.documents().list(DocumentKind.JOURNEY);
    }
}
