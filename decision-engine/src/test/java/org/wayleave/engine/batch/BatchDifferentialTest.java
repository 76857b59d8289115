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
        BatchComparison.Tally tally = compare(folder, modules, problems);
        int rows = tally.rows();
        System.out.println("[batch] " + modules.size() + " of " + count + " random policies, " + rows + " rows, "
                + tally.left() + " of them left to the compiled policy, " + tally.misfits()
                + " of those because they do not fit; " + tally.asked() + " answers about "
                + tally.rules().size()
                + " rules, " + problems.size() + " policies differ.");
        assertEquals(List.of(), problems.stream().limit(2).toList(), problems.size() + " policies differ");
        assertTrue(modules.size() > count / 2, "most random policies compile, " + modules.size() + " of " + count);
        assertTrue(
                tally.left() < rows * 4 / 10,
                "columns decide most rows, but " + tally.left() + " of " + rows + " were left");
    }

    @Test
    void aNumberWrittenInTwoWaysIsCountedOnce(@TempDir Path folder) throws Exception {
        assertSame(
                folder,
                "deny contains {\"rule\": \"r\"} if count({n | some n in [1, 1.0]; input.person.contacts.day > 1})"
                        + " != 1");
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

    @Test
    void onlyARuleThatCannotBeFollowedIsAskedFor(@TempDir Path folder) throws Exception {
        BatchComparison.Tally tally = assertSame(folder, """
            deny contains {"rule": "bought", "reason": "often"} if {
            	some age in input.person.dataAge
            	age > 2
            }

            deny contains {"rule": "cap"} if input.person.contacts.day > 1
            """);
        assertEquals(tally.misfits(), tally.left());
        assertTrue(tally.asked() > 0, "asked");
        assertEquals(
                List.of("bought"), tally.rules().stream().map(LeftRule::rule).toList());
        assertTrue(
                tally.rules().iterator().next().reason().contains("n1.rego:4"),
                tally.rules().toString());
    }

    @Test
    void aRuleThatIsAskedForMayServeOthers(@TempDir Path folder) throws Exception {
        BatchComparison.Tally tally = assertSame(folder, """
            old if {
            	some age in input.person.dataAge
            	age > 2
            }

            deny contains {"rule": "a"} if {
            	old
            	input.person.contacts.day > 1
            }

            deny contains {"rule": "b"} if {
            	not old
            	"vip" in input.person.flags
            }
            """);
        assertEquals(tally.misfits(), tally.left());
        assertEquals(
                List.of("data.bz.n1.old"),
                tally.rules().stream().map(LeftRule::rule).toList());
    }

    @Test
    void anErrorOfARuleThatIsAskedForIsTheDecisions(@TempDir Path folder) throws Exception {
        BatchComparison.Tally tally = assertSame(folder, """
            level := age if some age in input.person.dataAge

            level := 0.5 if input.person.contacts.day > 0

            deny contains {"rule": "a"} if {
            	input.person.contacts.week > 1
            	level > 0
            }

            deny contains {"rule": "b"} if input.person.contacts.day > 2
            """);
        assertTrue(tally.asked() > 0, "asked");
    }

    @Test
    void severalObjectionsOfOneBodyAreNotOneValue(@TempDir Path folder) throws Exception {
        assertSame(folder, """
            deny contains {"rule": "old", "reason": element} if {
            	some element, age in input.person.consent.purpose
            	age.state != "denied"
            }

            deny contains {"rule": "first"} if {
            	first.reason
            }

            first := found if some found in others

            others contains {"rule": "x", "reason": flag} if some flag in input.person.flags

            deny contains {"rule": "many"} if count(others) > 1

            deny contains {"rule": "any"} if count(others) > 0
            """);
    }

    private static BatchComparison.Tally assertSame(Path folder, String rules)
            throws IOException, InterruptedException {
        String module = "package bz.n1\n\n" + rules
                + "\n\nsend := {\"allow\": count(deny) == 0, \"deny\": deny, \"consent\": \"granted\"}\n";
        Map<String, String> modules = new TreeMap<>(Map.of("n1", module));
        List<String> problems = new ArrayList<>();
        BatchComparison.Tally tally = compare(folder, modules, problems);
        assertEquals(List.of(), problems);
        assertEquals(1, modules.size(), "OPA takes the policy");
        return tally;
    }

    /** Compares policies over random documents; gives how much columns did not tell. */
    private static BatchComparison.Tally compare(Path folder, Map<String, String> modules, List<String> problems)
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
        BatchSchema bounded = schema.withKeys(DecisionDocuments.KEYS);
        BatchComparison.Tally tally = BatchComparison.Tally.NOTHING;
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
            tally = tally.plus(BatchComparison.compare(
                    policy,
                    entrypoint,
                    policy.batch(entrypoint, tally.rows() % (3 * ROWS) == 0 ? schema : bounded, known),
                    inputs,
                    differences));
            differences.stream().limit(1).forEach(d -> problems.add(module.getValue() + "\n" + d));
        }
        return tally;
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
