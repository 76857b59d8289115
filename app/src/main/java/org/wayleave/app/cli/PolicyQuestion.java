package org.wayleave.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.Engine;
import org.wayleave.engine.Policy;
import org.wayleave.engine.PolicyBundle;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoValue;
import org.wayleave.policy.opa.Compilation;
import picocli.CommandLine.Option;

/** A policy, what is asked of it, its data and the inputs: what {@code policy eval} and {@code policy bench} work on. */
final class PolicyQuestion {
    private static final Pattern QUERY = Pattern.compile("data(\\.[A-Za-z_][A-Za-z0-9_]*)+");
    private static final int MOST_LINE = 16 << 20;

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "PATH",
            description = "Folder of Rego files, one Rego file, or a bundle with a plan (a folder or .tar.gz).")
    private Path policy = Path.of("");

    @Option(
            names = "--query",
            required = true,
            paramLabel = "data.a.b",
            description = "The document that is asked for.")
    private String query = "";

    @Option(names = "--data", paramLabel = "F", description = "JSON object with the data document.")
    private @Nullable Path data;

    @Option(
            names = "--inputs",
            required = true,
            paramLabel = "F.ndjson",
            description = "One input document a line; - for standard input.")
    private String inputs = "";

    /** What is asked, as an entry point: {@code a/b} for {@code data.a.b}. */
    String entrypoint() {
        if (!QUERY.matcher(query).matches()) {
            throw new CommandFailure("'" + query + "' is no query; write data and a path, such as data.wayleave.send.");
        }
        return query.substring("data.".length()).replace('.', '/');
    }

    /** The Rego files without unit tests. */
    Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>(RegoFiles.read(policy));
        files.keySet().removeIf(name -> name.endsWith("_test.rego"));
        return files;
    }

    /** The data document as JSON. */
    String dataJson() throws IOException {
        if (data == null) {
            return "{}";
        }
        String json = Files.readString(data, StandardCharsets.UTF_8);
        if (!(RegoJson.parse(json) instanceof RegoObject)) {
            throw new CommandFailure(data + " is not a JSON object.");
        }
        return json;
    }

    /** The policy loaded into our engine. */
    Policy load(Engine engine, Terminal terminal) throws IOException {
        return Policy.load(bundle(terminal), engine);
    }

    /** Whether the policy is a bundle with a plan, rather than Rego files. */
    boolean packed() {
        return policy.toString().endsWith(".tar.gz")
                || (Files.isRegularFile(policy.resolve("plan.json")) && !holdsRego());
    }

    private boolean holdsRego() {
        String[] names = policy.toFile().list((folder, name) -> name.endsWith(".rego"));
        return names != null && names.length > 0;
    }

    /** The policy's plan and data; Rego is compiled by OPA first. */
    PolicyBundle bundle(Terminal terminal) throws IOException {
        RegoValue document = RegoJson.parse(dataJson());
        if (packed()) {
            PolicyBundle read = PolicyBundle.read(policy);
            return data == null ? read : PolicyBundle.of(read.planJson(), document);
        }
        return switch (RegoFiles.opa(terminal).compile(files(), List.of(entrypoint()))) {
            case Compilation.Plan plan -> PolicyBundle.of(plan.json(), document);
            case Compilation.Faulty faulty ->
                throw new CommandFailure(policy + " does not compile: "
                        + faulty.faults().getFirst().line() + ".");
        };
    }

    /** The input documents as JSON text; empty lines are left out. */
    List<String> inputs(Terminal terminal) throws IOException {
        if (!inputs.equals("-") && !Files.isRegularFile(Path.of(inputs))) {
            throw new CommandFailure("There is no file " + inputs + ".");
        }
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = inputs.equals("-")
                ? new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(inputs))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.length() > MOST_LINE) {
                    throw new CommandFailure(
                            "Line " + (lines.size() + 1) + " of " + inputs + " is longer than 16 MiB.");
                }
                if (!line.isBlank()) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }
}
