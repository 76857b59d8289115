package org.wayleave.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentCommandsTest {
    @TempDir
    private Path place = Path.of("");

    private Path workspace() {
        return TestWorkspace.create(place.resolve("shop"), null);
    }

    @Test
    void theRecordOfProcessingActivitiesIsWrittenInThreeForms() throws IOException {
        Path folder = workspace();
        for (String ending : new String[] {"html", "csv", "json"}) {
            Path file = place.resolve("ropa." + ending);
            JsonNode said =
                    CommandRun.of("ropa", folder, "-o", file, "--json").fine().json();
            assertEquals(6, said.path("activities").asInt());
            assertEquals(0, said.path("missing").size(), said.toString());
            assertTrue(Files.readString(file).contains("Purchases"), ending);
        }
        CommandRun.of("ropa", folder, "-o", place.resolve("notice.html"), "--notice")
                .fine();
        assertTrue(Files.readString(place.resolve("notice.html")).contains("Your rights"));
        CommandRun.of("ropa", folder, "-o", place.resolve("ropa.doc")).refusedWith(".html, .csv or .json");
        CommandRun.of("ropa", folder, "-o", place.resolve("n.csv"), "--notice").refusedWith("notice");
        CommandRun.of("ropa", folder, "--catalogue", "none").refusedWith("none");
    }

    @Test
    void theSampleJourneysReadNothingUndeclared() {
        JsonNode said = CommandRun.of("ropa", workspace(), "--json").fine().json();
        for (JsonNode difference : said.path("differences")) {
            String kind = difference.path("kind").asText();
            assertFalse(kind.equals("undeclared") || kind.equals("no-basis"), difference.toString());
        }
    }

    @Test
    void whatIsExportedAsRecordsImportsAgainWithoutLoss() {
        Path folder = workspace();
        Path file = place.resolve("consents.jsonld");
        CommandRun.of("consent", "export", folder, "--people", 30, "--as", "27560", "-o", file)
                .fine();
        JsonNode said = CommandRun.of("consent", "import", folder, file, file, "--json")
                .fine()
                .json();
        assertEquals(0, said.path("lost").size());
        assertEquals(0, said.path("conflicting").size());
        assertEquals(said.path("events").asInt() / 2, said.path("repeated").asInt());
        assertTrue(said.path("states").path("granted").asInt() > 50);
        JsonNode audit =
                CommandRun.of("audit", "verify", folder, "--json").fine().json();
        assertTrue(audit.path("intact").asBoolean());
    }

    @Test
    void receiptsSayWhatTheyCannotHold() {
        Path folder = workspace();
        Path file = place.resolve("receipts.json");
        JsonNode written = CommandRun.of(
                        "consent", "export", folder, "--people", 20, "--as", "kantara", "-o", file, "--json")
                .fine()
                .json();
        assertTrue(written.path("lost").size() > 10);
        String out = CommandRun.of("consent", "import", folder, file).fine().out();
        assertTrue(out.contains("granted: "), out);
        assertTrue(out.contains("Not taken over"), out);
    }

    @Test
    void onePersonCanBeExported() throws IOException {
        Path folder = workspace();
        Path file = place.resolve("one.jsonld");
        CommandRun.of("consent", "export", folder, "--person", "p000003", "--as", "27560", "-o", file)
                .fine();
        assertTrue(Files.readString(file).contains("urn:wayleave:person:p000003"));
        CommandRun.of("consent", "export", folder, "--person", "anna", "--as", "27560", "-o", file)
                .refusedWith("anna");
        CommandRun.of("consent", "export", folder, "--as", "xml", "-o", file).refusedWith("xml");
    }

    @Test
    void aBrokenFileIsRefusedAndNothingIsNoted() throws IOException {
        Path folder = workspace();
        Path good = place.resolve("good.jsonld");
        CommandRun.of("consent", "export", folder, "--people", 2, "--as", "27560", "-o", good)
                .fine();
        Path broken = Files.writeString(place.resolve("broken.json"), "{\"@type\":\"dpv:ConsentRecord\"}");
        // The first writing of an author notes the author too.
        CommandRun.of("consent", "import", folder, good).fine();
        long before = entries(folder);
        CommandRun.of("consent", "import", folder, good, broken).refusedWith("broken.json", "/@id");
        CommandRun.of("consent", "import", folder, Files.writeString(place.resolve("x"), "{"))
                .refusedWith("line 1");
        assertEquals(before, entries(folder));
        CommandRun.of("consent", "import", folder, good).fine();
        assertEquals(before + 1, entries(folder));
    }

    @Test
    void aConsentStringIsDecodedOrRefusedWithItsBit() {
        JsonNode said = CommandRun.of("consent", "tcf", "COvFyGBOvFyGBAbAAAENAPCAAOAAAAAAAAAAAEEUACCKAAA", "--json")
                .fine()
                .json();
        assertEquals(27, said.path("cmpId").asInt());
        assertEquals("[2,6,8]", said.path("vendorConsents").toString());
        assertTrue(CommandRun.of("consent", "tcf", "COvFyGBOvFyGBAbAAAENAPCAAOAAAAAAAAAAAEEUACCKAAA")
                .fine()
                .out()
                .contains("2020-02-20T23:57:39.300Z"));
        CommandRun.of("consent", "tcf", "COvFyGBOvF").refusedWith("segment 1", "bit");
    }

    private static long entries(Path folder) {
        return CommandRun.of("audit", "verify", folder, "--json")
                .fine()
                .json()
                .path("entries")
                .asLong();
    }
}
