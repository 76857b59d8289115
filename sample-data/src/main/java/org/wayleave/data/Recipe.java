package org.wayleave.data;

import java.util.List;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.feature.FeatureSchema;

/** What a synthetic population of one vertical is like: tables, rates, truth, and the catalogue that goes with it; immutable. */
public final class Recipe {
    private final RecipeContent content;
    private final Catalogue catalogue;

    Recipe(RecipeContent content, Catalogue catalogue) {
        this.content = content;
        this.catalogue = catalogue;
    }

    /**
     * Returns a recipe that comes with the program.
     *
     * @throws RecipeException if there is none for the vertical; the message lists those there are
     */
    public static Recipe bundled(String vertical) {
        return BundledRecipes.read(vertical);
    }

    /** Returns the verticals that come with the program. */
    public static List<String> verticals() {
        return BundledRecipes.VERTICALS;
    }

    /** Returns the id, e.g. "retail". */
    public String id() {
        return content.id();
    }

    /** Returns the version, which changes whenever any person would. */
    public int version() {
        return content.version();
    }

    /** Returns id and version as runs name them, e.g. "retail@1". */
    public String reference() {
        return id() + "@" + version();
    }

    /** Returns the title. */
    public String title() {
        return content.title();
    }

    /** Returns the id of the vertical. */
    public String vertical() {
        return content.vertical();
    }

    /** Returns the ISO 4217 code of the currency. */
    public String currency() {
        return content.currency();
    }

    /** Returns the catalogue of the vertical. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Returns the product categories, in the order of the positions in events. */
    public List<Category> categories() {
        return content.categories();
    }

    /** Returns the countries with their cities. */
    public List<Country> countries() {
        return content.countries();
    }

    /** Returns the consents that can be given. */
    public ConsentRegistry consentRegistry() {
        return content.consents().registry();
    }

    /** Returns the features of the vertical. */
    public FeatureSchema featureSchema() {
        return content.features().schema();
    }

    RecipeContent content() {
        return content;
    }
}
