package org.wayleave.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandsTest {
    @TempDir
    private Path place = Path.of("");

    private Path workspace = Path.of("");

    @BeforeEach
    void make() {
        workspace = TestWorkspace.create(place.resolve("shop"), null);
    }

    @Test
    void identityComparesClustersWithTheTruth() {
        JsonNode json = CommandRun.of("identity", workspace, "--people", "500", "--json")
                .fine()
                .json();
        assertEquals(500, json.path("people").asInt());
        assertTrue(json.path("precision").path("low").asDouble() > 0.9);
        assertTrue(json.path("bCubedRecall").path("value").asDouble() > 0.3);
        assertTrue(json.path("pairs").path("merged").asInt() > 100);
        String text =
                CommandRun.of("identity", workspace, "--people", "500").fine().out();
        assertTrue(text.contains("B3 precision"), text);
    }

    @Test
    void identityTakesOtherRulesAndSaysWhatIsWrongWithThem() throws IOException {
        Path rules = Files.writeString(place.resolve("rules.json"), "{\"id\":\"mine\"}");
        CommandRun.of("identity", workspace, "--rules", rules).refusedWith("rules\" is missing");
        CommandRun.of("identity", workspace, "--rules", place.resolve("none")).refusedWith("no file");
        CommandRun.of("identity", workspace, "--people", "0").refusedWith("1 to 1,000,000");
    }

    @Test
    void featuresAreListedAndAgree() {
        JsonNode json = CommandRun.of("features", workspace, "--people", "20", "--json")
                .fine()
                .json();
        assertTrue(json.path("features").size() > 10);
        assertEquals(
                0, json.path("batchAgainstSingleEvents").path("differences").asInt());
        assertTrue(json.path("batchAgainstSingleEvents").path("values").asInt() > 1000);
        String text =
                CommandRun.of("features", workspace, "--people", "20").fine().out();
        assertTrue(text.contains("0 differ between batch and single events"), text);
    }

    @Test
    void eventsAreComparedWithTheirContracts() throws IOException {
        Path file = Files.writeString(place.resolve("events.ndjson"), """
            {"event":"unsubscribe","fields":{"time":"2026-03-02T08:59:00Z","person":"login-1-0a"}}
            {"event":"unsubscribe","fields":{"time":"2026-03-02T08:59:00Z","person":"ada@example.org"}}
            """);
        CommandRun run = CommandRun.of("events", workspace, file, "--json");
        assertEquals(Exit.CHECK_FAILED, run.code());
        assertEquals(1, run.json().path("reasons").path("direct-pii").asInt());
        assertTrue(!run.out().contains("ada@"), run.out());
        Path broken = Files.writeString(place.resolve("broken.ndjson"), "{\n");
        CommandRun.of("events", workspace, broken).refusedWith("line 1, column");
    }
}
