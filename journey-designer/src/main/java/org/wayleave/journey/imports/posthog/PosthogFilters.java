package org.wayleave.journey.imports.posthog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.FactValue;
import org.wayleave.journey.imports.foreign.SourceConditions;
import org.wayleave.journey.imports.source.JsonSource;

/** The filters of PostHog: events and comparisons of properties. */
final class PosthogFilters {

    private PosthogFilters() {}

    /** The names of the events that a filter names, marked as read. */
    static List<JsonSource> events(JsonSource filters) {
        return filters.items("events");
    }

    /** What an event of a filter is called. */
    static String name(JsonSource event) {
        return event.text("id").or(() -> event.text("name")).orElse("any event");
    }

    /** The conditions that the properties of a filter set, all of which must hold; marked as read. */
    static List<Condition> properties(JsonSource filters) {
        List<Condition> conditions = new ArrayList<>();
        for (JsonSource property : filters.items("properties")) {
            conditions.add(property(property));
        }
        return conditions;
    }

    /** A whole filter as conditions: as text where it asks for events too. */
    static List<Condition> all(JsonSource filters) {
        boolean plain = events(filters).isEmpty()
                && filters.items("actions").isEmpty()
                && !filters.items("properties").isEmpty();
        List<Condition> conditions =
                plain ? properties(filters) : List.of(SourceConditions.text("filters", filters.compact()));
        if (!plain) {
            filters.readWhole();
        }
        return conditions;
    }

    private static Condition property(JsonSource property) {
        Optional<String> key = property.text("key");
        String operator = property.text("operator").orElse("exact");
        String of = property.text("type").map(type -> type + ".").orElse("");
        Optional<JsonSource> value = property.field("value");
        if (key.isEmpty()) {
            property.readWhole();
            return SourceConditions.text("filter", property.compact());
        }
        List<FactValue> values = value.map(SourceConditions::values).orElse(List.of());
        String words = operator + value.map(held -> " " + held.compact()).orElse("");
        return SourceConditions.comparing(of + key.get(), operator, values).orElseGet(() -> {
            value.ifPresent(JsonSource::readWhole);
            return SourceConditions.text(of + key.get(), words);
        });
    }
}
