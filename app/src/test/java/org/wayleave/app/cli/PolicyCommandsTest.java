package org.wayleave.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static void needsOpa() {
        Assumptions.assumeTrue(OpaExecutable.find().isPresent(), "no OPA on this machine");
    }
}
