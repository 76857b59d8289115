package org.wayleave.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        assertTrue(Integer.parseInt(suite.getAttribute("tests")) > 4, junit.out());

        CommandRun text = CommandRun.of("check", folder);
        assertEquals(Exit.CHECK_FAILED, text.code());
        assertTrue(text.out().contains("journey stuck"), text.out());
    }

    @Test
    void expectationsAreTriedAndTheOnesThatDoNotHoldFailTheCheck() throws Exception {
        Path folder = place.resolve("shop");
        CommandRun.of("new", folder, "--vertical", "retail").fine();
        String fine = CommandRun.of("check", folder).fine().out();
        assertTrue(fine.contains("expectations tried: nothing found"), fine);
        assertTrue(fine.contains("holds  journey win-back: "), fine);

        Path file = place.resolve("win-back.json");
        CommandRun.of("export", folder, "journey/win-back", "-o", file).fine();
        ObjectNode journey = (ObjectNode) new ObjectMapper().readTree(Files.readString(file));
        journey.withArray("expectations")
                .addObject()
                .put("id", "nobody-is-held-out")
                .put("title", "Nobody is held out & <sold>")
                .put("claim", "never")
                .putObject("what")
                .put("kind", "reaches")
                .put("step", "bought-held");
        Files.writeString(file, journey.toString());
        CommandRun.of("import", folder, file, "--as", "journey").fine();

        CommandRun text = CommandRun.of("check", folder);
        assertEquals(Exit.CHECK_FAILED, text.code());
        assertTrue(text.out().contains("“Nobody is held out & <sold>” is broken: "), text.out());
        assertTrue(text.out().contains("[expectation-broken]"), text.out());
        assertEquals(Exit.FINE, CommandRun.of("check", folder, "--people", "0").code());

        JsonNode json = CommandRun.of("check", folder, "--json").json();
        JsonNode broken = null;
        for (JsonNode expectation : json.path("expectations")) {
            broken = expectation.path("id").asText().equals("nobody-is-held-out") ? expectation : broken;
        }
        assertNotNull(broken);
        assertEquals("broken", broken.path("verdict").asText());
        assertTrue(broken.path("witnesses").size() > 0);

        CommandRun junit = CommandRun.of("check", folder, "--format", "junit");
        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(junit.out())))
                .getDocumentElement();
        assertEquals("1", suite.getAttribute("failures"));
        assertEquals(Integer.toString(3 + json.path("expectations").size()), suite.getAttribute("tests"), junit::out);
    }

    @Test
    void whatKeepsExpectationsFromBeingTriedIsSaid() {
        Path folder = TestWorkspace.create(place.resolve("shop"), null);
        String said = CommandRun.of("check", folder).out();
        assertTrue(said.contains("says nothing: There is no policy for retail"), said);
    }

    @Test
    void peopleBelowNoneAreRefused() {
        Path folder = TestWorkspace.create(place.resolve("shop"), null);
        CommandRun run = CommandRun.of("check", folder, "--people", "-3");
        assertEquals(Exit.BAD_USE, run.code());
        assertTrue(run.err().contains("must lie between 1 and"), run.err());
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
