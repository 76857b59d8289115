package org.wayleave.data.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.data.Recipe;
import org.wayleave.data.RecipeException;
import org.wayleave.data.ui.model.ObservedPopulation;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.DocumentDraft;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.Role;
import org.wayleave.workspace.RunRequest;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceOptions;

class WorkspacePopulationTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Recipe RETAIL = Recipe.bundled("retail");
    private static final WorkspacePopulation.Usual USUAL = new WorkspacePopulation.Usual(100_000, 90, 1);
    private static final String HASH = "sha256:" + "0".repeat(64);

    @Test
    void theNewestRunOfTheRecipeSaysHowManyPeopleAndWhichSeed(@TempDir Path folder) {
        try (Workspace workspace = workspace(folder)) {
            WorkspacePopulation source = new WorkspacePopulation(workspace, START, USUAL);
            RecipeException nobody = assertThrows(RecipeException.class, source::read);
            assertTrue(String.valueOf(nobody.getMessage()).contains("Import a catalogue"), nobody.getMessage());
            workspace
                    .documents()
                    .save(new DocumentDraft(
                            DocumentKind.JOURNEY,
                            "win-back",
                            "Win-back",
                            "{\"id\": \"win-back\", \"vertical\": \"retail\"}",
                            0));
            ObservedPopulation before = source.read();
            assertEquals(100_000, before.people());
            assertEquals("comes with the program", before.catalogueOrigin());
            workspace.runs().start(new RunRequest("win-back", 1, HASH, HASH, "retail@2", 5_000, 30, 42));
            workspace.runs().start(new RunRequest("win-back", 1, HASH, HASH, "other@7", 9, 9, 9));
            ObservedPopulation after = source.read();
            assertEquals(5_000, after.people());
            assertEquals(42, after.generator().seed());
            assertEquals(30, after.generator().horizonDays());
            assertEquals(START, after.generator().asOf());
            assertTrue(after.origin().startsWith("as in run-"), after.origin());
        }
    }

    @Test
    void theCatalogueIsThatOfTheWorkspace(@TempDir Path folder) {
        try (Workspace workspace = workspace(folder)) {
            save(workspace, RETAIL.catalogue().json().replace("Retail data catalogue", "Our catalogue"));
            ObservedPopulation population = new WorkspacePopulation(workspace, START, USUAL).read();
            assertEquals("Our catalogue", population.catalogue().title());
            assertEquals("version 1, draft", population.catalogueOrigin());
        }
    }

    @Test
    void aCatalogueOfAVerticalWithoutPeopleIsSaidSo(@TempDir Path folder) {
        try (Workspace workspace = workspace(folder)) {
            save(workspace, RETAIL.catalogue().json().replace("\"vertical\": \"retail\"", "\"vertical\": \"space\""));
            WorkspacePopulation source = new WorkspacePopulation(workspace, START, USUAL);
            RecipeException failure = assertThrows(RecipeException.class, source::read);
            assertTrue(String.valueOf(failure.getMessage()).contains("retail"), failure.getMessage());
        }
    }

    private static void save(Workspace workspace, String json) {
        workspace
                .documents()
                .save(new DocumentDraft(DocumentKind.CATALOGUE, "retail-catalogue", "Our catalogue", json, 0));
    }

    private static Workspace workspace(Path folder) {
        return Workspace.create(
                folder.resolve("workspace"),
                new WorkspaceOptions(
                        InstantSource.fixed(Instant.parse("2026-11-24T09:41:00Z")),
                        null,
                        new Author("mara", "Mara", Role.MARKETER)));
    }
}
