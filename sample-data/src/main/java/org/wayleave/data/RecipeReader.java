package org.wayleave.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.StrictJson;
import org.wayleave.data.event.EventType;
import org.wayleave.data.event.EventTypes;
import org.wayleave.data.process.Emission;
import org.wayleave.data.process.LifeProcess;
import org.wayleave.data.process.Subject;

/** Reads a recipe document and checks every number in it. */
final class RecipeReader {
    private static final int MAX_CHARACTERS = 4 * 1024 * 1024;

    private final RecipeNode root;
    private final Catalogue catalogue;

    RecipeReader(String json, Catalogue catalogue) {
        if (json.length() > MAX_CHARACTERS) {
            throw new RecipeException("the recipe is larger than 4 MiB; shorten it");
        }
        try {
            root = new RecipeNode(StrictJson.read(json), "recipe");
        } catch (JsonProcessingException e) {
            throw new RecipeException(
                    "the recipe is not valid JSON at " + StrictJson.place(e) + ": " + e.getOriginalMessage(), e);
        }
        this.catalogue = catalogue;
    }

    RecipeContent read() {
        root.only(
                "id",
                "version",
                "title",
                "vertical",
                "currency",
                "ageBands",
                "countries",
                "devices",
                "flags",
                "tenure",
                "reach",
                "segments",
                "categories",
                "people",
                "events",
                "processes",
                "consequences",
                "season",
                "consent",
                "answers",
                "features",
                "elements",
                "truth");
        List<RecipeContent.Segment> segments = segments();
        double[][] categoryShares = categoryShares(segments);
        List<Category> categories = categories(segments, categoryShares);
        EventReader eventReader = new EventReader(root, catalogue);
        EventTypes events = eventReader.types();
        EmissionReader emissions = new EmissionReader(events, categories, segments);
        List<LifeProcess> processes = new ProcessReader(emissions, categories.size()).read(root.entries("processes"));
        Map<String, List<Emission>> consequences = consequences(emissions, events);
        List<RecipeContent.Goal> goals = goals(categories);
        List<RecipeContent.Flag> flags = flags(emissions);
        ProcessReader.checkRates(processes, flags);
        return new RecipeContent(
                root.text("id"),
                root.integer("version", 1, 1_000_000),
                root.text("title"),
                root.text("vertical"),
                root.text("currency"),
                ageBands(),
                countries(),
                shares(root, "devices", names(Device.values(), Device::wire)),
                flags,
                tenure(),
                root.table("reach", catalogue.channels().keySet(), 0, 1),
                segments,
                categories,
                categoryShares,
                behaviour(),
                events,
                eventReader.fields(),
                processes,
                consequences,
                emissions.all(),
                new SeasonReader(root.object("season")).read(),
                new ConsentReader(root.object("consent"), catalogue, events).read(),
                answers(goals),
                new FeatureReader(root, catalogue, categories, events, goals).read(),
                new TruthReader(root.object("truth"), catalogue, emissions, categories).read());
    }

    private Map<String, List<Emission>> consequences(EmissionReader emissions, EventTypes events) {
        Map<String, List<Emission>> consequences = new LinkedHashMap<>();
        if (root.has("consequences")) {
            RecipeNode node = root.object("consequences");
            node.only(events.all().stream().map(EventType::wire).toArray(String[]::new));
            for (EventType type : events.all()) {
                if (node.has(type.wire())) {
                    consequences.put(type.wire(), emissions.list(node, type.wire(), Subject.Kind.SAME));
                }
            }
        }
        Consequences.refuseLoops(consequences);
        return consequences;
    }

    private static double[] shares(RecipeNode node, String name, Set<String> names) {
        Map<String, Double> table = node.table(name, names, 0, 1);
        double[] shares = names.stream().mapToDouble(table::get).toArray();
        RecipeNode.sumsToOne(node.path() + "." + name, shares);
        return shares;
    }

    /** Returns the shares of age bands by segment: its own, or those of the recipe. */
    private double[][] ageBands() {
        Set<String> bands = names(AgeBand.values(), AgeBand::wire);
        double[] usual = shares(root, "ageBands", bands);
        return root.entries("segments").values().stream()
                .map(segment -> segment.has("ageBands") ? shares(segment, "ageBands", bands) : usual)
                .toArray(double[][]::new);
    }

    private List<Country> countries() {
        List<Country> countries = new ArrayList<>();
        root.entries("countries").forEach((code, node) -> {
            node.only("title", "share", "cities");
            List<Country.City> cities = new ArrayList<>();
            node.entries("cities").forEach((name, city) -> {
                city.only("share", "zone");
                cities.add(new Country.City(name, city.share("share"), zone(city)));
            });
            RecipeNode.sumsToOne(
                    node.path() + ".cities",
                    cities.stream().mapToDouble(Country.City::share).toArray());
            countries.add(new Country(code, node.text("title"), node.share("share"), cities));
        });
        RecipeNode.sumsToOne(
                "recipe.countries",
                countries.stream().mapToDouble(Country::share).toArray());
        if (countries.size() > 120
                || countries.stream().anyMatch(country -> country.cities().size() > 120)) {
            throw new RecipeException("recipe.countries may hold at most 120 countries of at most 120 cities each");
        }
        return List.copyOf(countries);
    }

