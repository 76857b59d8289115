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

class PeopleIntakeTest {
    @TempDir
    private Path place = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(place.resolve("Our people.csv"), text);
    }

    @Test
    void aTableIsTakenInWithTokensForItsIdentifiers() throws IOException {
        Path workspace = TestWorkspace.create(place.resolve("shop"), null);
        Path file = file("email,age,city\nana@example.org,31,Bern\nbo@example.org,,Aix\n");
        CommandRun.of("import", workspace, file, "--as", "people").refusedWith("email");
        assertFalse(Files.exists(workspace.resolve("datasets")));
        JsonNode preview = CommandRun.of("import", workspace, file, "--as", "people", "--preview", "--json")
                .fine()
                .json();
        assertEquals(
                "undecided", preview.path("columns").get(0).path("treatment").asText());
        JsonNode kept = CommandRun.of("import", workspace, file, "--as", "people", "--tokenise", "email", "--json")
                .fine()
                .json();
        assertEquals("our-people", kept.path("id").asText());
        assertEquals(2, kept.path("rows").asInt());
        String all = Files.readString(workspace.resolve("datasets/our-people.json"));
        assertFalse(all.contains("ana@"));
        CommandRun.of("import", workspace, file, "--as", "people", "--leave-out", "email")
                .refusedWith("already");
        CommandRun.of("import", workspace, file, "--as", "people", "--leave-out", "phone")
                .refusedWith("no column phone");
    }

    @Test
    void aBrokenFileIsRefusedWithItsPlaceAndNothingIsKept() throws IOException {
        Path workspace = TestWorkspace.create(place.resolve("shop"), null);
        Path file = file("age,city\n31,Bern\n32,\"Aix\n");
        CommandRun.of("import", workspace, file, "--as", "people").refusedWith("Line 3", "column 2", "quote");
        assertFalse(Files.exists(workspace.resolve("datasets")));
    }

    @Test
    void anEncryptedWorkspaceKeepsNoRowsInClear() throws IOException {
        Path workspace = TestWorkspace.create(place.resolve("secret"), "correct horse battery");
        Path file = file("age,city\n31,Bern\n");
        CommandRun refused = CommandRun.with(
                java.util.Map.of(),
                "correct horse battery\n",
                "import",
                workspace,
                file,
                "--as",
                "people",
                "--passphrase-stdin");
        refused.refusedWith("encrypted");
        assertTrue(Files.notExists(workspace.resolve("datasets")));
    }

    @Test
    void optionsAboutPeopleNeedPeople() throws IOException {
        Path workspace = TestWorkspace.create(place.resolve("shop"), null);
        CommandRun.of("import", workspace, file("{}"), "--preview").refusedWith("--as people");
    }
}
