package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.Run;
import org.wayleave.workspace.Workspace;

/** What is in a workspace, as text and as JSON. */
final class DocumentListing {
    private DocumentListing() {}

    static ObjectNode json(Workspace workspace) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("folder", workspace.folder().toString());
        document.put("encrypted", workspace.encrypted());
        ArrayNode documents = document.putArray("documents");
        for (DocumentSummary summary : workspace.documents().list()) {
            documents
                    .addObject()
                    .put("kind", summary.kind().wireName())
                    .put("id", summary.id())
                    .put("title", summary.title())
                    .put("version", summary.version())
                    .put("state", summary.state().wireName())
                    .put("author", summary.author())
                    .put("time", summary.time().toString())
                    .put("contentHash", summary.contentHash());
        }
        ArrayNode runs = document.putArray("runs");
        for (Run run : workspace.runs().list()) {
            runs.add(json(run));
        }
        return document;
    }

    static ObjectNode json(Run run) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("id", run.id());
        entry.put("state", run.state().wireName());
        entry.put("journey", run.request().journeyId());
        entry.put("journeyVersion", run.request().journeyVersion());
        entry.put("recipe", run.request().recipe());
        entry.put("people", run.request().people());
        entry.put("days", run.request().days());
        entry.put("seed", run.request().seed());
        entry.put("started", run.started().toString());
        entry.put("finished", run.finished() == null ? null : run.finished().toString());
        entry.put("ledgerHash", run.ledgerHash());
        return entry;
    }

    static void print(Workspace workspace, Terminal terminal) {
        List<DocumentSummary> documents = workspace.documents().list();
        for (DocumentSummary summary : documents) {
            terminal.out()
                    .println(String.format(
                            Locale.ROOT,
                            "  %-11s %-20s v%-4d %-10s %s",
                            summary.kind().wireName(),
                            summary.id(),
                            summary.version(),
                            summary.state().wireName(),
                            summary.title()));
        }
        if (documents.isEmpty()) {
            terminal.out().println("  no documents");
        }
    }
}
