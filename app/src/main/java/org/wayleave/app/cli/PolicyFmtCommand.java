package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.wayleave.policy.opa.Formatting;
import org.wayleave.policy.opa.OpaCompiler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wayleave policy fmt}: brings Rego files into OPA's form. */
@Command(
        name = "fmt",
        description =
                "List the Rego files that are not in OPA's form, and exit with 1; with --write, bring them into it.",
        mixinStandardHelpOptions = true)
final class PolicyFmtCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "PATH", description = "Folder of Rego files, or one file.")
    private Path path = Path.of("");

    @Option(
            names = {"-w", "--write"},
            description = "Change the files.")
    private boolean write;

    PolicyFmtCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> files = RegoFiles.list(path);
        OpaCompiler opa = RegoFiles.opa(terminal);
        List<Path> different = new ArrayList<>();
        for (Path file : files) {
            String text = RegoFiles.text(file);
            switch (opa.format(RegoFiles.name(file), text)) {
                case Formatting.Formatted formatted -> {
                    if (!formatted.text().equals(text)) {
                        different.add(file);
                        if (write) {
                            replace(file, formatted.text());
                        }
                    }
                }
                case Formatting.Unreadable unreadable ->
                    throw new CommandFailure(file + " cannot be read as Rego: "
                            + unreadable.faults().getFirst().line() + ".");
            }
        }
        show(files.size(), different);
        return different.isEmpty() || write ? Exit.FINE : Exit.CHECK_FAILED;
    }

    private void show(int files, List<Path> different) {
        if (output.json()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("files", files);
            document.put("written", write);
            ArrayNode list = document.putArray("different");
            different.forEach(file -> list.add(file.toString()));
            output.print(terminal, document);
            return;
        }
        different.forEach(file -> terminal.out().println(file));
        terminal.out()
                .println(different.size() + " of " + files + " files "
                        + (write ? "changed." : "are not in OPA's form."));
    }

    private static void replace(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is not a file");
        }
        Path partial = Files.createTempFile(folder, "fmt", ".part");
        try {
            Files.writeString(partial, text, StandardCharsets.UTF_8);
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
