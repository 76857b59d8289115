package org.wayleave.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.event.EventType;
import org.wayleave.data.event.EventTypes;
import org.wayleave.data.process.Amount;
import org.wayleave.data.process.Chance;
import org.wayleave.data.process.Delay;
import org.wayleave.data.process.Emission;
import org.wayleave.data.process.Subject;

/** Reads the rules by which events come about and numbers them in the order of the document. */
final class EmissionReader {
    private static final int DEEPEST = 12;

    private static final double SECOND = 1000;
    private static final double DAY = SeasonCalendar.DAY;

    private final EventTypes events;
    private final List<Category> categories;
    private final List<RecipeContent.Segment> segments;
    private final List<Emission> all = new ArrayList<>();
    private int numbered;

    EmissionReader(EventTypes events, List<Category> categories, List<RecipeContent.Segment> segments) {
        this.events = events;
        this.categories = categories;
        this.segments = segments;
    }

    EventTypes types() {
        return events;
    }

    /** Returns all rules read so far, those within others included. */
    List<Emission> all() {
        return List.copyOf(all);
    }

    /** Returns a number for each segment: the same for all, or by the ids of the segments. */
    double[] bySegment(RecipeNode node, String name, double least, double most) {
        return node.bySegment(
                name, segments.stream().map(RecipeContent.Segment::id).toList(), least, most);
    }

    List<Emission> list(RecipeNode node, String name, Subject.Kind usual) {
        return node.has(name) ? list(node, name, usual, 0) : List.of();
    }

    Emission one(RecipeNode node, Subject.Kind usual) {
        return read(node, usual, 0);
    }

    private List<Emission> list(RecipeNode node, String name, Subject.Kind usual, int depth) {
        if (depth > DEEPEST) {
            throw new RecipeException(node.path() + " is nested too deeply; at most " + DEEPEST + " events may follow"
                    + " one from the other");
        }
        List<Emission> emissions = new ArrayList<>();
        for (RecipeNode item : node.list(name)) {
            emissions.add(read(item, usual, depth));
        }
        return emissions;
    }

    private Emission read(RecipeNode node, Subject.Kind usual, int depth) {
        node.only(
                "event",
                "probability",
                "rate",
                "value",
                "sale",
                "after",
                "about",
                "category",
                "amount",
                "stock",
                "available",
                "then",
                "oneOf");
        int origin = numbered++;
        if (origin > Byte.MAX_VALUE - 1) {
            throw new RecipeException(
                    node.path() + ": a recipe may have at most " + Byte.MAX_VALUE + " rules for events");
        }
        EventType event = event(node, "event");
        Emission emission = new Emission(
                origin,
                node.path(),
                event,
                chance(node),
                delay(node, "after"),
                subject(node, usual),
                amount(node),
                stock(node, depth),
                node.flag("available"),
                follow(node, depth),
                node.has("oneOf"));
        all.add(emission);
        return emission;
    }

    private List<Emission> follow(RecipeNode node, int depth) {
        if (node.has("then") && node.has("oneOf")) {
            throw new RecipeException(node.path() + " may have then or oneOf, not both");
        }
        String name = node.has("oneOf") ? "oneOf" : "then";
        return node.has(name) ? list(node, name, Subject.Kind.SAME, depth + 1) : List.of();
    }

    EventType event(RecipeNode node, String name) {
        String id = node.text(name);
        EventType type = events.named(id);
        if (type == null) {
            throw new RecipeException(node.path() + "." + name + ": the recipe's events have no \"" + id
                    + "\"; there are: "
                    + String.join(
                            ", ", events.all().stream().map(EventType::wire).toList()));
        }
        return type;
    }

