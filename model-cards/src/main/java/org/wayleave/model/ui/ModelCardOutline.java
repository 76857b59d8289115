package org.wayleave.model.ui;

import static org.wayleave.model.ui.RecordQuestions.choice;
import static org.wayleave.model.ui.RecordQuestions.column;
import static org.wayleave.model.ui.RecordQuestions.number;
import static org.wayleave.model.ui.RecordQuestions.options;

import java.util.List;
import org.wayleave.model.ModelCard;
import org.wayleave.ui.form.FormOption;
import org.wayleave.ui.form.FormOutline;
import org.wayleave.ui.form.FormSection;
import org.wayleave.workspace.json.JsonRecord;

/** What the form of a model card asks for. */
final class ModelCardOutline {
    private static final RecordQuestions<ModelCard> ASK = new RecordQuestions<>(ModelCard::record, ModelCard::new);
    private static final List<FormOption> LEVELS = options("low", "Low", "medium", "Medium", "high", "High");

    private ModelCardOutline() {}

    static FormOutline<ModelCard> outline() {
        return new FormOutline<>(
                "model card",
                "model cards",
                "A model card says what a model is for, what it is made of, how well it does and for whom, and when it is"
                        + " switched off. A model without an approved card may not take part in a decision.",
                List.of(identity(), use(), data(), method(), performance(), fairness(), harms(), life()),
                ModelCard::title,
                ModelCard::withTitle,
                ModelCard.blank());
    }

    private static FormSection<ModelCard> identity() {
        return new FormSection<>(
                "identity",
                "Identity",
                "Somebody who has never heard of the model should know from this section what it is and whom to ask. The id is"
                        + " what journeys name when they let the model decide, so it must match them letter for letter.",
                card -> "",
                List.of(
                        ASK.needed("title", "Title", "The name people use for it.", 1, "Give the card a title."),
                        ASK.needed(
                                "model",
                                "Model id",
                                "As the actions of journeys name it, such as category-affinity.",
                                1,
                                "Give the id of the model, as journeys name it."),
                        ASK.text(
                                "modelVersion",
                                "Version of the model",
                                "A new version needs a new version of this card.",
                                1),
                        ASK.choice(
                                "approach",
                                "Kind of model",
                                "A rule counts as a model here as soon as it sorts people.",
                                options(
                                        "rule", "Rule or score worked out by hand",
                                        "statistical", "Statistical model",
                                        "learned", "Learned from data",
                                        "generative", "Generates text or pictures"),
                                "Choose the kind of model."),
                        ASK.needed(
                                "summary",
                                "What it does",
                                "Two or three sentences without technical terms.",
                                3,
                                "Say in two or three sentences what the model does."),
                        ASK.needed(
                                "owner.name",
                                "Owner",
                                "The person or team that answers for it and can switch it off.",
                                1,
                                "Name who answers for the model."),
                        ASK.text("owner.contact", "How to reach the owner", "", 1)));
    }

    private static FormSection<ModelCard> use() {
        return new FormSection<>(
                "use",
                "Use",
                "The same score can be harmless in one place and unlawful in another. Name the uses that were thought through;"
                        + " everything else counts as out of scope. Say plainly whether people are treated differently because"
                        + " of the model, and who can overrule it.",
                card -> card.record().text("intendedUse.effect").equals("significant")
                        ? "A decision with legal or similarly serious effect by the model alone is allowed in few cases (GDPR"
                                + " Article 22). Make sure that a person decides, and assess it in a DPIA."
                        : "",
                List.of(
                        ASK.needed(
                                "intendedUse.uses",
                                "Intended use",
                                "For which decisions, in which journeys and channels.",
                                4,
                                "Say what the model may be used for."),
                        ASK.text("intendedUse.users", "Who works with it", "Roles that see or use the output.", 2),
                        ASK.choice(
                                "intendedUse.effect",
                                "Effect on the people scored",
                                "The most serious effect of any intended use.",
                                options(
                                        "content", "Other content or another order of it",
                                        "contact", "Whether or when somebody is contacted",
                                        "price", "Another price or offer",
                                        "significant", "Legal or similarly serious"),
                                "Choose the most serious effect on the people scored."),
                        ASK.text(
                                "intendedUse.oversight",
                                "Human oversight",
                                "Who looks at the output before or after it takes effect, and how they overrule it.",
                                3),
                        ASK.needed(
                                "outOfScope",
                                "Out of scope",
                                "Uses that look near at hand and must not happen, with the reason.",
                                4,
                                "Say what the model must not be used for.")));
    }

    private static FormSection<ModelCard> data() {
        return new FormSection<>(
                "data",
                "Data",
                "List every data element that goes in, as the catalogue names it. The lawful basis is that of the use here, not"
                        + " that of the first collection. An element that gives away health, belief, origin or similar through"
                        + " the back door is sensitive as well.",
                card -> card.dataSources().stream()
                                .anyMatch(source -> !source.sensitivity().equals("normal")
                                        && !source.sensitivity().isEmpty())
                        ? "The model uses sensitive data: it needs its own reason below, and its journeys need an approved DPIA."
                        : "",
                List.of(
                        ASK.rows(
                                "dataSources",
                                "Data that goes in",
                                "One row for each data element.",
                                "data element",
                                List.of(
                                        column("element", "Data element", false),
                                        column("lawfulBasis", "Lawful basis", false),
                                        choice(
                                                "sensitivity",
                                                "Sensitivity",
                                                options(
                                                        "normal",
                                                        "Normal",
                                                        "sensitive",
                                                        "Sensitive",
                                                        "special",
                                                        "Special category")),
                                        column("use", "What it is used for", true)),
                                rows -> rows.isEmpty()
                                        ? "List the data that goes in."
                                        : rows.stream()
                                                        .anyMatch(row -> row.text("lawfulBasis")
                                                                .isBlank())
                                                ? "Give the lawful basis of every data element."
                                                : ""),
                        ASK.text(
                                "sensitiveData",
                                "Sensitive data and stand-ins for it",
                                "Which elements could stand in for sex, age, origin, health or means, and what is done about it.",
                                3),
                        ASK.text(
                                "consent",
                                "When consent is missing",
                                "What the model does for people who have not agreed.",
                                2),
                        ASK.text("retention", "Retention", "How long inputs and scores are kept.", 2)));
    }