    private static ZoneId zone(RecipeNode city) {
        String zone = city.text("zone");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new RecipeException(city.path() + ".zone must be a time zone such as Europe/Paris, is " + zone, e);
        }
    }

    private List<RecipeContent.Flag> flags(EmissionReader bySegment) {
        List<RecipeContent.Flag> flags = new ArrayList<>();
        root.entries("flags").forEach((id, node) -> {
            node.only("title", "share", "rates");
            flags.add(new RecipeContent.Flag(
                    id,
                    node.text("title"),
                    bySegment.bySegment(node, "share", 0, 1),
                    node.has("rates") ? node.table("rates", 0, 100) : Map.of()));
        });
        if (flags.size() > 30) {
            throw new RecipeException("recipe.flags may hold at most 30 flags");
        }
        return List.copyOf(flags);
    }

    private RecipeContent.Tenure tenure() {
        RecipeNode node = root.object("tenure").only("newShare", "oldestDays");
        return new RecipeContent.Tenure(node.share("newShare"), node.integer("oldestDays", 366, 36500));
    }

    private List<RecipeContent.Segment> segments() {
        List<RecipeContent.Segment> segments = new ArrayList<>();
        root.entries("segments").forEach((id, node) -> {
            node.only("title", "share", "priceSensitivity", "ageBands");
            segments.add(new RecipeContent.Segment(
                    id, node.text("title"), node.share("share"), node.number("priceSensitivity", 0, 1, 0)));
        });
        RecipeNode.sumsToOne(
                "recipe.segments",
                segments.stream().mapToDouble(RecipeContent.Segment::share).toArray());
        return List.copyOf(segments);
    }

    /** Returns the shares of the categories by segment. */
    private double[][] categoryShares(List<RecipeContent.Segment> segments) {
        List<String> ids = segments.stream().map(RecipeContent.Segment::id).toList();
        List<double[]> byCategory = new ArrayList<>();
        root.entries("categories").values().forEach(node -> byCategory.add(node.bySegment("share", ids, 0, 1)));
        double[][] shares = new double[segments.size()][byCategory.size()];
        for (int segment = 0; segment < shares.length; segment++) {
            for (int category = 0; category < byCategory.size(); category++) {
                shares[segment][category] = byCategory.get(category)[segment];
            }
            RecipeNode.sumsToOne("recipe.categories, segment " + ids.get(segment), shares[segment]);
        }
        return shares;
    }

    private List<Category> categories(List<RecipeContent.Segment> segments, double[][] shares) {
        List<Category> categories = new ArrayList<>();
        root.entries("categories").forEach((id, node) -> {
            node.only("title", "share", "products", "sizes", "price", "priceSpread", "rates", "stock");
            RecipeNode stock = node.has("stock") ? node.object("stock").only("outShare", "outDays") : null;
            categories.add(new Category(
                    id,
                    node.text("title"),
                    mean(segments, shares, categories.size()),
                    node.has("products") ? node.integer("products", 1, 2000) : 1,
                    node.has("sizes") ? node.texts("sizes") : List.of(),
                    node.number("price", 0, 1_000_000, 0),
                    node.number("priceSpread", 0, 2, 0),
                    node.has("rates") ? node.table("rates", 0, 100) : Map.of(),
                    stock == null ? 0 : stock.number("outShare", 0, 0.9),
                    stock == null ? 1 : stock.number("outDays", 0.1, 365)));
        });
        if (categories.size() > 100
                || categories.stream().anyMatch(c -> c.sizes().size() > 100)) {
            throw new RecipeException("recipe.categories may hold at most 100 categories of at most 100 sizes each");
        }
        return List.copyOf(categories);
    }

    private static double mean(List<RecipeContent.Segment> segments, double[][] shares, int category) {
        double mean = 0;
        for (int i = 0; i < shares.length; i++) {
            mean += segments.get(i).share() * shares[i][category];
        }
        return mean;
    }

    private RecipeContent.Behaviour behaviour() {
        RecipeNode node = root.object("people").only("affinityConcentration", "sensitivitySpread");
        return new RecipeContent.Behaviour(
                node.number("affinityConcentration", 0.1, 1000), node.number("sensitivitySpread", 0, 1, 0));
    }

    private List<RecipeContent.Goal> goals(List<Category> categories) {
        List<String> ids = categories.stream().map(Category::id).toList();
        List<RecipeContent.Goal> goals = new ArrayList<>();
        RecipeNode answers = root.object("answers");
        answers.entries("goals").forEach((id, goal) -> {
            goal.only("title", "share", "category");
            int category = goal.has("category") ? ids.indexOf(goal.text("category")) : -1;
            if (goal.has("category") && category < 0) {
                throw new RecipeException(
                        goal.path() + ".category: the recipe has no category " + goal.text("category"));
            }
            goals.add(new RecipeContent.Goal(id, goal.text("title"), goal.share("share"), category));
        });
        RecipeNode.sumsToOne(
                answers.path() + ".goals",
                goals.stream().mapToDouble(RecipeContent.Goal::share).toArray());
        return List.copyOf(goals);
    }

    private RecipeContent.AnswerTable answers(List<RecipeContent.Goal> goals) {
        RecipeNode node =
                root.object("answers").only("share", "value", "preferencesShare", "sizesShare", "goalsShare", "goals");
        return new RecipeContent.AnswerTable(
                node.share("share"),
                node.number("value", -0.95, 0.95),
                node.share("preferencesShare"),
                node.share("sizesShare"),
                node.share("goalsShare"),
                goals);
    }

    static <T> Set<String> names(T[] values, java.util.function.Function<T, String> wire) {
        Set<String> names = new LinkedHashSet<>();
        for (T value : values) {
            names.add(wire.apply(value));
        }
        return names;
    }
}
