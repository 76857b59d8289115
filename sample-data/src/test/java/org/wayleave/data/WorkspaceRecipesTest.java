package org.wayleave.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.DocumentDraft;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.Role;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceOptions;

class WorkspaceRecipesTest {
    private static final String OWN = Populations.text("retail").replace("\"retail\"", "\"bookshop\"");

    @Test
    void aVerticalOfOnesOwnIsReadFromTheWorkspaceAndAChangeOfItIsSeenAtOnce(@TempDir Path folder) throws IOException {
        try (Workspace workspace = workspace(folder)) {
            catalogue(workspace);
            Path file = write(workspace, "bookshop", OWN);
            WorkspaceRecipes recipes = new WorkspaceRecipes(workspace);
            assertEquals("bookshop@2", recipes.recipe("bookshop").reference());
            assertEquals("bookshop", recipes.verticals().getLast());
            Files.writeString(file, OWN.replace("\"version\": 2", "\"version\": 3"));
            assertEquals("bookshop@3", recipes.recipe("bookshop").reference());
            Recipe recipe = recipes.recipe("bookshop");
            assertTrue(new PersonGenerator(recipe, 1, Populations.AS_OF, 0)
                            .person(3)
                            .history()
                            .size()
                    > 0);
        }
    }

    @Test
    void whatIsWrongInAFileIsToldWithTheFileAndThePlace(@TempDir Path folder) throws IOException {
        try (Workspace workspace = workspace(folder)) {
            WorkspaceRecipes recipes = new WorkspaceRecipes(workspace);
            assertTrue(refused(recipes, "bookshop").contains("put one at "), refused(recipes, "bookshop"));
            write(workspace, "bookshop", OWN);
            assertTrue(refused(recipes, "bookshop").contains("import one first"), refused(recipes, "bookshop"));
            catalogue(workspace);
            write(workspace, "bookshop", OWN.replace("\"outShare\": 0.12", "\"outShare\": 12"));
            String message = refused(recipes, "bookshop");
            assertTrue(message.contains("bookshop.json: recipe.categories.clothing.stock.outShare must be"), message);
            write(workspace, "bookshop", Populations.text("retail"));
            assertTrue(refused(recipes, "bookshop").contains("recipe.vertical must be \"bookshop\""));
        }
    }

    @Test
    void aNameThatIsNoVerticalLeadsOutOfNoFolder(@TempDir Path folder) {
        try (Workspace workspace = workspace(folder)) {
            assertTrue(refused(new WorkspaceRecipes(workspace), "../retail").contains("named by lower-case letters"));
        }
    }

    @Test
    void withoutAFileTheRecipeOfTheProgramHolds(@TempDir Path folder) {
        try (Workspace workspace = workspace(folder)) {
            assertEquals(
                    Populations.RETAIL.reference(),
                    new WorkspaceRecipes(workspace).recipe("retail").reference());
        }
    }

    private static String refused(WorkspaceRecipes recipes, String vertical) {
        return String.valueOf(assertThrows(RecipeException.class, () -> recipes.recipe(vertical))
                .getMessage());
    }

    private static Path write(Workspace workspace, String vertical, String text) throws IOException {
        Path folder = Files.createDirectories(workspace.folder().resolve(WorkspaceRecipes.FOLDER));
        return Files.writeString(folder.resolve(vertical + ".json"), text);
    }

    private static void catalogue(Workspace workspace) {
        String json =
                Populations.RETAIL.catalogue().json().replace("\"vertical\": \"retail\"", "\"vertical\": \"bookshop\"");
        workspace
                .documents()
                .save(new DocumentDraft(DocumentKind.CATALOGUE, "bookshop-catalogue", "Bookshop", json, null));
    }

    private static Workspace workspace(Path folder) {
        return Workspace.create(
                folder.resolve("w"),
                new WorkspaceOptions(
                        InstantSource.fixed(Populations.AS_OF), null, new Author("ada", "Ada", Role.MARKETER)));
    }
}
