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
        return of(
                switch (kind) {
                    case JOURNEY -> Place.of("journeys", id);
                    case POLICY -> Place.of("policies", id);
                    case CATALOGUE -> Place.of("data", id);
                    case DPIA -> Place.of("dpias", id);
                    case MODEL_CARD -> Place.of("models", id);
                    // Settings stand beside the rules that read them.
                    case SETTINGS -> new Place("policies", null, "settings.json");
                    case IDENTITY_RULES, IDENTITY_CHANGES -> new Place("data", null, "identity");
                });
    }

    /** The place, when the window has its page. */
    public Optional<Place> of(Place place) {
        return pages.contains(place.page()) ? Optional.of(place) : Optional.empty();
    }
}
