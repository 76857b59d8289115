package org.wayleave.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.wayleave.engine.PolicyBundle;

/**
 * What is measured: a folder with {@code rego} (Rego files and {@code data.json}, as the command line exports a policy)
 * and {@code in.ndjson} (one input document a line, as a simulation writes them). OPA makes the plan and the Wasm of it.
 */
record Pack(Path folder) {
    /** The system property that names the folder in JMH's processes. */
    static final String FOLDER = "wayleave.bench.folder";

    static final String ENTRYPOINT = "wayleave/send";
    private static final long LONGEST_RUN_MINUTES = 5;

    static Pack ofProperty() {
        return new Pack(Path.of(System.getProperty(FOLDER, "target/bench")));
    }

    Path opa() {
        return Path.of(Optional.ofNullable(System.getenv("WAYLEAVE_OPA")).orElse("../policy-editor/target/opa/opa"))
                .toAbsolutePath();
    }

    Path rego() {
        return folder.resolve("rego").toAbsolutePath();
    }

    List<String> inputs() throws IOException {
        return Files.readAllLines(folder.resolve("in.ndjson"));
    }

    String data() throws IOException {
        return Files.readString(rego().resolve("data.json"));
    }

    /** The policy's plan with its data. */
    PolicyBundle plan() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("wayleave-bench");
        try {
            return PolicyBundle.read(build(work, "plan"));
        } finally {
            delete(work);
        }
    }

    /** The policy as a Wasm module. */
    byte[] wasm() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("wayleave-bench");
        try {
            Path bundle = build(work, "wasm");
            run(work, List.of("tar", "-xzf", bundle.toString(), "-C", work.toString()));
            return Files.readAllBytes(work.resolve("policy.wasm"));
        } finally {
            delete(work);
        }
    }

    private Path build(Path work, String target) throws IOException, InterruptedException {
        Path bundle = work.resolve("bundle.tar.gz");
        run(
                work,
                List.of(
                        opa().toString(),
                        "build",
                        "-t",
                        target,
                        "-e",
                        ENTRYPOINT,
                        "--ignore",
                        "*_test.rego",
                        "-o",
                        bundle.toString(),
                        "."));
        return bundle;
    }

    /** What {@code opa bench} writes for one input, as JSON. */
    String opaBench(String input) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("wayleave-bench");
        try {
            Path file = Files.writeString(work.resolve("input.json"), input);
            return run(
                    work,
                    List.of(
                            opa().toString(),
                            "bench",
                            "--format",
                            "json",
                            "--metrics=false",
                            "--fail=false",
                            "--input",
                            file.toString(),
                            "--data",
                            ".",
                            "data." + ENTRYPOINT.replace('/', '.')));
        } finally {
            delete(work);
        }
    }

    private String run(Path work, List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(work, "out", ".txt");
        Process process = new ProcessBuilder(new ArrayList<>(command))
                .directory(rego().toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!process.waitFor(LONGEST_RUN_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("Takes too long: " + String.join(" ", command));
        }
        if (process.exitValue() != 0) {
            throw new IOException("Fails: " + String.join(" ", command));
        }
        return Files.readString(out);
    }

    private static void delete(Path work) throws IOException {
        try (var files = Files.walk(work)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
