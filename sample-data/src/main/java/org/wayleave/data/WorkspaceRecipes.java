package org.wayleave.data;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.Documents;
import org.wayleave.workspace.Workspace;

/**
 * The recipes of a workspace: {@code recipes/<vertical>.json} in its folder, read anew each time so that a changed one is used by
 * the next run, together with the vertical's catalogue document; otherwise those that come with the program.
 */
public final class WorkspaceRecipes {
    /** The folder within the workspace. */
    public static final String FOLDER = "recipes";

    private static final Pattern VERTICAL = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final String ENDING = ".json";
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private final Path folder;
    private final Documents documents;

    /** Makes the recipes of an open workspace. */
    public WorkspaceRecipes(Workspace workspace) {
        folder = workspace.folder().resolve(FOLDER);
        documents = workspace.documents();
    }

    /** Returns the verticals that have a recipe, those of the program first, then the workspace's own by name. */
    public List<String> verticals() {
        Set<String> own = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(ENDING))
                        .map(name -> name.substring(0, name.length() - ENDING.length()))
                        .filter(name -> VERTICAL.matcher(name).matches())
                        .forEach(own::add);
            } catch (IOException e) {
                throw new RecipeException("the folder " + folder + " cannot be read: " + e.getMessage(), e);
            }
        }
        Recipe.verticals().forEach(own::remove);
        return Stream.concat(Recipe.verticals().stream(), own.stream()).toList();
    }

    /**
     * Returns the recipe of a vertical.
     *
     * @throws RecipeException if there is none, or the workspace's own says something wrong; the message names the file, the place
     *     in it and what to do
     */
    public Recipe recipe(String vertical) {
        if (!VERTICAL.matcher(vertical).matches()) {
            throw new RecipeException(
                    "a vertical is named by lower-case letters, digits and hyphens, not \"" + vertical + "\"");
        }
        Path file = folder.resolve(vertical + ENDING);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            if (Recipe.verticals().contains(vertical)) {
                return Recipe.bundled(vertical);
            }
            throw new RecipeException("there is no recipe for the vertical \"" + vertical + "\"; put one at " + file
                    + ", or use one of " + String.join(", ", verticals()));
        }
        try {
            Recipe recipe = Recipe.parse(text(file), catalogue(vertical, file));
            if (!recipe.vertical().equals(vertical)) {
                throw new RecipeException("recipe.vertical must be \"" + vertical + "\" as the file is named, is \""
                        + recipe.vertical() + "\"");
            }
            return recipe;
        } catch (RecipeException e) {
            throw new RecipeException(file + ": " + e.getMessage(), e);
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new RecipeException("the recipe is larger than 4 MiB; shorten it");
            }
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new RecipeException("the recipe is not UTF-8 text; save it as UTF-8", e);
        } catch (IOException e) {
            throw new RecipeException("the recipe cannot be read: " + e.getMessage(), e);
        }
    }

    /** The catalogue of a vertical: the active version, else the newest, else the program's own. */
    private Catalogue catalogue(String vertical, Path file) {
        for (DocumentSummary summary : documents.list(DocumentKind.CATALOGUE)) {
            Optional<DocumentVersion> version = documents
                    .latestIn(DocumentKind.CATALOGUE, summary.id(), EnumSet.of(DocumentState.ACTIVE))
                    .or(() -> documents.latest(DocumentKind.CATALOGUE, summary.id()));
            Optional<Catalogue> found = version.map(DocumentVersion::json).map(Catalogue::parse);
            if (found.isPresent() && found.get().vertical().equals(vertical)) {
                return found.get();
            }
        }
        if (Recipe.verticals().contains(vertical)) {
            return Recipe.bundled(vertical).catalogue();
        }
        throw new RecipeException("the workspace has no catalogue of the vertical \"" + vertical
                + "\"; import one first, then use " + file.getFileName());
    }
}
