package org.wayleave.app.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Option;

/** Which catalogue of a workspace a command is about. */
final class CatalogueChoice {
    @Option(
            names = "--catalogue",
            paramLabel = "ID",
            description = "Id of the catalogue; needed only where the workspace has several.")
    private @Nullable String id;

    /** Reads the catalogue, in its newest version. */
    Catalogue read(Workspace workspace) {
        List<DocumentSummary> all = workspace.documents().list(DocumentKind.CATALOGUE);
        List<DocumentSummary> fitting = all.stream()
                .filter(summary -> id == null || summary.id().equals(id))
                .toList();
        if (fitting.isEmpty()) {
            throw new CommandFailure("There is no catalogue" + (id == null ? "" : " " + id) + " in "
                    + workspace.folder() + "; 'wayleave info' lists what there is.");
        }
        if (fitting.size() > 1) {
            throw new CommandFailure("The workspace has several catalogues; name one with --catalogue: "
                    + String.join(
                            ", ", fitting.stream().map(DocumentSummary::id).toList()) + ".");
        }
        return Catalogue.parse(workspace
                .documents()
                .latest(DocumentKind.CATALOGUE, fitting.getFirst().id())
                .orElseThrow()
                .json());
    }
}
