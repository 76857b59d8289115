package org.wayleave.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.feature.EventSet;
import org.wayleave.data.process.Amount;

/** Reads the coefficients of the truth. */
final class TruthReader {
    private static final Set<String> RUNGS = Set.of("personalised", "contextual", "generic");

    private final RecipeNode node;
    private final Catalogue catalogue;
    private final EmissionReader events;
    private final List<Category> categories;

    TruthReader(RecipeNode node, Catalogue catalogue, EmissionReader events, List<Category> categories) {
        this.node = node.only(
                "windowDays",
                "outcome",
                "about",
                "lapsed",
                "notice",
                "click",
                "respond",
                "deter",
                "cannibalise",
                "unsubscribe",
                "renewal");
        this.catalogue = catalogue;
        this.events = events;
        this.categories = categories;
    }

    RecipeContent.TruthTable read() {
        RecipeNode lapsed = node.object("lapsed").only("event", "days");
        return new RecipeContent.TruthTable(
                node.integer("windowDays", 1, 90),
                outcome(node.object("outcome").only("event", "title", "value", "unit")),
                about(),
                new RecipeContent.Lapsed(events.event(lapsed, "event"), lapsed.integer("days", 1, 365)),
                notice(node.object("notice").only("channels", "rungs", "value", "affinity", "fatigue")),
                click(node.object("click").only("channels", "rungs", "value", "affinity", "fatigue", "discount")),
                respond(node.object("respond")
                        .only(
                                "topics",
                                "rungs",
                                "value",
                                "privacyConcern",
                                "affinity",
                                "discount",
                                "clicked",
                                "lapsed",
                                "told",
                                "amount",
                                "delayHours")),
                deter(node.object("deter").only("base", "privacyConcern", "fatigue", "personalised")),
                cannibalise(node.object("cannibalise").only("base", "discount", "clicked")),
                unsubscribe(node.object("unsubscribe")
                        .only("channels", "privacyConcern", "value", "fatigue", "delayHours")),
                renewal(node.object("renewal")
                        .only("base", "value", "privacyConcern", "fatigue", "refuses", "delayHours")));
    }

    private Outcome outcome(RecipeNode part) {
        boolean counted = switch (part.text("value")) {
            case "count" -> true;
            case "amount" -> false;
            default -> throw new RecipeException(part.path() + ".value must be count or amount");
        };
        return new Outcome(events.event(part, "event"), part.text("title"), counted, part.text("unit"));
    }

    private Map<String, RecipeContent.About> about() {
        Map<String, RecipeContent.About> about = new LinkedHashMap<>();
        if (node.has("about")) {
            node.object("about").only(catalogue.topics().keySet().toArray(String[]::new));
            node.objects("about").forEach((topic, part) -> {
                part.only("events", "categories", "goal");
                EventSet newest = null;
                if (part.has("events")) {
                    newest = FeatureReader.eventSet(part, "events", "categories", false, events.types(), categories);
                }
                about.put(topic, new RecipeContent.About(newest, part.flag("goal")));
            });
        }
        return about;
    }

    private RecipeContent.Notice notice(RecipeNode part) {
        return new RecipeContent.Notice(
                channels(part), rungs(part), logit(part, "value"), logit(part, "affinity"), logit(part, "fatigue"));
    }

    private RecipeContent.Click click(RecipeNode part) {
        return new RecipeContent.Click(
                channels(part),
                rungs(part),
                logit(part, "value"),
                logit(part, "affinity"),
                logit(part, "fatigue"),
                logit(part, "discount"));
    }

    private RecipeContent.Respond respond(RecipeNode part) {
        return new RecipeContent.Respond(
                part.table("topics", catalogue.topics().keySet(), -20, 20),
                rungs(part),
                logit(part, "value"),
                logit(part, "privacyConcern"),
                logit(part, "affinity"),
                logit(part, "discount"),
                logit(part, "clicked"),
                logit(part, "lapsed"),
                part.number("told", -20, 20, 0),
                Objects.requireNonNullElseGet(
                        events.amount(part), () -> new Amount(Amount.Kind.PRICE, events.bySegment(1), 0, 0, 0)),
                part.number("delayHours", 0.01, 1000));
    }

    private static RecipeContent.Deter deter(RecipeNode part) {
        return new RecipeContent.Deter(
                logit(part, "base"),
                logit(part, "privacyConcern"),
                logit(part, "fatigue"),
                logit(part, "personalised"));
    }

    private static RecipeContent.Cannibalise cannibalise(RecipeNode part) {
        return new RecipeContent.Cannibalise(logit(part, "base"), logit(part, "discount"), logit(part, "clicked"));
    }

    private RecipeContent.Unsubscribe unsubscribe(RecipeNode part) {
        return new RecipeContent.Unsubscribe(
                channels(part),
                logit(part, "privacyConcern"),
                logit(part, "value"),
                logit(part, "fatigue"),
                part.number("delayHours", 0.01, 1000));
    }

    private static RecipeContent.Renew renewal(RecipeNode part) {
        return new RecipeContent.Renew(
                logit(part, "base"),
                logit(part, "value"),
                logit(part, "privacyConcern"),
                logit(part, "fatigue"),
                part.share("refuses"),
                part.number("delayHours", 0.01, 1000));
    }

    private Map<String, Double> channels(RecipeNode part) {
        return part.table("channels", catalogue.channels().keySet(), -20, 20);
    }

    private static Map<String, Double> rungs(RecipeNode part) {
        return part.table("rungs", RUNGS, -20, 20);
    }

    private static double logit(RecipeNode part, String name) {
        return part.number(name, -20, 20);
    }
}
