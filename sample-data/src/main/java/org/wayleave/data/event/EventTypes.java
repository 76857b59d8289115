package org.wayleave.data.event;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of event of a vertical, by code and by id; immutable. */
public final class EventTypes {
    /** The most kinds that a vertical may have, so that a set of them fits into 64 bits. */
    public static final int MOST = 64;

    private final List<EventType> all;
    private final Map<String, EventType> byWire = new HashMap<>();

    private EventTypes(List<EventType> all) {
        this.all = List.copyOf(all);
        all.forEach(type -> byWire.put(type.wire(), type));
    }

    /**
     * Makes the kinds from titles by id, numbered in their order.
     *
     * @throws IllegalArgumentException if there are more than {@link #MOST}
     */
    public static EventTypes of(Map<String, String> titles) {
        if (titles.size() > MOST) {
            throw new IllegalArgumentException("a vertical may have at most " + MOST + " events, has " + titles.size());
        }
        Map<String, EventType> types = new LinkedHashMap<>();
        titles.forEach((wire, title) -> types.put(wire, new EventType(types.size(), wire, title)));
        return new EventTypes(List.copyOf(types.values()));
    }

    /** Returns the kinds in the order of their codes. */
    public List<EventType> all() {
        return all;
    }

    /** Returns the number of kinds. */
    public int size() {
        return all.size();
    }

    /** Returns the kind of a code. */
    public EventType ofCode(int code) {
        return all.get(code);
    }

    /** Returns the kind of an id, null if the vertical has none. */
    public @Nullable EventType named(String wire) {
        return byWire.get(wire);
    }

    /**
     * Returns the kind of an id that must exist.
     *
     * @throws IllegalArgumentException if the vertical has no such event; the message lists those there are
     */
    public EventType require(String wire) {
        EventType type = byWire.get(wire);
        if (type == null) {
            throw new IllegalArgumentException("there is no event \"" + wire + "\"; there are: "
                    + String.join(", ", all.stream().map(EventType::wire).toList()));
        }
        return type;
    }
}
