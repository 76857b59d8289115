package org.wayleave.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandsTest {
    @TempDir
    private Path place = Path.of("");

    private Path shop() {
        Path folder = place.resolve("shop");
        CommandRun.of("new", folder).fine();
        return folder;
    }

    @Test
    void newMakesTheRetailSampleAndTheCheckFindsNoError() {
        Path folder = place.resolve("shop");
        JsonNode made = CommandRun.of("new", folder, "--json").fine().json();
        assertEquals("retail", made.path("vertical").asText());
        List<String> kinds = made.path("documents").findValuesAsText("kind");
        assertTrue(kinds.containsAll(List.of("catalogue", "settings", "policy", "journey")), kinds.toString());
        CommandRun.of("check", folder).fine();
        CommandRun.of("audit", "verify", folder).fine();
        CommandRun.of("new", folder).refusedWith("shop");
    }

    @Test
    void theLedgerIsTheSameOnOneThreadAndOnTwo() {
        Path folder = shop();
        JsonNode one = simulate(folder, "--threads", "1");
        JsonNode two = simulate(folder, "--threads", "2");
        JsonNode other = simulate(folder, "--threads", "2", "--seed", "2");
        assertEquals(one.path("ledgerHash").asText(), two.path("ledgerHash").asText());
        assertNotEquals(
                one.path("ledgerHash").asText(), other.path("ledgerHash").asText());

        JsonNode same = CommandRun.of("compare", folder, "--runs", run(one) + "," + run(two), "--json")
                .fine()
                .json();
        assertEquals(0, same.at("/spend/difference").asDouble());
        assertEquals(0, same.path("otherOutcome").asInt());
        CommandRun.of("compare", folder, "--runs", run(one) + "," + run(other)).refusedWith("same people");
        CommandRun.of("compare", folder, "--runs", run(one)).refusedWith("two runs");
    }

    @Test
    void theLedgerIsTheSameOnAnotherDayInAnotherZoneAndLanguage() {
        String today = ledgerOn(CommandRun.CLOCK, "today");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            InstantSource later = InstantSource.fixed(Instant.parse("2027-11-14T23:30:00Z"));
            assertEquals(today, ledgerOn(later, "later"));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private String ledgerOn(InstantSource clock, String name) {
        Path folder = place.resolve(name);
        CommandRun.at(clock, "new", folder).fine();
        return CommandRun.at(clock, "simulate", folder, "--journey", "win-back", "--people", "600", "--json")
                .fine()
                .json()
                .path("ledgerHash")
                .asText();
    }

    @Test
    void simulateReportsWhatTheDesignPromises() throws IOException {
        Path folder = shop();
        JsonNode run = simulate(folder);
        for (String field : new String[] {
            "people", "decisions", "evaluations", "byRule", "seconds", "peakMemoryMiB", "parity", "ledgerHash", "report"
        }) {
            assertTrue(run.hasNonNull(field), field);
        }
        assertEquals(600, run.path("people").asInt());
        assertEquals(0, run.at("/parity/mismatches").asInt());
        assertTrue(run.path("decisions").asInt() > 0);
        String report = Files.readString(Path.of(run.path("report").asText()));
        assertTrue(report.contains("Win-back"), "the report names the journey");
        assertTrue(report.contains("people, step by step") || report.contains("One person, step by step"));

        JsonNode listed = CommandRun.of("info", folder, "--json")
                .fine()
                .json()
                .path("runs")
                .get(0);
        assertEquals("complete", listed.path("state").asText());
        assertEquals(run.path("ledgerHash").asText(), listed.path("ledgerHash").asText());
    }

    @Test
    void aPersonIsExplainedFromTheRunAlone() {
        Path folder = shop();
        String run = run(simulate(folder));
        JsonNode path = CommandRun.of("explain", folder, "--run", run, "--person", "p000007", "--json")
                .fine()
                .json();
        assertEquals("p000007", path.path("id").asText());
        assertTrue(CommandRun.of("explain", folder, "--run", run, "--person", "7")
                .fine()
                .out()
                .startsWith("p000007"));
        CommandRun.of("explain", folder, "--run", run, "--person", "p000600").refusedWith("p000599");
        CommandRun.of("explain", folder, "--run", "run-9999", "--person", "p000001")
                .refusedWith("run-9999");
    }

    @Test
    void sizesOutOfRangeAndUnknownNamesChangeNothing() {
        Path folder = shop();
        for (String people : new String[] {"0", "-5", "many"}) {
            CommandRun.of("simulate", folder, "--journey", "win-back", "--people", people)
                    .refusedWith(people);
            CommandRun.of("demo", "--people", people).refusedWith(people);
        }
        CommandRun.of("simulate", folder, "--journey", "nothing").refusedWith("nothing");
        CommandRun.of("demo", "--vertical", "mining").refusedWith("mining", "retail");
        assertEquals(
                0,
                CommandRun.of("info", folder, "--json")
                        .fine()
                        .json()
                        .path("runs")
                        .size());
    }

    @Test
    void aKilledRunIsListedAsIncompleteAndTheWorkspaceIsSound() throws Exception {
        Path folder = shop();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.wayleave.app.Main",
                        "simulate",
                        folder.toString(),
                        "--journey",
                        "win-back",
                        "--people",
                        "2000000")
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("out.txt").toFile())
                .start();
        try {
            Path ledgers = folder.resolve("runs");
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
            while (!hasLedger(ledgers)) {
                assertTrue(process.isAlive(), () -> "it ended by itself: " + text(place.resolve("out.txt")));
                assertTrue(System.nanoTime() < patience, "no ledger appears");
                Thread.sleep(50);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        JsonNode runs = CommandRun.of("info", folder, "--json").fine().json().path("runs");
        assertEquals(1, runs.size());
        assertEquals("incomplete", runs.get(0).path("state").asText());
        CommandRun.of("audit", "verify", folder).fine();
        simulate(folder);
    }

    @Test
    void theDemoLeavesItsResultsWhereItSays() {
        CommandRun demo = CommandRun.of("demo", "--people", "300", "--json").fine();
        JsonNode result = demo.json();
        assertEquals(300, result.path("people").asInt());
        assertEquals(3, result.path("runs").size());
        assertEquals(0, result.at("/parity/mismatches").asInt());
        Path report = Path.of(result.path("report").asText());
        assertTrue(Files.isRegularFile(report));
        assertTrue(demo.err().contains("throw-away workspace"), demo.err());
        CommandRun.of("info", report.resolveSibling("workspace")).fine();
    }

    private static boolean hasLedger(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String run(JsonNode simulated) {
        return simulated.path("run").asText();
    }

    private static JsonNode simulate(Path folder, String... more) {
        Object[] words = new Object[7 + more.length];
        System.arraycopy(
                new Object[] {"simulate", folder, "--journey", "win-back", "--people", "600", "--json"},
                0,
                words,
                0,
                7);
        System.arraycopy(more, 0, words, 7, more.length);
        CommandRun run = CommandRun.with(Map.of("USER", "tester"), "", words).fine();
        assertFalse(run.out().isBlank());
        return run.json();
    }
}
