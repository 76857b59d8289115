package org.wayleave.engine.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.engine.Engine;
import org.wayleave.engine.Policy;
import org.wayleave.engine.PolicyBundle;
import org.wayleave.engine.PolicyException;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * Random policies give what the real OPA gives, interpreted and compiled. {@code -Dwayleave.fuzz.seeds=N} and
 * {@code -Dwayleave.fuzz.from=S} run others and more.
 */
class DifferentialTest {
    private static final int BATCH = 250;

    /** Asks for one policy's whole document. */
    private static final String DRIVER = """
            package driver

            import rego.v1

            main := x if {
            	name := input.name
            	value := input.value
            	x := data.fz[name] with input as value
            }
            """;

    private static final Pattern FAILED_FILE = Pattern.compile("(n[0-9]+)\\.rego:");

    @Test
    void randomPoliciesGiveWhatOpaGives(@TempDir Path folder) throws Exception {
        Optional<Opa> opa = Opa.find();
        if (opa.isEmpty()) {
            System.out.println("[differential] SKIPPED: there is no OPA to compare with; name one in WAYLEAVE_OPA.");
        }
        assumeTrue(opa.isPresent(), "there is no OPA to compare with");
        long from = Long.getLong("wayleave.fuzz.from", 1);
        int seeds = Integer.getInteger("wayleave.fuzz.seeds", 1_000);
        List<String> problems = new ArrayList<>();
        int compared = 0;
        for (long start = from; start < from + seeds; start += BATCH) {
            Path batch = Files.createDirectory(folder.resolve("b" + start));
            compared += new Batch(opa.get(), batch, start, Math.min(start + BATCH, from + seeds)).run(problems);
        }
        System.out.println("[differential] " + compared + " of " + seeds + " random policies compared with OPA, "
                + problems.size() + " differ.");
        assertEquals(List.of(), problems.stream().limit(3).toList(), problems.size() + " of " + compared + " differ");
        assertTrue(compared > seeds / 2, "most random policies compile, " + compared + " of " + seeds);
    }

    /** Policies that go through OPA together. */
    private static final class Batch {
        private final Opa opa;
        private final Path folder;
        private final Map<String, RegoGenerator> cases = new LinkedHashMap<>();
        private final Map<String, String> modules = new LinkedHashMap<>();
        private final Map<String, RegoValue> inputs = new LinkedHashMap<>();
        private final Map<String, RegoValue> documents = new TreeMap<>();

        Batch(Opa opa, Path folder, long from, long to) throws IOException {
            this.opa = opa;
            this.folder = folder;
            Files.createDirectory(folder.resolve("p"));
            for (long seed = from; seed < to; seed++) {
                RegoGenerator generator = new RegoGenerator(seed);
                documents.put(generator.name(), RegoJson.parse(generator.document()));
                inputs.put(generator.name(), RegoJson.parse(generator.document()));
                modules.put(generator.name(), generator.module());
                cases.put(generator.name(), generator);
                Files.writeString(file(generator.name()), modules.get(generator.name()));
            }
        }

        private Path file(String name) {
            return folder.resolve("p").resolve(name + ".rego");
        }

        int run(List<String> problems) throws IOException, InterruptedException {
            planWhatCompiles();
            RegoObject.Builder members = RegoObject.builder();
            documents.forEach(members::put);
            RegoObject data = RegoObject.builder().put("d", members.build()).build();
            Files.writeString(folder.resolve("p").resolve("data.json"), RegoJson.write(data));
            Map<String, RegoObject> answers = answers();
            PolicyBundle bundle = PolicyBundle.of(
                    PolicyBundle.read(folder.resolve("plan.tar.gz")).planJson(), data);
            for (Engine engine : Engine.values()) {
                Policy policy = Policy.load(bundle, engine);
                assertEquals(engine, policy.engine());
                answers.forEach((name, answer) -> compare(policy, name, answer, problems));
            }
            return answers.size();
        }

