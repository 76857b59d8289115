package org.wayleave.data.feature;

import java.util.List;
import org.wayleave.data.event.EventType;

/**
 * Where the records of a data element come from, for its age.
 *
 * @param element id of the data element
 * @param origin kind of record
 * @param events types of events whose newest counts, for {@link Origin#EVENTS}
 * @param category position of the category those events must be about, -1 if any
 */
public record ElementAge(String element, Origin origin, List<EventType> events, int category) {
    /** Copies the list. */
    public ElementAge {
        events = List.copyOf(events);
    }

    /** The kinds of record. */
    public enum Origin {
        EVENTS,
        PROFILE,
        PREFERENCES,
        SIZES,
        GOALS
    }
}
