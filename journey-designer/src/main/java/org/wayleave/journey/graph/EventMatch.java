package org.wayleave.journey.graph;

import org.jspecify.annotations.Nullable;

/**
 * Which events count.
 *
 * @param event event contract of the catalogue
 * @param category product category that the event must be about; null for any
 */
public record EventMatch(String event, @Nullable String category) {

    public EventMatch(String event) {
        this(event, null);
    }

    /** The event in words. */
    public String summary() {
        String words = event.replace('-', ' ').replace('_', ' ');
        return category == null ? words : words + " · " + category;
    }
}
