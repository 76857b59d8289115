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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.run.RunSources;
import org.wayleave.policy.pack.PackFile;
import org.wayleave.policy.pack.PolicyPack;
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
        description =
                "Write a document, the latest version or the one named behind an @, as JSON; a policy also as Rego files.",
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

    @Option(
            names = "--as",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description =
                    "json: Wayleave's own form. rego: a policy's Rego files and the data.json that they read; -o names a"
                            + " folder that is absent or empty.")
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
        if (!format.equals("json") && !format.equals("rego")) {
            throw new CommandFailure("There is no format '" + format + "'; there are json and rego.");
        }
        if (format.equals("rego") && file == null) {
            throw new CommandFailure("--as rego needs -o FOLDER, for it writes several files.");
        }
        if (file == null && output.json()) {
            throw new CommandFailure("--json needs -o FILE, for both would write to standard output.");
        }
        DocumentVersion found;
        try (Workspace workspace = folder.open(terminal, clock, OpenMode.READ_ONLY)) {
            found = find(workspace);
            if (format.equals("rego") && file != null) {
                writeRego(workspace, found, file);
                return said(found, file);
            }
        }
        // Indented for people and for version control; importing brings back the same content hash.
        String text = JsonMappers.hardened().readTree(found.json()).toPrettyString() + "\n";
        if (file == null) {
            terminal.out().print(text);
            return Exit.FINE;
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return said(found, file);
    }

    private int said(DocumentVersion found, Path place) {
        if (output.json()) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.put("kind", found.kind().wireName());
            result.put("id", found.id());
            result.put("version", found.version());
            result.put("contentHash", found.contentHash());
            result.put("file", place.toString());
            output.print(terminal, result);
        } else {
            terminal.out().println(found.kind().wireName() + " " + found.id() + " v" + found.version() + " → " + place);
        }
        return Exit.FINE;
    }

    private static void writeRego(Workspace workspace, DocumentVersion found, Path place) throws IOException {
        if (found.kind() != DocumentKind.POLICY) {
            throw new CommandFailure("--as rego writes policies; " + found.id() + " is of kind "
                    + found.kind().wireName() + ".");
        }
        PolicyPack pack = PolicyPack.fromDocument(found.json());
        String data = RunSources.policyData(workspace, pack.vertical());
        Files.createDirectories(place);
        try (Stream<Path> inside = Files.list(place)) {
            if (inside.findAny().isPresent()) {
                throw new CommandFailure(place + " holds files already; name a folder that is absent or empty.");
            }
        }
        for (PackFile rego : pack.files()) {
            Files.writeString(place.resolve(rego.name()), rego.text(), StandardCharsets.UTF_8);
        }
        Files.writeString(place.resolve("data.json"), data + "\n", StandardCharsets.UTF_8);
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
