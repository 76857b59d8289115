package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wayleave.workspace.DocumentDraft;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wayleave import}: saves documents from files as new versions. */
@Command(
        name = "import",
        description =
                "Save documents from JSON files as new versions, or with --as people take in a table of people from a"
                        + " CSV or Parquet file. All is checked before anything is saved.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final WorkspaceFolder folder = new WorkspaceFolder();

    @Mixin
    private final Output output = new Output();

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSON files in Wayleave's own form; with --as people one CSV or Parquet file.")
    private List<Path> files = List.of();

    @Option(
            names = "--as",
            paramLabel = "KIND",
            description =
                    "journey, policy, catalogue, dpia, model-card or settings, recognised when left out; or people.")
    private @Nullable String as;

    @Mixin
    private final PeopleIntake people = new PeopleIntake();

    ImportCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (PeopleIntake.KIND.equals(as)) {
            return people.run(folder, files, terminal, output, clock);
        }
        people.refuse();
        DocumentKind kind = as == null ? null : Kinds.of(as);
        List<DocumentDraft> drafts = new ArrayList<>();
        for (Path file : files) {
            drafts.add(DocumentFile.read(file, kind));
        }
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode imported = document.putArray("imported");
        try (Workspace workspace = folder.open(terminal, clock, OpenMode.READ_WRITE)) {
            for (int i = 0; i < drafts.size(); i++) {
                DocumentVersion saved = workspace.documents().save(drafts.get(i));
                imported.addObject()
                        .put("file", files.get(i).toString())
                        .put("kind", saved.kind().wireName())
                        .put("id", saved.id())
                        .put("version", saved.version())
                        .put("contentHash", saved.contentHash())
                        .putArray("lost");
                if (!output.json()) {
                    terminal.out()
                            .println(files.get(i) + " → " + saved.kind().wireName() + " " + saved.id() + " v"
                                    + saved.version() + "; nothing was lost");
                }
            }
        }
        if (output.json()) {
            output.print(terminal, document);
        }
        return Exit.FINE;
    }
}
