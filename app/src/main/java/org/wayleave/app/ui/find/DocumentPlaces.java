package org.wayleave.app.ui.find;

import java.util.Optional;
import java.util.Set;
import org.wayleave.ui.page.Place;
import org.wayleave.workspace.DocumentKind;

/** On which page a document opens. */
public final class DocumentPlaces {
    private final Set<String> pages;

    /**
     * The places of a window.
     *
     * @param pages ids of the pages there are
     */
    public DocumentPlaces(Set<String> pages) {
        this.pages = Set.copyOf(pages);
    }

    /** Where a document opens; empty when the window has no page for it. */
    public Optional<Place> of(DocumentKind kind, String id) {
        String page = switch (kind) {
            case JOURNEY -> "journeys";
            case POLICY -> "policies";
            case CATALOGUE -> "data";
            case DPIA -> "dpias";
            case MODEL_CARD -> "models";
            // Settings are read by the rules; no page is theirs.
            case SETTINGS -> "";
        };
        return of(Place.of(page, id));
    }

    /** The place, when the window has its page. */
    public Optional<Place> of(Place place) {
        return pages.contains(place.page()) ? Optional.of(place) : Optional.empty();
    }
}
