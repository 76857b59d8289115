package org.wayleave.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.EventContract;
import org.wayleave.data.catalogue.EventField;
import org.wayleave.data.event.EventTypes;

/** Reads the kinds of event of a recipe, each of which needs a contract in the catalogue. */
final class EventReader {
    private static final Set<String> KNOWN_TO_ALL = Set.of("time", "person");

    private final Map<String, RecipeNode> nodes;
    private final Catalogue catalogue;

    EventReader(RecipeNode root, Catalogue catalogue) {
        nodes = root.entries("events");
        this.catalogue = catalogue;
        if (nodes.size() > EventTypes.MOST) {
            throw new RecipeException("recipe.events may hold at most " + EventTypes.MOST + " events");
        }
    }

    EventTypes types() {
        Map<String, String> titles = new LinkedHashMap<>();
        nodes.forEach((id, node) -> titles.put(id, node.only("title", "fields").text("title")));
        return EventTypes.of(titles);
    }

    EventFields fields() {
        Map<String, List<EventFields.Field>> all = new LinkedHashMap<>();
        nodes.forEach((id, node) -> {
            EventContract contract = catalogue.events().get(id);
            if (contract == null) {
                throw new RecipeException(node.path() + ": the catalogue has no contract for this event; add "
                        + "events." + id + " to the catalogue");
            }
            all.put(id, fields(node, contract));
        });
        return new EventFields(all);
    }

    private static List<EventFields.Field> fields(RecipeNode node, EventContract contract) {
        Map<String, String> columns = node.has("fields") ? node.textTable("fields") : Map.of();
        List<EventFields.Field> fields = new ArrayList<>();
        columns.forEach((name, wire) -> {
            if (contract.fields().stream().noneMatch(field -> field.name().equals(name))) {
                throw new RecipeException(
                        node.path() + ".fields." + name + ": the event's contract in the catalogue has no such field");
            }
            fields.add(new EventFields.Field(name, column(node, name, wire)));
        });
        for (EventField field : contract.fields()) {
            if (field.required() && !KNOWN_TO_ALL.contains(field.name()) && !columns.containsKey(field.name())) {
                throw new RecipeException(node.path() + ".fields lacks " + field.name()
                        + ", which the event's contract in the catalogue requires");
            }
        }
        return List.copyOf(fields);
    }

    private static EventFields.Column column(RecipeNode node, String name, String wire) {
        for (EventFields.Column column : EventFields.Column.values()) {
            if (column.wire().equals(wire)) {
                return column;
            }
        }
        throw new RecipeException(node.path() + ".fields." + name
                + " must be category, product, size, amount, discount or device, is " + wire);
    }
}