        private void planWhatCompiles() throws IOException, InterruptedException {
            // OPA types some references only when it plans.
            removeWhatFails(List.of("check", "--max-errors", "0", "p"));
            List<String> arguments = new ArrayList<>(List.of("build", "-t", "plan", "-o", "plan.tar.gz"));
            for (String name : cases.keySet()) {
                arguments.addAll(List.of("-e", "fz/" + name));
            }
            arguments.add("p");
            removeWhatFails(arguments);
        }

        private void removeWhatFails(List<String> command) throws IOException, InterruptedException {
            List<String> arguments = new ArrayList<>(command);
            while (true) {
                Opa.Output output = opa.run(folder, arguments);
                if (output.status() == 0) {
                    return;
                }
                TreeSet<String> failed = new TreeSet<>();
                Matcher m = FAILED_FILE.matcher(output.err() + output.out());
                while (m.find()) {
                    failed.add(m.group(1));
                }
                if (!cases.keySet().removeAll(failed)) {
                    throw new IOException("OPA refuses the policies: " + output.err() + output.out());
                }
                for (String name : failed) {
                    Files.deleteIfExists(file(name));
                    int entrypoint = arguments.indexOf("fz/" + name);
                    if (entrypoint > 0) {
                        arguments.subList(entrypoint - 1, entrypoint + 1).clear();
                    }
                }
            }
        }

        /** What OPA answers for each policy, all asked in one process: an object with {@code result} or {@code error}. */
        private Map<String, RegoObject> answers() throws IOException, InterruptedException {
            Files.writeString(folder.resolve("p").resolve("driver.rego"), DRIVER);
            Files.createDirectory(folder.resolve("in"));
            for (String name : cases.keySet()) {
                RegoObject question = RegoObject.builder()
                        .put("name", RegoString.of(name))
                        .put("value", Objects.requireNonNull(inputs.get(name)))
                        .build();
                Files.writeString(folder.resolve("in").resolve(name + ".json"), RegoJson.write(question));
            }
            Opa.Output output = opa.run(folder, List.of("exec", "--decision", "driver/main", "--bundle", "p", "in"));
            if (output.status() != 0) {
                throw new IOException("OPA does not evaluate the policies: " + output.err() + output.out());
            }
            Map<String, RegoObject> answers = new TreeMap<>();
            RegoObject all = (RegoObject) RegoJson.parse(output.out());
            for (RegoValue item : (RegoArray) Objects.requireNonNull(all.get("result"))) {
                RegoObject answer = (RegoObject) item;
                String file = ((RegoString) Objects.requireNonNull(answer.get("path"))).value();
                answers.put(file.substring(file.lastIndexOf('/') + 1, file.length() - ".json".length()), answer);
            }
            assertEquals(cases.keySet().size(), answers.size());
            return answers;
        }

        private void compare(Policy policy, String name, RegoObject answer, List<String> problems) {
            RegoValue result = answer.get("result");
            // OPA writes an object's members in the order of their names as text; reading again sorts so.
            String wanted = result == null ? "error " + answer.get("error") : RegoJson.write(result);
            String got;
            boolean same;
            try {
                RegoValue own = policy.decide("fz/" + name, inputs.get(name));
                got = own == null ? "undefined" : RegoJson.write(RegoJson.parse(RegoJson.write(own)));
                same = got.equals(wanted);
            } catch (PolicyException e) {
                got = e.code().wireName() + " " + e.getMessage();
                same = result == null && wanted.contains(e.code().wireName());
            }
            if (!same) {
                problems.add("seed " + name.substring(1) + ", " + policy.engine() + "\n" + modules.get(name)
                        + "\ninput " + RegoJson.write(Objects.requireNonNull(inputs.get(name))) + "\ndata "
                        + RegoJson.write(Objects.requireNonNull(documents.get(name))) + "\n\nOPA  " + wanted + "\nhere "
                        + got + "\n");
            }
        }
    }
}
