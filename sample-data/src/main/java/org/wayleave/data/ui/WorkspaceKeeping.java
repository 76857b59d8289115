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
import org.wayleave.data.catalogue.CatalogueConflictException;
import org.wayleave.data.catalogue.CatalogueMerge;
import org.wayleave.data.ui.model.Keeping;
import org.wayleave.workspace.DocumentDraft;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceException;

/** Keeps what is changed on the Data page in the workspace that is open. */
public final class WorkspaceKeeping implements Keeping {
    private static final int ATTEMPTS = 5;

    private final Workspace workspace;
    private final InstantSource clock;

    /** Keeps in a workspace; a read-only one refuses with a sentence that says so. */
    public WorkspaceKeeping(Workspace workspace, InstantSource clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public Saved save(Catalogue base, Catalogue wanted) {
        for (int attempt = 1; ; attempt++) {
            Optional<DocumentVersion> latest = latest(base);
            Catalogue stored = latest.isEmpty() ? wanted : merged(base, wanted, parsed(latest.get()));
            try {
                String document = latest.map(DocumentVersion::id).orElse(wanted.id());
                return new Saved(save(stored, document, latest), stored);
            } catch (WorkspaceException e) {
                // Somebody saved between the reading and the writing; their changes are taken up too.
                if (e.reason() != WorkspaceException.Reason.CONFLICT || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static Catalogue merged(Catalogue base, Catalogue wanted, Catalogue newest) {
        CatalogueMerge merge = CatalogueMerge.of(base, wanted, newest);
        if (!merge.conflicts().isEmpty()) {
            throw new CatalogueConflictException(newest, merge.conflicts());
        }
        return merge.merged();
    }

    private static Catalogue parsed(DocumentVersion version) {
        return Catalogue.parse(version.json());
    }

    @Override
    public Catalogue newest(Catalogue shown) {
        return latest(shown).map(WorkspaceKeeping::parsed).orElse(shown);
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
            if (version.isPresent() && parsed(version.get()).id().equals(catalogue.id())) {
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