    private static FormSection<ModelCard> method() {
        return new FormSection<>(
                "method",
                "How it works",
                "Enough for a colleague to work out a score by hand or to train the model again and get the same one. For a"
                        + " learned model: algorithm, settings, seed, period and size of the training data, and its hash.",
                card -> "",
                List.of(
                        ASK.needed(
                                "method",
                                "Method",
                                "The rule or algorithm, with its settings.",
                                5,
                                "Say how the model works."),
                        ASK.text(
                                "output",
                                "Output",
                                "What comes out: range, unit, rounding, and what is absent when.",
                                2),
                        ASK.text("provenance.training", "Training", "Data, period, seed; \"none\" for a rule.", 2),
                        ASK.text("provenance.code", "Where the code is", "", 1)));
    }

    private static FormSection<ModelCard> performance() {
        return new FormSection<>(
                "performance",
                "Performance",
                "A figure without the run or data it was measured on cannot be checked. Give intervals, and give each figure for"
                        + " everybody and for the groups that matter: age bands, countries, people without consent history."
                        + " When nothing has been measured, say so in the note instead of leaving the reader to guess.",
                card -> card.metrics().isEmpty()
                                && !card.record().text("metricsNote").isBlank()
                        ? "Nothing has been measured yet; the note says why."
                        : "",
                List.of(
                        ASK.rows(
                                "metrics",
                                "Figures",
                                "One row for each figure and group.",
                                "figure",
                                List.of(
                                        column("name", "What is measured", false),
                                        column("slice", "For whom", false),
                                        number("value", "Value"),
                                        number("low", "95 % from"),
                                        number("high", "to"),
                                        column("data", "Run or data", false)),
                                ModelCardOutline::metricProblem),
                        ASK.text("metricsNote", "Note on the figures", "What they do and do not show.", 3),
                        ASK.text("limits", "Limits", "For whom or when the model is known to be wrong.", 3)));
    }

    private static String metricProblem(List<JsonRecord> rows) {
        return new ModelCard(JsonRecord.empty().withRows("metrics", rows))
                .metrics().stream()
                        .map(ModelCard.Metric::problem)
                        .filter(problem -> !problem.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    private static FormSection<ModelCard> fairness() {
        return new FormSection<>(
                "fairness",
                "Fairness",
                "Name the groups that were looked at, also when nothing was found. People with little data usually fare worst:"
                        + " say what they get.",
                card -> "",
                List.of(
                        ASK.text("fairness.groups", "Groups looked at", "", 2),
                        ASK.needed(
                                "fairness.findings",
                                "What was found",
                                "Differences between groups in score, contact or benefit; or that this has not been measured.",
                                4,
                                "Say what was found about fairness, or that it has not been measured."),
                        ASK.text(
                                "fairness.measures",
                                "What is done about it",
                                "Floors, limits, other wording, other channels.",
                                3)));
    }

    private static FormSection<ModelCard> harms() {
        return new FormSection<>(
                "harms",
                "Harms",
                "Think of the person who is scored wrongly, of the one who is scored rightly and would rather not be, and of"
                        + " what happens when the score is put to another use.",
                card -> "",
                List.of(ASK.rows(
                        "harms",
                        "What could go wrong",
                        "",
                        "harm",
                        List.of(
                                column("harm", "What could go wrong", true),
                                column("who", "For whom", false),
                                choice("likelihood", "Likelihood", LEVELS),
                                column("mitigation", "What is done about it", true)),
                        rows -> rows.isEmpty()
                                ? "Name at least one thing that could go wrong."
                                : rows.stream()
                                                .anyMatch(row ->
                                                        row.text("mitigation").isBlank())
                                        ? "Say for every harm what is done about it, or that it is accepted and why."
                                        : "")));
    }

    private static FormSection<ModelCard> life() {
        return new FormSection<>(
                "life",
                "Monitoring and end",
                "A model that nobody watches ages unseen. Name the signals, the value at which somebody must act, and who that is."
                        + " Say what ends the model and what then happens to scores already worked out.",
                card -> "",
                List.of(
                        ASK.needed(
                                "monitoring.signals",
                                "What is watched",
                                "Signals, thresholds and how often.",
                                4,
                                "Say what is watched, at which value somebody acts, and how often."),
                        ASK.text("monitoring.who", "Who acts", "", 1),
                        ASK.needed(
                                "decommission.triggers",
                                "What ends it",
                                "Events after which the model is switched off.",
                                3,
                                "Say what ends the model."),
                        ASK.text(
                                "decommission.steps",
                                "What happens then",
                                "What journeys do without it, and when scores are deleted.",
                                3),
                        ASK.text("decommission.reviewBy", "Review by", "A date, such as 2027-01-31.", 1)));
    }
}
