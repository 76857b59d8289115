package org.wayleave.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.event.EventType;
import org.wayleave.data.event.EventTypes;
import org.wayleave.data.feature.FeatureSchema;
import org.wayleave.data.feature.FeatureTable;

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

    /**
     * Reads a recipe document.
     *
     * @param catalogue the catalogue of the same vertical, whose purposes, channels, topics and data elements it refers to
     * @throws RecipeException if it is no JSON, lacks something, says something impossible or refers to what is not declared
     */
    public static Recipe parse(String json, Catalogue catalogue) {
        return new Recipe(new RecipeReader(json, catalogue).read(), catalogue);
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

    /** Returns how the features of the vertical are computed from events. */
    public FeatureTable features() {
        return content.features();
    }

    /** Returns the titles of the flags people can carry, by id. */
    public Map<String, String> flagTitles() {
        Map<String, String> titles = new LinkedHashMap<>();
        content.flags().forEach(flag -> titles.put(flag.id(), flag.title()));
        return Collections.unmodifiableMap(titles);
    }

    /** Returns the titles of the goals people can name, by id. */
    public Map<String, String> goalTitles() {
        Map<String, String> titles = new LinkedHashMap<>();
        content.answers().goals().forEach(goal -> titles.put(goal.id(), goal.title()));
        return Collections.unmodifiableMap(titles);
    }

    /** Returns the kinds of event of the vertical. */
    public EventTypes events() {
        return content.events();
    }

    /** Returns by which names the contracts' fields stand for what events say. */
    public EventFields eventFields() {
        return content.eventFields();
    }

    /** Returns what contacts are for, and by what their effect is measured. */
    public Outcome outcome() {
        return content.truth().outcome();
    }

    /** Returns the event that a withdrawal of consent from a source leaves, null if it leaves none. */
    public @Nullable EventType withdrawalEvent(String source) {
        return content.consents().events().get(source);
    }

    RecipeContent content() {
        return content;
    }
}
