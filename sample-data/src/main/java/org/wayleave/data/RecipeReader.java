package org.wayleave.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.StrictJson;

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
                "behaviour",
                "season",
                "consent",
                "answers",
                "features",
                "elements",
                "truth");
        List<Category> categories = categories();
        return new RecipeContent(
                root.text("id"),
                root.integer("version", 1, 1_000_000),
                root.text("title"),
                root.text("vertical"),
                root.text("currency"),
                shares("ageBands", names(AgeBand.values(), AgeBand::wire)),
                countries(),
                shares("devices", names(Device.values(), Device::wire)),
                flags(),
                tenure(),
                root.table("reach", catalogue.channels().keySet(), 0, 1),
                segments(),
                categories,
                behaviour(),
                season(),
                new ConsentReader(root.object("consent"), catalogue).read(),
                answers(),
                new FeatureReader(root, catalogue, categories).read(),
                new TruthReader(root.object("truth"), catalogue).read());
    }

    private double[] shares(String name, Set<String> names) {
        Map<String, Double> table = root.table(name, names, 0, 1);
        double[] shares = names.stream().mapToDouble(table::get).toArray();
        RecipeNode.sumsToOne("recipe." + name, shares);
        return shares;
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

    private List<RecipeContent.Flag> flags() {
        List<RecipeContent.Flag> flags = new ArrayList<>();
        root.entries("flags").forEach((id, node) -> {
            node.only("title", "share");
            flags.add(new RecipeContent.Flag(id, node.text("title"), node.share("share")));
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
            node.only("title", "share", "visitsPerYear", "priceSensitivity");
            segments.add(new RecipeContent.Segment(
                    id,
                    node.text("title"),
                    node.share("share"),
                    node.number("visitsPerYear", 0, 300),
                    node.share("priceSensitivity")));
        });
        RecipeNode.sumsToOne(
                "recipe.segments",
                segments.stream().mapToDouble(RecipeContent.Segment::share).toArray());
        return List.copyOf(segments);
    }

    private List<Category> categories() {
        List<Category> categories = new ArrayList<>();
        root.entries("categories").forEach((id, node) -> {
            node.only(
                    "title",
                    "share",
                    "products",
                    "sizes",
                    "price",
                    "priceSpread",
                    "returnRate",
                    "outOfStockShare",
                    "outOfStockDays",
                    "replenishment");
            categories.add(new Category(
                    id,
                    node.text("title"),
                    node.share("share"),
                    node.integer("products", 1, 2000),
                    node.texts("sizes"),
                    node.number("price", 0.01, 1_000_000),
                    node.number("priceSpread", 0, 2),
                    node.share("returnRate"),
                    node.number("outOfStockShare", 0, 0.9),
                    node.number("outOfStockDays", 0.1, 365),
                    replenishment(node)));
        });
        RecipeNode.sumsToOne(
                "recipe.categories",
                categories.stream().mapToDouble(Category::share).toArray());
        if (categories.size() > 100
                || categories.stream().anyMatch(c -> c.sizes().size() > 100)) {
            throw new RecipeException("recipe.categories may hold at most 100 categories of at most 100 sizes each");
        }
        return List.copyOf(categories);
    }

    private static Category.@Nullable Replenishment replenishment(RecipeNode category) {
        if (!category.has("replenishment")) {
            return null;
        }
        RecipeNode node = category.object("replenishment").only("regulars", "cycleDays", "spread", "keepRate");
        return new Category.Replenishment(
                node.share("regulars"),
                node.number("cycleDays", 3, 365),
                node.number("spread", 0, 1),
                node.share("keepRate"));
    }

    private RecipeContent.Behaviour behaviour() {
        RecipeNode node = root.object("behaviour")
                .only(
                        "affinityConcentration",
                        "visitSpread",
                        "sensitivitySpread",
                        "lapsePerMonth",
                        "returnPerMonth",
                        "lapsedVisitShare",
                        "viewsPerVisit",
                        "searchesPerVisit",
                        "purchasesPerVisit",
                        "purchaseSpread",
                        "abandonedCartsPerVisit",
                        "supportPerPurchase",
                        "voucherShare",
                        "voucherDiscount",
                        "saleLift",
                        "stockWatchDays",
                        "stockPurchaseRate",
                        "stockPurchaseDays");
        return new RecipeContent.Behaviour(
                node.number("affinityConcentration", 0.1, 1000),
                node.number("visitSpread", 0, 1.5),
                node.number("sensitivitySpread", 0, 0.5),
                node.number("lapsePerMonth", 0.0001, 1),
                node.number("returnPerMonth", 0.0001, 1),
                node.share("lapsedVisitShare"),
                node.number("viewsPerVisit", 1, 20),
                node.share("searchesPerVisit"),
                node.share("purchasesPerVisit"),
                node.number("purchaseSpread", 0, 1),
                node.share("abandonedCartsPerVisit"),
                node.share("supportPerPurchase"),
                node.share("voucherShare"),
                node.share("voucherDiscount"),
                node.number("saleLift", 0, 3),
                node.integer("stockWatchDays", 1, 365),
                node.share("stockPurchaseRate"),
                node.number("stockPurchaseDays", 0.1, 60));
    }

    private RecipeContent.Season season() {
        RecipeNode node = root.object("season").only("months", "weekdays", "hours", "sales");
        RecipeNode hours = node.object("hours");
        Set<String> devices = names(Device.values(), Device::wire);
        hours.only(devices.toArray(String[]::new));
        double[][] byDevice = devices.stream()
                .map(device -> hours.numbers(device, 24, 0, 1000))
                .toArray(double[][]::new);
        List<RecipeContent.Sale> sales = new ArrayList<>();
        for (RecipeNode sale : node.list("sales")) {
            sale.only("title", "from", "to", "discount");
            int from = monthDay(sale, "from");
            int to = monthDay(sale, "to");
            if (to < from) {
                throw new RecipeException(
                        sale.path() + ".to must not be before from; split a sale at the turn of the year");
            }
            sales.add(new RecipeContent.Sale(sale.text("title"), from, to, sale.share("discount")));
        }
        return new RecipeContent.Season(
                node.numbers("months", 12, 0.01, 100), node.numbers("weekdays", 7, 0.01, 100), byDevice, sales);
    }

    private static int monthDay(RecipeNode node, String name) {
        String text = node.text(name);
        if (!text.matches("(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")) {
            throw new RecipeException(node.path() + "." + name + " must be month and day such as 11-30, is " + text);
        }
        return Integer.parseInt(text.substring(0, 2)) * 100 + Integer.parseInt(text.substring(3));
    }

    private RecipeContent.AnswerTable answers() {
        RecipeNode node =
                root.object("answers").only("share", "value", "preferencesShare", "sizesShare", "goalsShare", "goals");
        List<RecipeContent.Goal> goals = new ArrayList<>();
        node.entries("goals").forEach((id, goal) -> {
            goal.only("title", "share");
            goals.add(new RecipeContent.Goal(id, goal.text("title"), goal.share("share")));
        });
        RecipeNode.sumsToOne(
                node.path() + ".goals",
                goals.stream().mapToDouble(RecipeContent.Goal::share).toArray());
        return new RecipeContent.AnswerTable(
                node.share("share"),
                node.number("value", -0.95, 0.95),
                node.share("preferencesShare"),
                node.share("sizesShare"),
                node.share("goalsShare"),
                List.copyOf(goals));
    }

    private static <T> Set<String> names(T[] values, java.util.function.Function<T, String> wire) {
        Set<String> names = new LinkedHashSet<>();
        for (T value : values) {
            names.add(wire.apply(value));
        }
        return names;
    }
}
