package org.wayleave.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.event.EventType;
import org.wayleave.data.feature.Calculation;
import org.wayleave.data.feature.ElementAge;
import org.wayleave.data.feature.FeatureDefinition;
import org.wayleave.data.feature.FeatureSpec;
import org.wayleave.data.feature.FeatureTable;

/** Reads the features of a recipe and where the records of its data elements come from. */
final class FeatureReader {
    private final RecipeNode root;
    private final Catalogue catalogue;
    private final List<Category> categories;

    FeatureReader(RecipeNode root, Catalogue catalogue, List<Category> categories) {
        this.root = root;
        this.catalogue = catalogue;
        this.categories = categories;
    }

    FeatureTable read() {
        List<FeatureDefinition> definitions = new ArrayList<>();
        for (RecipeNode node : root.list("features")) {
            node.only("name", "of", "title", "unit", "element", "edges", "windowDays", "category", "description");
            Calculation calculation = calculation(node);
            if (calculation == Calculation.AFFINITY) {
                for (int i = 0; i < categories.size(); i++) {
                    definitions.add(affinity(node, i));
                }
            } else {
                definitions.add(definition(node, calculation, category(node), node.text("name"), node.text("title")));
            }
        }
        List<ElementAge> elements = new ArrayList<>();
        root.entries("elements").forEach((id, node) -> elements.add(element(id, node)));
        boolean[] consumable = new boolean[categories.size()];
        for (int i = 0; i < consumable.length; i++) {
            consumable[i] = categories.get(i).replenishment() != null;
        }
        try {
            return new FeatureTable(definitions, elements, consumable);
        } catch (IllegalArgumentException e) {
            throw new RecipeException("recipe.features: " + e.getMessage(), e);
        }
    }

    private static Calculation calculation(RecipeNode node) {
        Calculation calculation = Calculation.named(node.text("of"));
        if (calculation == null) {
            throw new RecipeException(node.path() + ".of must be one of " + Calculation.names());
        }
        return calculation;
    }

    private FeatureDefinition affinity(RecipeNode node, int category) {
        Category of = categories.get(category);
        return definition(
                node,
                Calculation.AFFINITY,
                category,
                node.text("name") + camelCase(of.id()),
                node.text("title") + " " + of.title().toLowerCase(Locale.ROOT));
    }

    private FeatureDefinition definition(
            RecipeNode node, Calculation calculation, int category, String name, String title) {
        List<String> vocabulary = switch (calculation) {
            case LIFECYCLE -> FeatureTable.LIFECYCLE;
            case INFERRED_INTEREST -> FeatureTable.INFERRED;
            case TOP_CATEGORY -> categories.stream().map(Category::id).toList();
            default -> List.of();
        };
        FeatureSpec spec = new FeatureSpec(
                name,
                title,
                node.text("description"),
                calculation.kind(),
                node.text("unit", ""),
                vocabulary,
                element(node));
        double[] edges = node.has("edges") ? node.numbers("edges", -1e9, 1e9) : new double[0];
        for (int i = 1; i < edges.length; i++) {
            if (edges[i] <= edges[i - 1]) {
                throw new RecipeException(node.path() + ".edges must be ascending");
            }
        }
        int edgesNeeded = switch (calculation) {
            case LIFECYCLE -> 3;
            case INFERRED_INTEREST -> 1;
            default -> 0;
        };
        if (edges.length < edgesNeeded) {
            throw new RecipeException(node.path() + ".edges must hold " + edgesNeeded + " numbers");
        }
        if (calculation == Calculation.INFERRED_INTEREST && category < 0) {
            throw new RecipeException(node.path() + ".category must name the category the guess is made from");
        }
        int window = node.has("windowDays")
                ? node.integer("windowDays", 1, FeatureTable.WINDOW_DAYS)
                : FeatureTable.WINDOW_DAYS;
        return new FeatureDefinition(spec, calculation, edges, window, category);
    }

    private ElementAge element(String id, RecipeNode node) {
        if (!catalogue.dataElements().containsKey(id)) {
            throw new RecipeException(node.path() + ": the catalogue has no data element of that name");
        }
        node.only("events", "category", "answers", "profile");
        if (node.has("profile")) {
            return new ElementAge(id, ElementAge.Origin.PROFILE, List.of(), -1);
        }
        if (node.has("answers")) {
            ElementAge.Origin origin = switch (node.text("answers")) {
                case "preferences" -> ElementAge.Origin.PREFERENCES;
                case "sizes" -> ElementAge.Origin.SIZES;
                case "goals" -> ElementAge.Origin.GOALS;
                default -> throw new RecipeException(node.path() + ".answers must be preferences, sizes or goals");
            };
            return new ElementAge(id, origin, List.of(), -1);
        }
        Map<String, EventType> known = new LinkedHashMap<>();
        for (EventType type : EventType.values()) {
            known.put(type.wire(), type);
        }
        List<EventType> events = new ArrayList<>();
        for (String event : node.texts("events")) {
            EventType type = known.get(event);
            if (type == null) {
                throw new RecipeException(
                        node.path() + ".events must be among " + String.join(", ", known.keySet()) + ", not " + event);
            }
            events.add(type);
        }
        return new ElementAge(id, ElementAge.Origin.EVENTS, events, category(node));
    }

    private String element(RecipeNode node) {
        String element = node.text("element");
        if (!catalogue.dataElements().containsKey(element)) {
            throw new RecipeException(node.path() + ".element: the catalogue has no data element " + element);
        }
        return element;
    }

    private int category(RecipeNode node) {
        if (!node.has("category")) {
            return -1;
        }
        String id = node.text("category");
        for (int i = 0; i < categories.size(); i++) {
            if (categories.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new RecipeException(node.path() + ".category: the recipe has no category " + id);
    }

    private static String camelCase(String id) {
        StringBuilder name = new StringBuilder();
        for (String part : id.split("-", -1)) {
            if (!part.isEmpty()) {
                name.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
            }
        }
        return name.toString();
    }
}
