package org.wayleave.app.ui.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import org.wayleave.app.ui.shell.EngineState;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.ui.control.Tone;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.json.JsonMappers;

/** Loads the policies of a workspace, and says whether they can decide. Not for the FX thread. */
final class PolicyEngineState {
    private PolicyEngineState() {}

    static EngineState of(Workspace workspace) throws JsonProcessingException {
        int rules = 0;
        String opa = "";
        StringBuilder loaded = new StringBuilder();
        for (DocumentSummary summary : workspace.documents().list(DocumentKind.POLICY)) {
            Optional<DocumentVersion> policy = workspace.documents().latest(DocumentKind.POLICY, summary.id());
            if (policy.isPresent()) {
                PolicyPack pack = PolicyPack.fromDocument(policy.get().json());
                String vertical = vertical(policy.get().json());
                pack.engine(
                        ofVertical(workspace, DocumentKind.CATALOGUE, vertical),
                        ofVertical(workspace, DocumentKind.SETTINGS, vertical));
                rules += pack.rules().size();
                opa = pack.opaVersion();
                loaded.append(loaded.isEmpty() ? "" : ", ")
                        .append(summary.title())
                        .append(" v")
                        .append(summary.version());
            }
        }
        return loaded.isEmpty()
                ? new EngineState(
                        Tone.BAD, "no policy", "This workspace has no policy, so that nothing can be decided in it.")
                : new EngineState(
                        Tone.GOOD,
                        "policy engine ready (" + rules + " rules)",
                        loaded + ", compiled by OPA " + opa + ", is loaded and can decide.");
    }

    private static String ofVertical(Workspace workspace, DocumentKind kind, String vertical)
            throws JsonProcessingException {
        for (DocumentSummary summary : workspace.documents().list(kind)) {
            Optional<DocumentVersion> version = workspace.documents().latest(kind, summary.id());
            if (version.isPresent() && vertical(version.get().json()).equals(vertical)) {
                return version.get().json();
            }
        }
        throw new IllegalStateException("There is no " + kind.title() + " for " + vertical + ".");
    }

    private static String vertical(String json) throws JsonProcessingException {
        return JsonMappers.hardened().readTree(json).path("vertical").asText();
    }
}
