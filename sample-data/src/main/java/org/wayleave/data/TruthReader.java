package org.wayleave.data;

import java.util.Map;
import java.util.Set;
import org.wayleave.data.catalogue.Catalogue;

/** Reads the coefficients of the truth. */
final class TruthReader {
    private static final Set<String> RUNGS = Set.of("personalised", "contextual", "generic");

    private final RecipeNode node;
    private final Catalogue catalogue;

    TruthReader(RecipeNode node, Catalogue catalogue) {
        this.node = node.only(
                "windowDays", "notice", "click", "purchase", "deter", "cannibalise", "unsubscribe", "renewal");
        this.catalogue = catalogue;
    }

    RecipeContent.TruthTable read() {
        return new RecipeContent.TruthTable(
                node.integer("windowDays", 1, 90),
                notice(node.object("notice").only("channels", "rungs", "value", "affinity", "fatigue")),
                click(node.object("click").only("channels", "rungs", "value", "affinity", "fatigue", "discount")),
                purchase(node.object("purchase")
                        .only(
                                "topics",
                                "rungs",
                                "value",
                                "privacyConcern",
                                "affinity",
                                "discount",
                                "clicked",
                                "lapsed",
                                "delayHours")),
                deter(node.object("deter").only("base", "privacyConcern", "fatigue", "personalised")),
                cannibalise(node.object("cannibalise").only("base", "discount", "clicked")),
                unsubscribe(node.object("unsubscribe")
                        .only("channels", "privacyConcern", "value", "fatigue", "delayHours")),
                renewal(node.object("renewal")
                        .only("base", "value", "privacyConcern", "fatigue", "refuses", "delayHours")));
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

    private RecipeContent.Buy purchase(RecipeNode part) {
        return new RecipeContent.Buy(
                part.table("topics", catalogue.topics().keySet(), -20, 20),
                rungs(part),
                logit(part, "value"),
                logit(part, "privacyConcern"),
                logit(part, "affinity"),
                logit(part, "discount"),
                logit(part, "clicked"),
                logit(part, "lapsed"),
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
