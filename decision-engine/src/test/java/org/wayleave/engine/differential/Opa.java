package org.wayleave.engine.differential;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real OPA for comparison. */
public record Opa(Path executable) {

    /** The one named by {@code wayleave.opa} or {@code WAYLEAVE_OPA}, the build's own, or the first on the path. */
    public static Optional<Opa> find() {
        List<Path> candidates = new ArrayList<>();
        Stream.of(System.getProperty("wayleave.opa"), System.getenv("WAYLEAVE_OPA"))
                .filter(s -> s != null && !s.isEmpty())
                .forEach(s -> candidates.add(Path.of(s)));
        candidates.add(Path.of("..", "policy-editor", "target", "opa", "opa").toAbsolutePath());
        for (String folder :
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1)) {
            if (!folder.isEmpty()) {
                candidates.add(Path.of(folder, "opa"));
            }
        }
        return candidates.stream().filter(Files::isExecutable).findFirst().map(Opa::new);
    }

    /** What a run wrote. */
    public record Output(int status, String out, String err) {}

    public Output run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(executable.toString());
        command.addAll(arguments);
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("OPA takes longer than five minutes");
        }
        return new Output(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
