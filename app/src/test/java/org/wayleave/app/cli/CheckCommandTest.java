package org.wayleave.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.workspace.DocumentKind;
import org.xml.sax.InputSource;

class CheckCommandTest {
    @TempDir
    private Path place = Path.of("");

    @Test
    void aJourneyWithoutExitFailsTheCheckInEveryForm() throws Exception {
        Path folder = TestWorkspace.create(place.resolve("shop"), null);
        CommandRun.of("import", folder, journeyWithoutExit(), "--as", DocumentKind.JOURNEY.wireName())
                .fine();

        CommandRun json = CommandRun.of("check", folder, "--json");
        assertEquals(Exit.CHECK_FAILED, json.code());
        JsonNode findings = json.json().path("findings");
        JsonNode error = findings.get(0);
        assertEquals("error", error.path("severity").asText());
        assertEquals("stuck", error.path("document").asText());

        CommandRun sarif = CommandRun.of("check", folder, "--format", "sarif");
        assertEquals(Exit.CHECK_FAILED, sarif.code());
        JsonNode run = sarif.json().path("runs").get(0);
        assertEquals(findings.size(), run.path("results").size());
        for (JsonNode result : run.path("results")) {
            String rule = run.at(
                            "/tool/driver/rules/" + result.path("ruleIndex").asInt() + "/id")
                    .asText();
            assertEquals(result.path("ruleId").asText(), rule);
        }

        CommandRun junit = CommandRun.of("check", folder, "--format", "junit");
        assertEquals(Exit.CHECK_FAILED, junit.code());
        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(junit.out())))
                .getDocumentElement();
        assertEquals("1", suite.getAttribute("failures"));
        assertEquals("4", suite.getAttribute("tests"));

        CommandRun text = CommandRun.of("check", folder);
        assertEquals(Exit.CHECK_FAILED, text.code());
        assertTrue(text.out().contains("journey stuck"), text.out());
    }

    private Path journeyWithoutExit() throws IOException {
        return Files.writeString(place.resolve("stuck.json"), """
                {"schemaVersion": 1, "id": "stuck", "title": "Stuck", "vertical": "retail", "goal": "Nothing.",
                 "steps": [{"id": "in", "type": "entry", "title": "In", "position": {"x": 0, "y": 0},
                            "trigger": {"kind": "schedule", "everyDays": 1, "at": "09:00", "conditions": []},
                            "reEntry": {"rule": "never"}}],
                 "edges": []}
                """);
    }
}
