package org.wayleave.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.wayleave.policy.opa.OpaCompiler;
import org.wayleave.policy.opa.OpaExecutable;
import org.wayleave.policy.opa.OpaSearch;

/** The Rego files that a policy command works on, and the OPA that it works with. */
final class RegoFiles {
    private static final long MOST_BYTES = 4L << 20;

    private RegoFiles() {}

    /** Name and text of every Rego file of a folder, or of the one file named. */
    static Map<String, String> read(Path place) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path file : list(place)) {
            files.put(name(file), text(file));
        }
        return files;
    }

    /** The Rego files of a folder, without its folders; or the one file named. */
    static List<Path> list(Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        if (!Files.isDirectory(place)) {
            throw new CommandFailure("There is no file or folder " + place + ".");
        }
        try (Stream<Path> entries = Files.list(place)) {
            List<Path> files = entries.filter(file -> file.toString().endsWith(".rego") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new CommandFailure(place + " holds no .rego files.");
            }
            return files;
        }
    }

    static String text(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new CommandFailure(file + " is larger than a Rego file may be (4 MiB).");
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    static String name(Path file) {
        Path name = file.getFileName();
        if (name == null) {
            throw new CommandFailure(file + " is not a file.");
        }
        return name.toString();
    }

    /** OPA's compiler; waits, saying so, while the build is still making OPA. */
    static OpaCompiler opa(Terminal terminal) {
        return new OpaCompiler(opaExecutable(terminal));
    }

    /** OPA itself; waits as {@link #opa}. */
    static OpaExecutable opaExecutable(Terminal terminal) {
        OpaSearch search = OpaExecutable.search(line -> terminal.err().println(line));
        return search.executable().orElseThrow(() -> new CommandFailure(search.explanation()));
    }
}
