package org.wayleave.data.ui;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.ui.model.Keeping;
import org.wayleave.workspace.DocumentDraft;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.Workspace;

/** Keeps what is changed on the Data page in the workspace that is open. */
public final class WorkspaceKeeping implements Keeping {
    private final Workspace workspace;
    private final InstantSource clock;

    /** Keeps in a workspace; a read-only one refuses with a sentence that says so. */
    public WorkspaceKeeping(Workspace workspace, InstantSource clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public String save(Catalogue catalogue) {
        DocumentVersion saved = workspace
                .documents()
                .save(new DocumentDraft(
                        DocumentKind.CATALOGUE, catalogue.id(), catalogue.title(), catalogue.json(), null));
        return "version " + saved.version() + ", "
                + saved.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public void record(String type, String subject, Map<String, String> detail) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        detail.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> json.put(e.getKey(), e.getValue()));
        workspace.audit().record(type, subject, json.toString());
    }

    @Override
    public String author() {
        return workspace.author().id();
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }
}
