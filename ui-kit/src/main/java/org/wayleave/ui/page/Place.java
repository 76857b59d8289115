package org.wayleave.ui.page;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the user is: a page, on it perhaps a document, in it perhaps a detail.
 *
 * @param page id of the page: home, journeys, policies, data, models, dpias, runs or governance
 * @param document id of a document, run or person, or null for the page itself
 * @param detail a step, rule, line or section of the document, as the page defines it, or null
 */
public record Place(
        String page, @Nullable String document, @Nullable String detail) {
    public Place {
        Objects.requireNonNull(page);
    }

    /** The page itself. */
    public static Place of(String page) {
        return new Place(page, null, null);
    }

    /** A document on a page. */
    public static Place of(String page, String document) {
        return new Place(page, document, null);
    }
}
