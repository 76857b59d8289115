package org.wayleave.data;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.event.EventType;
import org.wayleave.data.event.EventTypes;
import org.wayleave.data.feature.Calculation;
import org.wayleave.data.feature.ElementAge;
import org.wayleave.data.feature.EventSet;
import org.wayleave.data.feature.FeatureDefinition;
import org.wayleave.data.feature.FeatureSpec;
import org.wayleave.data.feature.FeatureTable;
import org.wayleave.data.feature.Score;

/** Reads the features of a recipe and where the records of its data elements come from. */
final class FeatureReader {
    private final RecipeNode root;
    private final Catalogue catalogue;
    private final List<Category> categories;
    private final EventTypes events;
    private final List<RecipeContent.Goal> goals;

    FeatureReader(
            RecipeNode root,
            Catalogue catalogue,
            List<Category> categories,
            EventTypes events,
            List<RecipeContent.Goal> goals) {
        this.root = root;
        this.catalogue = catalogue;
        this.categories = categories;
        this.events = events;
        this.goals = goals;
    }

    FeatureTable read() {
        List<FeatureDefinition> definitions = new ArrayList<>();
        for (RecipeNode node : root.list("features")) {
            node.only(
                    "name",
                    "of",
                    "title",
                    "unit",
                    "element",
                    "description",
                    "events",
                    "categories",
                    "reduced",
                    "per",
                    "perCategories",
                    "less",
                    "weights",
                    "terms",
                    "zeroWhen",
                    "onlyWhen",
                    "afterDays",
                    "edges",
                    "windowDays",
                    "windowHours",
                    "windowMinutes");
            Calculation calculation = calculation(node);
            if (calculation == Calculation.AFFINITY) {
                for (int i = 0; i < categories.size(); i++) {
                    definitions.add(affinity(node, i));
                }
            } else {
                definitions.add(definition(node, calculation, -1, node.text("name"), node.text("title")));
                checkScore(node, definitions);
            }
        }
        List<ElementAge> elements = new ArrayList<>();
        root.entries("elements").forEach((id, node) -> elements.add(element(id, node)));
        try {
            return new FeatureTable(definitions, elements, categories.size());
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
        FeatureSpec spec = new FeatureSpec(
                name,
                title,
                node.text("description"),
                calculation.kind(),
                node.text("unit", ""),
                vocabulary(calculation),
                element(node));
        Map<String, Integer> weights = node.has("weights") ? node.integerTable("weights", 1, 1000) : Map.of();
        EventSet of = weights.isEmpty()
                ? eventSet(node, "events", "categories", node.flag("reduced"), events, categories)
                : new EventSet(types(node, "weights", List.copyOf(weights.keySet()), events), List.of(), false);
        if (of.isEmpty() == calculation.readsEvents()) {
            throw new RecipeException(node.path()
                    + (of.isEmpty() ? ".events must name the events it is computed from" : ".events: it reads none"));
        }
        EventSet per = eventSet(node, "per", "perCategories", false, events, categories);
        if (calculation.needsPer() && per.isEmpty()) {
            throw new RecipeException(node.path() + ".per must name the events that those are compared with");
        }
        return new FeatureDefinition(
                spec,
                calculation,
                of,
                per,
                eventSet(node, "less", "lessCategories", false, events, categories),
                weights,
                edges(node, calculation),
                window(node),
                calculation == Calculation.UNTIL
                        ? Duration.ofDays(node.integer("afterDays", 1, 365)).toMillis()
                        : 0,
                category,
                calculation == Calculation.SCORE ? score(node) : null);
    }

    private static Score score(RecipeNode node) {
        List<Score.Term> terms = new ArrayList<>();
        for (RecipeNode term : node.list("terms")) {
            terms.add(new Score.Term(
                    bound(term.only("feature", "upTo", "atLeast", "atMost", "weight"), true),
                    term.number("weight", -1000, 1000)));
        }
        return new Score(terms, bounds(node, "zeroWhen"), bounds(node, "onlyWhen"));
    }

    private static List<Score.Bound> bounds(RecipeNode node, String name) {
        List<Score.Bound> bounds = new ArrayList<>();
        for (RecipeNode bound : node.has(name) ? node.list(name) : List.<RecipeNode>of()) {
            bounds.add(bound(bound.only("feature", "atLeast", "atMost"), false));
        }
        return bounds;
    }

    private static Score.Bound bound(RecipeNode node, boolean graded) {
        for (Score.Side side : Score.Side.values()) {
            if (node.has(side.wire()) && (graded || side != Score.Side.UP_TO)) {
                double least = side == Score.Side.UP_TO ? 1e-6 : -1e9;
                return new Score.Bound(node.text("feature"), side, node.number(side.wire(), least, 1e9));
            }
        }
        throw new RecipeException(
                node.path() + " must have " + (graded ? "upTo, atLeast or atMost" : "atLeast or atMost"));
    }

    /** A score may only read features that stand before it. */
    private static void checkScore(RecipeNode node, List<FeatureDefinition> soFar) {
        Score score = soFar.getLast().score();
        if (score == null) {
            return;
        }
        List<String> known = soFar.subList(0, soFar.size() - 1).stream()
                .map(d -> d.spec().name())
                .toList();
        Stream.of(score.terms().stream().map(Score.Term::bound), score.zeroWhen().stream(), score.onlyWhen().stream())
                .flatMap(bounds -> bounds)
                .filter(bound -> !known.contains(bound.feature()))
                .findFirst()
                .ifPresent(bound -> {
                    throw new RecipeException(node.path() + ": no feature named " + bound.feature()
                            + " stands before it; a score may read only such");
                });
    }

    private List<String> vocabulary(Calculation calculation) {
        return switch (calculation) {
            case LIFECYCLE -> FeatureTable.LIFECYCLE;
            case LIKELY -> FeatureTable.LIKELY;
            case TOP_CATEGORY, LAST_CATEGORY ->
                categories.stream().map(Category::id).toList();
            case TOLD -> goals.stream().map(RecipeContent.Goal::id).toList();
            default -> List.of();
        };
    }

    private static double[] edges(RecipeNode node, Calculation calculation) {
        double[] edges = node.has("edges") ? node.numbers("edges", -1e9, 1e9) : new double[0];
        // The first edge of a lifecycle bounds the time since the first event, the others that since the newest.
        for (int i = calculation == Calculation.LIFECYCLE ? 2 : 1; i < edges.length; i++) {
            if (edges[i] <= edges[i - 1]) {
                throw new RecipeException(node.path() + ".edges must be ascending");
            }
        }
        int edgesNeeded = switch (calculation) {
            case LIFECYCLE -> 3;
            case LIKELY -> 1;
            default -> 0;
        };
        if (edges.length < edgesNeeded) {
            throw new RecipeException(node.path() + ".edges must hold " + edgesNeeded + " numbers");
        }
        return edges;
    }

    private static long window(RecipeNode node) {
        if (node.has("windowMinutes")) {
            return Duration.ofMinutes(node.integer("windowMinutes", 1, 24 * 60)).toMillis();
        }
        if (node.has("windowHours")) {
            return Duration.ofHours(node.integer("windowHours", 1, 24 * 31)).toMillis();
        }
        int days = node.has("windowDays")
                ? node.integer("windowDays", 1, FeatureTable.WINDOW_DAYS)
                : FeatureTable.WINDOW_DAYS;
        return Duration.ofDays(days).toMillis();
    }

    /** Reads a set of events; none where the node does not name any. */
    static EventSet eventSet(
            RecipeNode node,
            String name,
            String categoriesName,
            boolean reduced,
            EventTypes events,
            List<Category> categories) {
        if (!node.has(name)) {
            return EventSet.NONE;
        }
        List<Integer> about = new ArrayList<>();
        if (node.has(categoriesName)) {
            List<String> ids = categories.stream().map(Category::id).toList();
            for (String id : node.texts(categoriesName)) {
                if (!ids.contains(id)) {
                    throw new RecipeException(
                            node.path() + "." + categoriesName + ": the recipe has no category " + id);
                }
                about.add(ids.indexOf(id));
            }
        }
        return new EventSet(types(node, name, node.texts(name), events), about, reduced);
    }

    private static List<EventType> types(RecipeNode node, String name, List<String> ids, EventTypes events) {
        List<EventType> types = new ArrayList<>();
        for (String id : ids) {
            EventType type = events.named(id);
            if (type == null) {
                throw new RecipeException(node.path() + "." + name + " must be among "
                        + String.join(
                                ", ", events.all().stream().map(EventType::wire).toList())
                        + ", not " + id);
            }
            types.add(type);
        }
        return types;
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
        return new ElementAge(
                id, ElementAge.Origin.EVENTS, types(node, "events", node.texts("events"), events), category(node));
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
