package org.wayleave.policy.opa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wayleave.engine.Capabilities;

/**
 * Compiles, checks, formats and tests Rego with the real OPA. Each call writes the files to a private folder and runs one
 * or two OPA commands there, 0.03 to 0.5 s; never call it on the FX thread. Safe for use by many threads.
 */
public final class OpaCompiler {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern FORMAT_FAULT =
            Pattern.compile("(?m)(?:^|error occurred: )stdin:(\\d+): (\\w+): (.*)$");
    private static final String CAPABILITIES = "wayleave-capabilities.json";

    private final OpaExecutable opa;
    private final String capabilities;
    private final ObjectMapper mapper = new ObjectMapper();

    /** A compiler that uses the given OPA; what the decision engine cannot run is a fault. */
    public OpaCompiler(OpaExecutable opa) {
        this.opa = opa;
        this.capabilities = Capabilities.json();
    }

    /** The OPA that does the work. */
    public OpaExecutable executable() {
        return opa;
    }

    /**
     * Compiles files to a plan.
     *
     * @param files Rego text by file name, without unit tests
     * @param entrypoints what will be asked, such as {@code wayleave/send}
     */
    public Compilation compile(Map<String, String> files, List<String> entrypoints) {
        try (RegoFolder folder = new RegoFolder(files)) {
            folder.write(CAPABILITIES, capabilities);
            List<String> arguments = new ArrayList<>(List.of("build", "-t", "plan", "--capabilities", CAPABILITIES));
            for (String entrypoint : entrypoints) {
                arguments.addAll(List.of("-e", entrypoint));
            }
            arguments.addAll(List.of("-o", "wayleave-bundle.tar.gz"));
            arguments.addAll(folder.names());
            OpaRun build = run(folder, arguments);
            if (build.succeeded()) {
                Path bundle = folder.path().resolve("wayleave-bundle.tar.gz");
                return BundleArchive.text(Files.newInputStream(bundle), "/plan.json")
                        .<Compilation>map(plan -> new Compilation.Plan(plan.strip(), opa.version()))
                        .orElseThrow(() -> new OpaException("OPA made a bundle without a plan"));
            }
            List<RegoFault> faults = faults(folder, false);
            return new Compilation.Faulty(
                    faults.isEmpty() ? List.of(new RegoFault("", 0, 0, "build", plain(build.complaint()))) : faults);
        } catch (IOException e) {
            throw new OpaException("The plan that OPA made cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Checks files without compiling them to a plan.
     *
     * @param files Rego text by file name
     * @return what OPA found; empty when all is well
     */
    public List<RegoFault> check(Map<String, String> files) {
        try (RegoFolder folder = new RegoFolder(files)) {
            folder.write(CAPABILITIES, capabilities);
            return faults(folder, false);
        } catch (IOException e) {
            throw new OpaException("The policy files cannot be written for OPA: " + e.getMessage(), e);
        }
    }

    /**
     * Checks files in strict mode against a JSON Schema of the input, so that a member that no input has is a fault.
     *
     * @param files Rego text by file name
     * @param inputSchema the JSON Schema of the input document
     */
    public List<RegoFault> check(Map<String, String> files, String inputSchema) {
        try (RegoFolder folder = new RegoFolder(files)) {
            folder.write(CAPABILITIES, capabilities);
            folder.write("wayleave-schema.json", inputSchema);
            return faults(folder, true);
        } catch (IOException e) {
            throw new OpaException("The policy files cannot be written for OPA: " + e.getMessage(), e);
        }
    }

    /** Brings the text of one file into OPA's form. */
    public Formatting format(String file, String text) {
        OpaRun run = OpaCommand.run(opa.path(), List.of("fmt"), Path.of("."), text, LIMIT);
        if (run.succeeded()) {
            return new Formatting.Formatted(run.out());
        }
        List<RegoFault> faults = new ArrayList<>();
        Matcher fault = FORMAT_FAULT.matcher(run.err() + "\n" + run.out());
        while (fault.find()) {
            faults.add(new RegoFault(
                    file,
                    Integer.parseInt(fault.group(1)),
                    0,
                    fault.group(2),
                    fault.group(3).strip()));
        }
        return new Formatting.Unreadable(
                faults.isEmpty() ? List.of(new RegoFault(file, 0, 0, "format", run.complaint())) : faults);
    }

    /**
     * Runs the unit tests in the given files.
     *
     * @param files Rego text by file name, tests among them
     */
    public TestRun test(Map<String, String> files) {
        try (RegoFolder folder = new RegoFolder(files)) {
            folder.write(CAPABILITIES, capabilities);
            List<String> arguments = new ArrayList<>(
                    List.of("test", "--format", "json", "--capabilities", CAPABILITIES, "--timeout", "30s"));
            arguments.addAll(folder.names());
            OpaRun run = run(folder, arguments);
            if (run.out().strip().startsWith("[")) {
                return new TestRun(results(run.out()), List.of());
            }
            if (run.succeeded()) {
                return new TestRun(List.of(), List.of());
            }
            List<RegoFault> faults = faults(folder, false);
            return new TestRun(
                    List.of(),
                    faults.isEmpty() ? List.of(new RegoFault("", 0, 0, "test", plain(run.complaint()))) : faults);
        } catch (IOException e) {
            throw new OpaException("The policy files cannot be written for OPA: " + e.getMessage(), e);
        }
    }

    private OpaRun run(RegoFolder folder, List<String> arguments) {
        return OpaCommand.run(opa.path(), arguments, folder.path(), "", LIMIT);
    }

    private List<RegoFault> faults(RegoFolder folder, boolean strictWithSchema) {
        List<String> arguments = new ArrayList<>(
                List.of("check", "--format", "json", "--max-errors", "100", "--capabilities", CAPABILITIES));
        if (strictWithSchema) {
            arguments.addAll(List.of("--strict", "--schema", "wayleave-schema.json"));
        }
        arguments.addAll(folder.names());
        OpaRun run = run(folder, arguments);
        if (run.succeeded()) {
            return List.of();
        }
        List<RegoFault> faults = new ArrayList<>();
        for (String text : List.of(run.err(), run.out())) {
            if (text.strip().startsWith("{")) {
                for (JsonNode error : tree(text).path("errors")) {
                    faults.add(fault(error));
                }
            }
        }
        return faults.isEmpty() ? List.of(new RegoFault("", 0, 0, "check", plain(run.complaint()))) : faults;
    }

    private static RegoFault fault(JsonNode error) {
        JsonNode location = error.path("location");
        return new RegoFault(
                location.path("file").asText(),
                location.path("row").asInt(),
                location.path("col").asInt(),
                error.path("code").asText(),
                message(error));
    }

    /** OPA's message, with what it expected and found when the error says so. */
    private static String message(JsonNode error) {
        StringBuilder message = new StringBuilder(error.path("message").asText());
        JsonNode details = error.path("details");
        if (details.path("have").isArray() && details.path("want").isObject()) {
            message.append(" (wants ")
                    .append(details.path("want").path("args").size())
                    .append(" arguments)");
        }
        return message.toString();
    }

    private List<TestRun.Result> results(String json) {
        List<TestRun.Result> results = new ArrayList<>();
        for (JsonNode test : tree(json)) {
            results.add(new TestRun.Result(
                    test.path("package").asText().replaceFirst("^data\\.", ""),
                    test.path("name").asText(),
                    test.path("location").path("file").asText(),
                    test.path("location").path("row").asInt(),
                    outcome(test),
                    Duration.ofNanos(test.path("duration").asLong()),
                    output(test)));
        }
        results.sort(Comparator.comparing(TestRun.Result::file).thenComparingInt(TestRun.Result::row));
        return results;
    }

    private static TestRun.Outcome outcome(JsonNode test) {
        if (test.path("skip").asBoolean()) {
            return TestRun.Outcome.SKIPPED;
        }
        if (test.hasNonNull("error")) {
            return TestRun.Outcome.ERROR;
        }
        return test.path("fail").asBoolean() ? TestRun.Outcome.FAILED : TestRun.Outcome.PASSED;
    }

    private static String output(JsonNode test) {
        if (test.hasNonNull("error")) {
            return test.path("error").path("message").asText(test.path("error").toString());
        }
        String encoded = test.path("output").asText();
        return encoded.isEmpty() ? "" : new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).strip();
    }

    private JsonNode tree(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new OpaException("OPA's answer is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String plain(String complaint) {
        return complaint.startsWith("error: ") ? complaint.substring("error: ".length()) : complaint;
    }
}
