package org.wayleave.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceCommandsTest {
    @TempDir
    private Path place = Path.of("");

    private Path workspace() {
        return TestWorkspace.create(place.resolve("shop with spaces"), null);
    }

    @Test
    void infoListsEveryDocumentWithVersionAndState() {
        JsonNode info = CommandRun.of("info", workspace(), "--json").fine().json();
        assertEquals(5, info.path("documents").size());
        JsonNode first = info.path("documents").get(0);
        for (String field : new String[] {"kind", "id", "title", "version", "state"}) {
            assertTrue(first.hasNonNull(field), field);
        }
        assertTrue(info.path("runs").isArray());
    }

    @Test
    void infoForPeopleNamesTheJourneys() {
        String out = CommandRun.of("info", workspace()).fine().out();
        assertTrue(out.contains("win-back"), out);
        assertTrue(out.contains("none yet"), out);
    }

    @Test
    void aMissingFolderIsNamed() {
        CommandRun.of("info", place.resolve("nowhere")).refusedWith("nowhere");
    }

    @Test
    void aFolderThatIsNoWorkspaceIsLeftAsItIs() throws IOException {
        Path notes = Files.writeString(place.resolve("notes.txt"), "mine");
        CommandRun.of("info", place).refusedWith(place.toString());
        assertEquals("mine", Files.readString(notes));
        try (var files = Files.list(place)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void errorsWithJsonAreOneDocumentToo() {
        CommandRun run = CommandRun.of("info", place.resolve("nowhere"), "--json");
        assertEquals(Exit.BAD_USE, run.code());
        assertTrue(run.json().path("error").path("message").asText().contains("nowhere"));
    }

    @Test
    void anEncryptedWorkspaceOpensWithThePassphraseFromStandardInputOrAFile() throws IOException {
        Path folder = TestWorkspace.create(place.resolve("secret"), "correct horse battery");
        Path file = Files.writeString(place.resolve("passphrase"), "correct horse battery\n");
        CommandRun.with(Map.of(), "correct horse battery\n", "info", folder, "--passphrase-stdin")
                .fine();
        CommandRun.with(Map.of("WAYLEAVE_PASSPHRASE_FILE", file.toString()), "", "info", folder)
                .fine();
    }

    @Test
    void aWrongOrMissingPassphraseIsOneLineAndHarmsNothing() {
        Path folder = TestWorkspace.create(place.resolve("secret"), "correct horse battery");
        CommandRun.with(Map.of(), "guess guess guess\n", "info", folder, "--passphrase-stdin")
                .refusedWith("passphrase");
        CommandRun.of("info", folder).refusedWith("WAYLEAVE_PASSPHRASE_FILE");
        CommandRun.with(Map.of("WAYLEAVE_PASSPHRASE_FILE", place.resolve("none").toString()), "", "info", folder)
                .refusedWith("none");
        CommandRun.with(Map.of(), "correct horse battery\n", "info", folder, "--passphrase-stdin")
                .fine();
    }

    @Test
    void auditVerifyPassesOnASoundWorkspace() {
        JsonNode found =
                CommandRun.of("audit", "verify", workspace(), "--json").fine().json();
        assertTrue(found.path("intact").asBoolean());
        assertTrue(found.path("entries").asLong() >= 4);
    }

    @Test
    void whatIsExportedImportsAgainWithTheSameContent() {
        Path folder = workspace();
        Path file = place.resolve("win-back.json");
        String hash = CommandRun.of("export", folder, "win-back", "-o", file, "--json")
                .fine()
                .json()
                .path("contentHash")
                .asText();
        JsonNode imported = CommandRun.of("import", folder, file, "--json")
                .fine()
                .json()
                .path("imported")
                .get(0);
        assertEquals("journey", imported.path("kind").asText());
        assertEquals(2, imported.path("version").asInt());
        assertEquals(hash, imported.path("contentHash").asText());
        assertEquals(0, imported.path("lost").size());
        CommandRun.of("export", folder, "journey/win-back@1").fine();
    }

    @Test
    void nothingIsImportedWhenOneFileIsBad() throws IOException {
        Path folder = workspace();
        Path good = place.resolve("good.json");
        CommandRun.of("export", folder, "win-back", "-o", good).fine();
        Path bad = Files.writeString(place.resolve("bad.json"), "{\"id\": \"x\", \"steps\": 3}");
        CommandRun.of("import", folder, good, bad).refusedWith("bad.json");
        Path broken = Files.writeString(place.resolve("broken.json"), "{\"id\": ");
        CommandRun.of("import", folder, broken).refusedWith("broken.json", "line 1");
        Path strange = Files.writeString(place.resolve("strange.json"), "{\"id\": \"x\"}");
        CommandRun.of("import", folder, strange).refusedWith("--as");
        CommandRun.of("import", folder, good, "--as", "novel").refusedWith("novel", "journey");
        JsonNode documents =
                CommandRun.of("info", folder, "--json").fine().json().path("documents");
        for (JsonNode document : documents) {
            assertEquals(1, document.path("version").asInt(), document.toString());
        }
    }

    @Test
    void anUnknownDocumentOrVersionIsNamed() {
        Path folder = workspace();
        CommandRun.of("export", folder, "nothing").refusedWith("nothing", "wayleave info");
        CommandRun.of("export", folder, "win-back@7").refusedWith("version 7");
        CommandRun.of("export", folder, "win-back@x").refusedWith("'x'");
        CommandRun.of("export", folder, "win-back", "--as", "pdf").refusedWith("pdf");
    }

    @Test
    void anUnknownVerticalMakesNoFolder() {
        Path folder = place.resolve("new");
        CommandRun.of("new", folder, "--vertical", "mining").refusedWith("mining", "retail");
        assertFalse(Files.exists(folder));
    }

    @Test
    void anUnknownCommandOrOptionIsOneLine() {
        CommandRun.of("bogus").refusedWith("bogus", "--help");
        CommandRun.of("info", workspace(), "--bogus").refusedWith("--bogus", "wayleave info --help");
        CommandRun.of("info").refusedWith("DIR");
    }

    @Test
    void helpIsOfferedByEveryCommand() {
        for (String command : new String[] {"new", "info", "check", "import", "export", "audit", "policy"}) {
            String out = CommandRun.of(command, "--help").fine().out();
            assertTrue(out.startsWith("Usage: wayleave " + command), out);
        }
    }

    @Test
    void anUnknownCommandIsNamedWithTheOneThatItMayMean() {
        CommandRun.of("simulat", place).refusedWith("There is no command 'wayleave simulat'. Is it 'simulate'?");
        CommandRun.of("frobnicate").refusedWith("There is no command 'wayleave frobnicate'. 'wayleave --help'");
        CommandRun.of("policy", "bensh").refusedWith("Is it 'bench'?");
        CommandRun.of("info", place, "--frob").refusedWith("--frob");
    }

    @Test
    void aNumberThatIsNoneOrTooLargeIsRefused() {
        for (String people : new String[] {"many", "99999999999", "1.5"}) {
            CommandRun.of("demo", "--people", people).refusedWith("'" + people + "' is no whole number");
        }
    }
}
