package org.wayleave.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wayleave.data.catalogue.Catalogue;

/** The recipes that come with the program. */
final class BundledRecipes {
    static final List<String> VERTICALS = List.of("retail", "banking", "streaming", "healthcare");

    private BundledRecipes() {}

    static Recipe read(String vertical) {
        if (!VERTICALS.contains(vertical)) {
            throw new RecipeException("there is no recipe for the vertical \"" + vertical + "\"; there are: "
                    + String.join(", ", VERTICALS));
        }
        Catalogue catalogue = Catalogue.parse(resource(vertical + "/catalogue.json"));
        return Recipe.parse(resource(vertical + "/recipe.json"), catalogue);
    }

    private static String resource(String name) {
        try (InputStream stream = BundledRecipes.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + name + " is missing from the program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + name + " cannot be read", e);
        }
    }
}
