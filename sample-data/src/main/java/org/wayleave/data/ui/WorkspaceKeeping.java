package org.wayleave.data.ui;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.CatalogueMerge;
import org.wayleave.data.ui.model.Keeping;
import org.wayleave.workspace.DocumentDraft;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.DocumentSummary;
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
        Optional<DocumentVersion> latest = latest(catalogue);
        return save(catalogue, latest.map(DocumentVersion::id).orElse(catalogue.id()), latest);
    }

    @Override
    public String save(Catalogue base, Catalogue wanted) {
        Optional<DocumentVersion> latest = latest(base);
        if (latest.isEmpty()) {
            return save(wanted, wanted.id(), latest);
        }
        Catalogue merged =
                CatalogueMerge.of(base, wanted, Catalogue.parse(latest.get().json()));
        return save(merged, latest.get().id(), latest);
    }

    @Override
    public Catalogue newest(Catalogue shown) {
        return latest(shown).map(version -> Catalogue.parse(version.json())).orElse(shown);
    }

    private String save(Catalogue catalogue, String document, Optional<DocumentVersion> latest) {
        DocumentVersion saved = workspace
                .documents()
                .save(new DocumentDraft(
                        DocumentKind.CATALOGUE,
                        document,
                        catalogue.title(),
                        catalogue.json(),
                        latest.map(DocumentVersion::version).orElse(0)));
        boolean waits = saved.state() != DocumentState.ACTIVE
                && workspace
                        .documents()
                        .latestIn(DocumentKind.CATALOGUE, document, EnumSet.of(DocumentState.ACTIVE))
                        .isPresent();
        return "version " + saved.version() + ", "
                + saved.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (waits ? "; the active version stays in force until this one is active" : "");
    }

    /** The document may have another id than the catalogue in it. */
    private Optional<DocumentVersion> latest(Catalogue catalogue) {
        for (DocumentSummary summary : workspace.documents().list(DocumentKind.CATALOGUE)) {
            Optional<DocumentVersion> version = workspace.documents().latest(DocumentKind.CATALOGUE, summary.id());
            if (version.isPresent()
                    && Catalogue.parse(version.get().json()).id().equals(catalogue.id())) {
                return version;
            }
        }
        return Optional.empty();
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
