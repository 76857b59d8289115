package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.json.JsonMappers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wayleave export}: writes a document to a file. */
@Command(
        name = "export",
        description = "Write a document as JSON, the latest version or the one named behind an @.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final WorkspaceFolder folder = new WorkspaceFolder();

    @Mixin
    private final Output output = new Output();

    @Parameters(
            index = "1",
            paramLabel = "DOC",
            description =
                    "Id of a document, with its kind in front where an id is used twice, and @VERSION for an older"
                            + " one: win-back, journey/win-back, win-back@3.")
    private String document = "";

    @Option(names = "--as", paramLabel = "FORMAT", defaultValue = "json", description = "json: Wayleave's own form.")
    private String format = "json";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write; standard output when left out.")
    private @Nullable Path file;

    ExportCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (!format.equals("json")) {
            throw new CommandFailure("There is no format '" + format + "'; there is json.");
        }
        if (file == null && output.json()) {
            throw new CommandFailure("--json needs -o FILE, for both would write to standard output.");
        }
        DocumentVersion found;
        try (Workspace workspace = folder.open(terminal, clock, OpenMode.READ_ONLY)) {
            found = find(workspace);
        }
        // Indented for people and for version control; importing brings back the same content hash.
        String text = JsonMappers.hardened().readTree(found.json()).toPrettyString() + "\n";
        if (file == null) {
            terminal.out().print(text);
            return Exit.FINE;
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
        if (output.json()) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.put("kind", found.kind().wireName());
            result.put("id", found.id());
            result.put("version", found.version());
            result.put("contentHash", found.contentHash());
            result.put("file", file.toString());
            output.print(terminal, result);
        } else {
            terminal.out().println(found.kind().wireName() + " " + found.id() + " v" + found.version() + " → " + file);
        }
        return Exit.FINE;
    }

    private DocumentVersion find(Workspace workspace) {
        int at = document.lastIndexOf('@');
        String name = at < 0 ? document : document.substring(0, at);
        int slash = name.indexOf('/');
        DocumentKind kind = slash < 0 ? null : Kinds.of(name.substring(0, slash));
        String id = name.substring(slash + 1);
        List<DocumentSummary> matches = workspace.documents().list().stream()
                .filter(summary -> summary.id().equals(id) && (kind == null || summary.kind() == kind))
                .toList();
        if (matches.isEmpty()) {
            throw new CommandFailure("There is no document " + name + " in " + workspace.folder()
                    + "; 'wayleave info' lists those there are.");
        }
        if (matches.size() > 1) {
            throw new CommandFailure(
                    matches.size() + " documents have the id " + id + "; put the kind in front, for example "
                            + matches.getFirst().kind().wireName() + "/" + id + ".");
        }
        DocumentSummary match = matches.getFirst();
        int version = at < 0 ? match.version() : number(document.substring(at + 1));
        return workspace
                .documents()
                .version(match.kind(), id, version)
                .orElseThrow(() -> new CommandFailure(
                        "There is no version " + version + " of " + name + "; the latest is " + match.version() + "."));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CommandFailure("'" + text + "' is no version; write a number behind the @.", e);
        }
    }
}
