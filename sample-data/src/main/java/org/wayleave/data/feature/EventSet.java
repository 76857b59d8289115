package org.wayleave.data.feature;

import java.util.List;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.event.EventType;

/**
 * Which events a feature reads.
 *
 * @param types kinds of event; none of them means no event
 * @param categories positions of the categories they must be about; empty if any
 * @param reduced whether only those at a reduced price count
 */
public record EventSet(List<EventType> types, List<Integer> categories, boolean reduced) {
    /** No event. */
    public static final EventSet NONE = new EventSet(List.of(), List.of(), false);

    /** Copies the lists. */
    public EventSet {
        types = List.copyOf(types);
        categories = List.copyOf(categories);
    }

    /** Returns the events of some kinds about anything. */
    public static EventSet of(List<EventType> types) {
        return new EventSet(types, List.of(), false);
    }

    /** Returns whether there is none. */
    public boolean isEmpty() {
        return types.isEmpty();
    }

    /** Returns whether an event belongs to it. */
    public boolean holds(EventHistory events, int i) {
        return holds(events.code(i), events.category(i), events.discount(i) > 0);
    }

    /**
     * Returns whether an event belongs to it.
     *
     * @param code code of its kind
     * @param category position of its category, -1 if none
     * @param atReducedPrice whether it has a discount
     */
    boolean holds(int code, int category, boolean atReducedPrice) {
        return (mask() >>> code & 1) == 1
                && (categories.isEmpty() || categories.contains(category))
                && (!reduced || atReducedPrice);
    }

    /** Returns the codes of the kinds as bits. */
    long mask() {
        long mask = 0;
        for (EventType type : types) {
            mask |= 1L << type.code();
        }
        return mask;
    }
}