    private Chance chance(RecipeNode node) {
        double[] bySegment = node.has("probability") ? bySegment(node, "probability", 0, 1) : bySegment(1);
        double[] byCategory = new double[0];
        if (node.has("rate")) {
            String rate = node.text("rate");
            byCategory = new double[categories.size()];
            for (int i = 0; i < byCategory.length; i++) {
                Double of = categories.get(i).rates().get(rate);
                if (of == null) {
                    throw new RecipeException(node.path() + ".rate: the category "
                            + categories.get(i).id() + " has no rate \"" + rate + "\"; add it to its rates");
                }
                byCategory[i] = of;
            }
        }
        return new Chance(bySegment, byCategory, node.number("value", 0, 2, 0), node.number("sale", -1, 20, 0));
    }

    /** Returns the same number for each segment. */
    double[] bySegment(double value) {
        double[] numbers = new double[segments.size()];
        Arrays.fill(numbers, value);
        return numbers;
    }

    /** Reads a delay: a least and a mean time, each in one of several units. */
    static Delay delay(RecipeNode node, String name) {
        if (!node.has(name)) {
            return Delay.NONE;
        }
        RecipeNode after = node.object(name)
                .only("seconds", "minutes", "hours", "days", "meanSeconds", "meanMinutes", "meanHours", "meanDays");
        double least = after.number("seconds", 0, 86_400, 0) * SECOND
                + after.number("minutes", 0, 10_000, 0) * 60 * SECOND
                + after.number("hours", 0, 1000, 0) * 3600 * SECOND
                + after.number("days", 0, 365, 0) * DAY;
        double mean = after.number("meanSeconds", 0, 86_400, 0) * SECOND
                + after.number("meanMinutes", 0, 10_000, 0) * 60 * SECOND
                + after.number("meanHours", 0, 1000, 0) * 3600 * SECOND
                + after.number("meanDays", 0, 365, 0) * DAY;
        return new Delay(least, mean);
    }

    private Subject subject(RecipeNode node, Subject.Kind usual) {
        if (node.has("category")) {
            return new Subject(Subject.Kind.FIXED, category(node, "category"));
        }
        if (!node.has("about")) {
            return new Subject(usual, -1);
        }
        String about = node.text("about");
        for (Subject.Kind kind : Subject.Kind.values()) {
            if (kind != Subject.Kind.FIXED && kind.wire().equals(about)) {
                return new Subject(kind, -1);
            }
        }
        throw new RecipeException(node.path() + ".about must be one of affinity, same, product, category, none"
                + "; name a category with \"category\"");
    }

    private int category(RecipeNode node, String name) {
        String id = node.text(name);
        for (int i = 0; i < categories.size(); i++) {
            if (categories.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new RecipeException(node.path() + "." + name + ": the recipe has no category " + id);
    }

    /** Reads an amount; null if there is none. */
    @Nullable
    Amount amount(RecipeNode node) {
        if (!node.has("amount")) {
            return null;
        }
        if (node.isText("amount")) {
            return switch (node.text("amount")) {
                case "price" -> new Amount(Amount.Kind.PRICE, bySegment(1), 0, 0, 0);
                case "same" -> new Amount(Amount.Kind.SAME, bySegment(1), 0, 0, 0);
                default -> throw new RecipeException(node.path() + ".amount must be \"price\", \"same\" or an object");
            };
        }
        RecipeNode amount = node.object("amount").only("mean", "share", "spread", "jitter", "value");
        if (amount.has("share")) {
            return new Amount(Amount.Kind.SAME, bySegment(amount, "share", 0, 100), 0, 0, 0);
        }
        return new Amount(
                Amount.Kind.DRAWN,
                bySegment(amount, "mean", 0, 10_000_000),
                amount.number("spread", 0, 2, 0),
                amount.number("jitter", 0, 2, 0),
                amount.number("value", -1, 1, 0));
    }

    private Emission.@Nullable StockWatch stock(RecipeNode node, int depth) {
        if (!node.has("stock")) {
            return null;
        }
        RecipeNode stock = node.object("stock").only("soldOut", "watchDays", "back");
        return new Emission.StockWatch(
                event(stock, "soldOut"),
                read(stock.object("back"), Subject.Kind.SAME, depth + 1),
                stock.integer("watchDays", 1, 365));
    }
}
