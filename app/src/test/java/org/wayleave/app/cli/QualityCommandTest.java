package org.wayleave.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.data.random.Draws;

class QualityCommandTest {
    @TempDir
    private Path place = Path.of("");

    private Path people(String name, int rows, long seed) throws IOException {
        StringBuilder csv = new StringBuilder("email,age,spend,city\n");
        for (int i = 0; i < rows; i++) {
            long key = Draws.key(seed, i, 0, 0);
            double z = Draws.normal(key, 0);
            csv.append("p").append(i).append("@example.org,").append(Math.round(45 + 12 * z));
            csv.append(",").append(Math.round(100 * (100 + 40 * (z + Draws.normal(key, 1)))) / 100.0);
            csv.append(",")
                    .append(i == 7 ? "Smallville" : Draws.normal(key, 2) > z ? "<i>Bern" : "Aix")
                    .append("\n");
        }
        return Files.writeString(place.resolve(name), csv);
    }

    @Test
    void aFileAloneIsProfiledWithoutItsIdentifiersAndRareValues() throws IOException {
        CommandRun run =
                CommandRun.of("quality", people("a.csv", 400, 1), "--json").fine();
        JsonNode json = run.json();
        assertEquals(3, json.path("table").path("columns").asInt());
        assertEquals(
                "email",
                json.path("table").path("leftOut").get(0).path("column").asText());
        assertEquals(
                1,
                json.path("profile").path("columns").get(2).path("rareLevels").asInt());
        assertTrue(json.path("drift").isNull());
        assertFalse(run.out().contains("Smallville"));
        assertFalse(run.out().contains("@example"));
    }

    @Test
    void aCopyFailsAndTheReportIsEscapedAndLoadsNothing() throws IOException {
        Path original = people("a.csv", 400, 1);
        Path report = place.resolve("reports/quality.html");
        CommandRun run = CommandRun.of(
                "quality",
                original,
                "--against",
                original,
                "--holdout",
                people("b.csv", 400, 2),
                "-o",
                report,
                "--json");
        assertEquals(Exit.CHECK_FAILED, run.code(), run.err());
        assertTrue(run.json().path("disclosure").path("leaks").asBoolean());
        String html = Files.readString(report);
        assertTrue(html.contains("do not give this table away"));
        assertTrue(html.contains("&lt;i&gt;Bern"));
        assertFalse(html.contains("<i>Bern"));
        assertFalse(html.contains("Smallville"));
        assertFalse(html.contains("src="));
        assertFalse(html.contains("url("));
        assertFalse(html.contains("<script"));
    }

    @Test
    void whatIsPrintedKeepsToThePublishedSchema() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("..", "docs", "schemas", "quality.schema.json")), InputFormat.JSON);
        Path a = people("a.csv", 300, 1);
        Path b = people("b.csv", 300, 2);
        Path few = Files.writeString(place.resolve("few.csv"), "age,none,city\n31,,Bern\n32,,Bern\n");
        for (CommandRun run : List.of(
                CommandRun.of("quality", a, "--json"),
                CommandRun.of("quality", few, "--json"),
                CommandRun.of("quality", few, "--against", a, "--json"),
                CommandRun.of("quality", a, "--against", b, "--holdout", people("c.csv", 300, 3), "--json"))) {
            assertEquals(
                    List.of(),
                    schema.validate(run.out(), InputFormat.JSON).stream()
                            .map(Object::toString)
                            .toList());
        }
        assertFalse(schema.validate("{\"schemaVersion\": 2}", InputFormat.JSON).isEmpty());
    }

    @Test
    void withoutAHoldoutItIsSaidWhyOneIsNeeded() throws IOException {
        CommandRun run = CommandRun.of("quality", people("a.csv", 400, 1), "--against", people("b.csv", 400, 2))
                .fine();
        assertTrue(run.out().contains("held out when the table was made"), run.out());
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Path a = people("a.csv", 300, 1);
        Path b = people("b.csv", 300, 2);
        Path c = people("c.csv", 300, 3);
        String first = CommandRun.of("quality", a, "--against", b, "--holdout", c, "--seed", "7", "--json")
                .out();
        assertEquals(
                first,
                CommandRun.of("quality", a, "--against", b, "--holdout", c, "--seed", "7", "--json")
                        .out());
    }

    @Test
    void rowsAreHeldOutByASeedAndEachIsInOnePart() throws IOException {
        Path a = people("a.csv", 400, 1);
        Path parts = place.resolve("parts");
        CommandRun.of("quality", a, "--split-to", parts, "--share", "0.25").fine();
        assertEquals(301, Files.readAllLines(parts.resolve("kept.csv")).size());
        assertEquals(101, Files.readAllLines(parts.resolve("held.csv")).size());
        assertEquals(
                "age,spend,city", Files.readAllLines(parts.resolve("held.csv")).getFirst());
        CommandRun.of("quality", a, "--split-to", parts).refusedLast("exists already");
    }

    @Test
    void aWorkspaceHasItsDataSetsOrItsSyntheticPeople() throws IOException {
        Path workspace = TestWorkspace.create(place.resolve("shop"), null);
        JsonNode people =
                CommandRun.of("quality", workspace, "--people", "500", "--json").json();
        assertEquals(500, people.path("table").path("rows").asInt());
        CommandRun.of("import", workspace, people("a.csv", 300, 1), "--as", "people", "--leave-out", "email")
                .fine();
        JsonNode own = CommandRun.of("quality", workspace, "--against", people("b.csv", 300, 2), "--json")
                .json();
        assertEquals("a", own.path("table").path("name").asText());
        assertEquals("b.csv", own.path("against").path("name").asText());
        CommandRun.of("quality", workspace, "--dataset", "none").refusedLast("no data set none");
    }

    @Test
    void wrongUsesAreRefusedInOneLine() throws IOException {
        Path a = people("a.csv", 60, 1);
        CommandRun.of("quality", place.resolve("none.csv")).refusedLast("no file");
        CommandRun.of("quality", a, "--holdout", a).refusedLast("--against");
        CommandRun.of("quality", a, "--dataset", "x").refusedLast("folder of a workspace");
        CommandRun.of("quality", a, "-o", a).refusedLast("overwrite");
        CommandRun.of("quality", a, "-o", place).refusedLast("is a folder");
        CommandRun.of("quality", a, "--share", "0.9").refusedLast("--share");
        CommandRun.of("quality", a, "--encoding", "klingon").refusedLast("no encoding");
        Path broken = Files.writeString(place.resolve("broken.csv"), "age,city\n31,\"Bern\n");
        CommandRun.of("quality", broken).refusedLast("quote");
        Path formula = Files.writeString(place.resolve("formula.csv"), "age,city\n31,=cmd()\n");
        CommandRun.of("quality", formula).refusedLast("spreadsheet");
        Path other = Files.writeString(place.resolve("other.csv"), "town\nBern\nAix\n");
        CommandRun.of("quality", a, "--against", other, "--holdout", other).refusedLast("share no column");
    }
}
