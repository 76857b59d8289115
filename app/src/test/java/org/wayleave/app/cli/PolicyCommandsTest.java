package org.wayleave.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.policy.opa.OpaExecutable;
import org.wayleave.policy.pack.PackFile;
import org.wayleave.policy.pack.PolicyPack;

class PolicyCommandsTest {
    @TempDir
    private Path place = Path.of("");

    @Test
    void theTestsOfTheRetailPackPass() throws IOException {
        needsOpa();
        for (PackFile file : PolicyPack.bundled("retail").files()) {
            Files.writeString(place.resolve(file.name()), file.text());
        }
        JsonNode run = CommandRun.of("policy", "test", place, "--json").fine().json();
        assertTrue(run.path("passed").asBoolean());
        assertTrue(run.path("tests").size() > 10);
        CommandRun.of("policy", "lint", place).fine();
        CommandRun.of("policy", "fmt", place).fine();
    }

    @Test
    void aFailingTestIsNamedAndExitsWithOne() throws IOException {
        needsOpa();
        Files.writeString(place.resolve("a_test.rego"), "package a_test\n\ntest_sums if {\n\t1 + 1 == 3\n}\n");
        CommandRun run = CommandRun.of("policy", "test", place);
        assertEquals(Exit.CHECK_FAILED, run.code());
        assertTrue(run.out().contains("test_sums"), run.out());
    }

    @Test
    void formattingIsShownAndThenWritten() throws IOException {
        needsOpa();
        Path file = Files.writeString(place.resolve("a.rego"), "package a\nx:=1\n");
        CommandRun shown = CommandRun.of("policy", "fmt", place);
        assertEquals(Exit.CHECK_FAILED, shown.code());
        assertTrue(shown.out().contains("a.rego"), shown.out());
        CommandRun.of("policy", "fmt", place, "--write").fine();
        assertEquals("package a\n\nx := 1\n", Files.readString(file));
        CommandRun.of("policy", "fmt", place).fine();
    }

    @Test
    void aFaultHasFileAndLine() throws IOException {
        needsOpa();
        Files.writeString(place.resolve("a.rego"), "package a\n\nx := y\n");
        CommandRun run = CommandRun.of("policy", "lint", place);
        assertEquals(Exit.CHECK_FAILED, run.code());
        assertTrue(run.out().contains("a.rego:3"), run.out());
    }

    @Test
    void aFolderWithoutRegoIsBadUse() {
        CommandRun.of("policy", "test", place).refusedWith(".rego");
        CommandRun.of("policy", "lint", place.resolve("none")).refusedWith("none");
    }

    @Test
    void opaAndAllTiersDecideAlike() throws IOException {
        needsOpa();
        Path shop = place.resolve("shop");
        Path inputs = place.resolve("inputs.ndjson");
        Path rego = place.resolve("rego");
        CommandRun.of("new", shop).fine();
        CommandRun.of("simulate", shop, "--journey", "win-back", "--people", "400", "--no-ledger", "--inputs", inputs)
                .fine();
        CommandRun.of("export", shop, "policy/retail-policy", "--as", "rego", "-o", rego)
                .fine();
        CommandRun.of("export", shop, "policy/retail-policy", "--as", "rego", "-o", rego)
                .refusedWith("rego", "empty");
        int asked = Files.readAllLines(inputs).size();
        assertTrue(asked > 100, () -> asked + " inputs");
        String byOpa = eval(rego, inputs, "opa");
        assertEquals(asked, byOpa.lines().count());
        assertTrue(byOpa.contains("\"allow\":true") && byOpa.contains("\"allow\":false"), byOpa);
        assertEquals(byOpa, eval(rego, inputs, "interpret"));
        assertEquals(byOpa, eval(rego, inputs, "compile"));
        assertEquals(byOpa, eval(rego, inputs, "batch"));
    }

    private static String eval(Path rego, Path inputs, String engine) {
        return CommandRun.of(
                        "policy",
                        "eval",
                        "--policy",
                        rego,
                        "--query",
                        "data.wayleave.send",
                        "--data",
                        rego.resolve("data.json"),
                        "--inputs",
                        inputs,
                        "--engine",
                        engine)
                .fine()
                .out();
    }

    @Test
    void undefinedAnswersAndErrorsHaveLinesOfTheirOwn() throws IOException {
        needsOpa();
        Path policy = Files.writeString(
                place.resolve("p.rego"), "package p\n\nx := input.a if input.a > 1\n\nx := input.b if input.b > 1\n");
        String inputs = "{\"a\":2}\n\n{\"a\":0}\n{\"a\":2,\"b\":3}\nno json\n";
        for (String engine : new String[] {"opa", "interpret", "compile", "batch"}) {
            List<String> lines = CommandRun.with(
                            Map.of(),
                            inputs,
                            "policy",
                            "eval",
                            "--policy",
                            policy,
                            "--query",
                            "data.p.x",
                            "--inputs",
                            "-",
                            "--engine",
                            engine)
                    .fine()
                    .out()
                    .lines()
                    .toList();
            assertEquals(4, lines.size(), engine + lines);
            assertEquals("{\"result\":2}", lines.get(0), engine);
            assertEquals("{\"undefined\":true}", lines.get(1), engine);
            assertTrue(lines.get(2).startsWith("{\"error\":{\"code\":\"eval_conflict_error\""), engine + lines);
            assertTrue(lines.get(3).startsWith("{\"error\":{\"code\":\"bad_input\""), engine + lines);
        }
    }

    @Test
    void theBenchNamesEachTier() throws IOException {
        needsOpa();
        Path policy = Files.writeString(place.resolve("p.rego"), "package p\n\nx := input.a + 1\n");
        Path inputs = Files.writeString(place.resolve("i.ndjson"), "{\"a\":2}\n{\"a\":3}\n");
        JsonNode rates = CommandRun.of(
                        "policy",
                        "bench",
                        "--policy",
                        policy,
                        "--query",
                        "data.p.x",
                        "--inputs",
                        inputs,
                        "--seconds",
                        1,
                        "--json")
                .fine()
                .json()
                .path("decisionsPerSecond");
        for (String tier : new String[] {"opa", "interpret", "compile", "batch"}) {
            assertTrue(rates.path(tier).asLong() > 0, () -> tier + " " + rates);
        }
        CommandRun.of("policy", "bench", "--policy", policy, "--query", "p.x", "--inputs", inputs)
                .refusedWith("p.x");
        CommandRun.of("policy", "bench", "--policy", policy, "--query", "data.p.x", "--inputs", place.resolve("none"))
                .refusedWith("none");
    }

    private static void needsOpa() {
        Assumptions.assumeTrue(OpaExecutable.find().isPresent(), "no OPA on this machine");
    }
}
