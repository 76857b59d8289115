package org.wayleave.journey.graph;

import org.jspecify.annotations.Nullable;

/**
 * Which events count.
 *
 * @param event event contract of the catalogue; or {@code source.<name>}, an event of another tool that nobody has
 *     translated yet, which never happens
 * @param category product category that the event must be about; null for any
 */
public record EventMatch(String event, @Nullable String category) {

    public EventMatch(String event) {
        this(event, null);
    }

    /** Whether it came from another tool and nothing here knows what it means. */
    public boolean untranslated() {
        return event.startsWith(Condition.UNTRANSLATED);
    }

    /** The event in words. */
    public String summary() {
        String words = event.replace('-', ' ').replace('_', ' ');
        return category == null ? words : words + " · " + category;
    }
}
