package org.wayleave.data;

import java.util.List;
import java.util.Map;
import org.wayleave.data.event.EventType;

/** By which names the fields of events' contracts stand for the columns of events. */
public final class EventFields {
    /** What an event says beside its time and person. */
    public enum Column {
        CATEGORY("category"),
        PRODUCT("product"),
        SIZE("size"),
        AMOUNT("amount"),
        DISCOUNT("discount"),
        DEVICE("device");

        private final String wire;

        Column(String wire) {
            this.wire = wire;
        }

        /** Returns the name used in recipes. */
        public String wire() {
            return wire;
        }
    }

    /** A field of a contract and the column it is filled from. */
    public record Field(String name, Column column) {}

    private final Map<String, List<Field>> byEvent;

    EventFields(Map<String, List<Field>> byEvent) {
        this.byEvent = Map.copyOf(byEvent);
    }

    /** Returns the fields of a kind of event beside its time and person, in the order of the recipe. */
    public List<Field> of(EventType type) {
        return byEvent.getOrDefault(type.wire(), List.of());
    }

    /** Returns whether a kind of event carries something. */
    public boolean has(EventType type, Column column) {
        return of(type).stream().anyMatch(field -> field.column() == column);
    }
}
