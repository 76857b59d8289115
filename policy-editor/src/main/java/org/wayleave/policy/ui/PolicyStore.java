package org.wayleave.policy.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.workspace.DocumentDraft;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceException;

/** Policies in a workspace. Every method blocks and is called off the FX thread. */
final class PolicyStore {

    private final Workspace workspace;

    PolicyStore(Workspace workspace) {
        this.workspace = workspace;
    }

    boolean readOnly() {
        return workspace.readOnly();
    }

    List<DocumentSummary> list() {
        return workspace.documents().list(DocumentKind.POLICY);
    }

    StoredPolicy read(String id) {
        DocumentVersion version = workspace
                .documents()
                .latest(DocumentKind.POLICY, id)
                .orElseThrow(() -> new WorkspaceException(
                        WorkspaceException.Reason.MISSING, "The workspace has no policy " + id + "."));
        PolicyPack pack = PolicyPack.fromDocument(version.json());
        return new StoredPolicy(version, pack, settings(pack.vertical()));
    }

    private @Nullable DocumentVersion settings(String vertical) {
        for (DocumentSummary summary : workspace.documents().list(DocumentKind.SETTINGS)) {
            DocumentVersion version = workspace
                    .documents()
                    .latest(DocumentKind.SETTINGS, summary.id())
                    .orElseThrow();
            if (SettingsText.vertical(version.json()).equals(vertical)) {
                return version;
            }
        }
        return null;
    }

    StoredPolicy save(StoredPolicy base, PolicyPack pack) {
        DocumentVersion saved = workspace
                .documents()
                .save(new DocumentDraft(
                        DocumentKind.POLICY,
                        pack.id(),
                        pack.title(),
                        pack.documentJson(),
                        base.version().version()));
        return new StoredPolicy(saved, pack, base.settings());
    }

    /** Saves other settings. */
    DocumentVersion saveSettings(DocumentVersion before, String text) {
        return workspace
                .documents()
                .save(new DocumentDraft(
                        DocumentKind.SETTINGS, before.id(), SettingsText.title(text), text, before.version()));
    }
}
