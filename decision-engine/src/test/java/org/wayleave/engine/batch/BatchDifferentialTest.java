package org.wayleave.engine.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.engine.Policy;
import org.wayleave.engine.PolicyBundle;
import org.wayleave.engine.differential.Opa;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoValue;

/**
 * Random policies about decision documents decide in columns as they do compiled. {@code -Dwayleave.fuzz.batches=N} and
 * {@code -Dwayleave.fuzz.from=S} run others and more.
 */
class BatchDifferentialTest {
    private static final int ROWS = 60;
    private static final Pattern FAILED_FILE = Pattern.compile("(n[0-9]+)\\.rego:");

    @Test
    void randomPoliciesDecideInColumnsAsTheyDoCompiled(@TempDir Path folder) throws Exception {
        long from = Long.getLong("wayleave.fuzz.from", 1);
        int count = Integer.getInteger("wayleave.fuzz.batches", 300);
        Map<String, String> modules = new TreeMap<>();
        for (long seed = from; seed < from + count; seed++) {
            SendPolicyGenerator generator = new SendPolicyGenerator(seed);
            modules.put(generator.name(), generator.module());
        }
        List<String> problems = new ArrayList<>();
        int left = compare(folder, modules, problems);
        int rows = modules.size() * ROWS;
        System.out.println("[batch] " + modules.size() + " of " + count + " random policies, " + rows + " rows, " + left
                + " of them left to the compiled policy, " + problems.size() + " policies differ.");
        assertEquals(List.of(), problems.stream().limit(2).toList(), problems.size() + " policies differ");
        assertTrue(modules.size() > count / 2, "most random policies compile, " + modules.size() + " of " + count);
        assertTrue(left < rows * 7 / 10, "columns decide most rows, but " + left + " of " + rows + " were left");
    }

    @Test
    void aNumberWrittenInTwoWaysIsCountedOnce(@TempDir Path folder) throws Exception {
        assertSame(
                folder,
                "deny contains {\"rule\": \"r\"} if count({n | some n in [1, 1.0]; input.person.contacts.day > 1}) != 1");
    }

    @Test
    void twoFlagsThatGiveDifferentValuesConflict(@TempDir Path folder) throws Exception {
        assertSame(folder, """
                level := data.cfg.flags[flag].level if some flag in input.person.flags

                deny contains {"rule": "r"} if level > 0
                """);
    }

    @Test
    void aTextThatIsNoTimeLeavesWhatDependsOnItUndefined(@TempDir Path folder) throws Exception {
        assertSame(folder, """
                deny contains {"rule": "r"} if {
                	seen := time.parse_rfc3339_ns(input.person.consent.channel.email.time)
                	time.parse_rfc3339_ns(input.context.time) - seen < 86400000000000
                }
                """);
    }

    @Test
    void flagsWithoutMeaningAreStillFlags(@TempDir Path folder) throws Exception {
        assertSame(folder, """
                deny contains {"rule": "some", "reason": flag} if {
                	some flag in input.person.flags
                	not data.cfg.flags[flag]
                }

                deny contains {"rule": "all"} if every flag in input.person.flags { data.cfg.flags[flag] }
                """);
    }

    private static void assertSame(Path folder, String rules) throws IOException, InterruptedException {
        String module = "package bz.n1\n\n" + rules
                + "\n\nsend := {\"allow\": count(deny) == 0, \"deny\": deny, \"consent\": \"granted\"}\n";
        Map<String, String> modules = new TreeMap<>(Map.of("n1", module));
        List<String> problems = new ArrayList<>();
        compare(folder, modules, problems);
        assertEquals(List.of(), problems);
        assertEquals(1, modules.size(), "OPA takes the policy");
    }

    /** Compares policies over random documents; gives the number of rows that were left to the compiled policy. */
    private static int compare(Path folder, Map<String, String> modules, List<String> problems)
            throws IOException, InterruptedException {
        Optional<Opa> opa = Opa.find();
        if (opa.isEmpty()) {
            System.out.println("[batch] SKIPPED: there is no OPA to plan with; name one in WAYLEAVE_OPA.");
        }
        assumeTrue(opa.isPresent(), "there is no OPA to plan with");
        Policy policy = plan(opa.get(), folder, modules);
        BatchSchema schema = BatchSchema.of(
                Files.readString(Path.of("..", "docs", "schemas", "decision.schema.json")),
                List.of("person", "context.time", "context.localHour", "context.weekday"));
        int left = 0;
        for (Map.Entry<String, String> module : modules.entrySet()) {
            String entrypoint = "bz/" + module.getKey() + "/send";
            DecisionDocuments documents =
                    new DecisionDocuments(Long.parseLong(module.getKey().substring(1)));
            RegoObject known = documents.known();
            List<RegoValue> inputs = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                inputs.add(documents.document(known));
            }
            List<String> differences = new ArrayList<>();
            left += BatchComparison.compare(
                    policy, entrypoint, policy.batch(entrypoint, schema, known), inputs, differences);
            differences.stream().limit(1).forEach(d -> problems.add(module.getValue() + "\n" + d));
        }
        return left;
    }

    /** Plans the modules together; those that OPA refuses are removed from the map. */
    private static Policy plan(Opa opa, Path folder, Map<String, String> modules)
            throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("p"));
        Files.writeString(folder.resolve("p").resolve("data.json"), SendPolicyGenerator.DATA);
        for (Map.Entry<String, String> module : modules.entrySet()) {
            Files.writeString(folder.resolve("p").resolve(module.getKey() + ".rego"), module.getValue());
        }
        while (true) {
            Opa.Output output = opa.run(folder, List.of("check", "--max-errors", "0", "p"));
            if (output.status() == 0) {
                List<String> arguments = new ArrayList<>(List.of("build", "-t", "plan", "-o", "plan.tar.gz"));
                modules.keySet().forEach(name -> arguments.addAll(List.of("-e", "bz/" + name + "/send")));
                arguments.add("p");
                output = opa.run(folder, arguments);
                if (output.status() == 0) {
                    return Policy.load(PolicyBundle.of(
                            PolicyBundle.read(folder.resolve("plan.tar.gz")).planJson(),
                            RegoJson.parse(SendPolicyGenerator.DATA)));
                }
            }
            TreeSet<String> failed = new TreeSet<>();
            Matcher m = FAILED_FILE.matcher(output.err() + output.out());
            while (m.find()) {
                failed.add(m.group(1));
            }
            if (!modules.keySet().removeAll(failed)) {
                throw new IOException("OPA refuses the policies: " + output.err() + output.out());
            }
            for (String name : failed) {
                Files.delete(folder.resolve("p").resolve(name + ".rego"));
            }
        }
    }
}
