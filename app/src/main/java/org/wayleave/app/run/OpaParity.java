package org.wayleave.app.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wayleave.journey.simulate.ParitySample;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.policy.opa.OpaExecutable;
import org.wayleave.policy.opa.OpaSearch;
import org.wayleave.policy.pack.PackFile;
import org.wayleave.workspace.json.JsonMappers;

/** Decides the sample again with the real OPA, from the policy's Rego and not from its plan: one OPA process for all of it. */
public final class OpaParity implements Parity {
    private static final Logger LOG = LoggerFactory.getLogger(OpaParity.class);
    private static final ObjectMapper MAPPER = JsonMappers.hardened(256L << 20);
    private static final long PATIENCE_SECONDS = 300;

    private final Consumer<String> progress;

    /** A check that tells how a search for OPA goes while a build of OPA is under way. */
    public OpaParity(Consumer<String> progress) {
        this.progress = progress;
    }

    @Override
    public RunResult.Parity check(SimulationPlan plan, RunResult result) {
        List<ParitySample> samples = result.paritySamples();
        OpaSearch search = OpaExecutable.search(progress);
        if (search.executable().isEmpty()) {
            return new RunResult.Parity(0, 0, "not-checked", search.explanation());
        }
        if (samples.isEmpty()) {
            return new RunResult.Parity(0, 0, "not-checked", "No decision was made, so there was none to compare.");
        }
        try {
            JsonNode answers = ask(search.executable().get(), plan, samples);
            int mismatches = 0;
            for (int i = 0; i < samples.size(); i++) {
                JsonNode ours = MAPPER.readTree(samples.get(i).resultJson());
                JsonNode theirs = answers.path(Integer.toString(i));
                if (!normal(ours).equals(normal(theirs))) {
                    mismatches++;
                    LOG.warn(
                            "OPA decides {} of step {} differently",
                            samples.get(i).rung(),
                            samples.get(i).step());
                }
            }
            return new RunResult.Parity(samples.size(), mismatches, "checked", "");
        } catch (IOException e) {
            LOG.warn("Parity could not be checked", e);
            return new RunResult.Parity(0, 0, "not-checked", "OPA could not decide the sample: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RunResult.Parity(0, 0, "not-checked", "The comparison was interrupted.");
        }
    }

    private static JsonNode ask(OpaExecutable opa, SimulationPlan plan, List<ParitySample> samples)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("wayleave-parity");
        try {
            Path policy = Files.createDirectory(folder.resolve("policy"));
            for (PackFile file : plan.pack().sources()) {
                Files.writeString(policy.resolve(file.name()), file.text());
            }
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            ObjectNode wayleave = data.putObject("wayleave");
            wayleave.set("catalogue", MAPPER.readTree(plan.catalogueJson()));
            wayleave.set("settings", MAPPER.readTree(plan.settingsJson()));
            MAPPER.writeValue(policy.resolve("data.json").toFile(), data);
            ArrayNode inputs = JsonNodeFactory.instance.arrayNode();
            for (ParitySample sample : samples) {
                inputs.add(MAPPER.readTree(sample.inputJson()));
            }
            Path input = folder.resolve("input.json");
            MAPPER.writeValue(input.toFile(), inputs);
            return eval(opa, folder, policy, input);
        } finally {
            delete(folder);
        }
    }

    private static JsonNode eval(OpaExecutable opa, Path folder, Path policy, Path input)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out.json");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(
                        opa.path().toString(),
                        "eval",
                        "--format",
                        "raw",
                        "--data",
                        policy.toString(),
                        "--input",
                        input.toString(),
                        "{sprintf(\"%d\", [i]): r | some i, x in input; r := data.wayleave.send with input as x}")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no answer within " + PATIENCE_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            String said = Files.readString(err, StandardCharsets.UTF_8) + Files.readString(out, StandardCharsets.UTF_8);
            throw new IOException(said.lines().findFirst().orElse("status " + process.exitValue()));
        }
        return MAPPER.readTree(out.toFile());
    }

    /** Sets come as arrays, in whatever order an engine writes them. */
    private static JsonNode normal(JsonNode value) throws JsonProcessingException {
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        ObjectNode copy = object.deepCopy();
        if (copy.path("deny") instanceof ArrayNode deny) {
            List<JsonNode> sorted = new ArrayList<>();
            deny.forEach(sorted::add);
            sorted.sort(Comparator.comparing(JsonNode::toString));
            copy.set("deny", JsonNodeFactory.instance.arrayNode().addAll(sorted));
        }
        // One form for numbers and names.
        return MAPPER.readTree(MAPPER.writeValueAsString(copy));
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
