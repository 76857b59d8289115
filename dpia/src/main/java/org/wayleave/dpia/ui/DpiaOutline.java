package org.wayleave.dpia.ui;

import static org.wayleave.model.ui.RecordQuestions.choice;
import static org.wayleave.model.ui.RecordQuestions.column;
import static org.wayleave.model.ui.RecordQuestions.level;
import static org.wayleave.model.ui.RecordQuestions.options;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.wayleave.dpia.Assessment;
import org.wayleave.dpia.Criterion;
import org.wayleave.dpia.Risk;
import org.wayleave.dpia.RiskLevel;
import org.wayleave.model.ui.RecordQuestions;
import org.wayleave.ui.form.FormOption;
import org.wayleave.ui.form.FormOutline;
import org.wayleave.ui.form.FormSection;
import org.wayleave.ui.form.Question;
import org.wayleave.workspace.json.JsonRecord;

/**
 * What the form of an impact assessment asks for. The order is that of Article 35(7) of the GDPR and of the template of the
 * European Data Protection Board: the processing, its lawfulness and measures, necessity, risks, opinions, decision.
 */
final class DpiaOutline {
    private static final RecordQuestions<Assessment> ASK = new RecordQuestions<>(Assessment::record, Assessment::new);
    private static final List<FormOption> SETTLED =
            options("open", "Open", "review", "To be reviewed", "settled", "Settled");
    private static final List<FormOption> LIKELIHOOD =
            options("1", "1 · Unlikely", "2", "2 · Possible", "3", "3 · Likely", "4", "4 · Almost certain");
    private static final List<FormOption> SEVERITY =
            options("1", "1 · Slight", "2", "2 · Noticeable", "3", "3 · Serious", "4", "4 · Lasting");
    private static final List<FormOption> PROGRESS =
            options("planned", "Planned", "partial", "Partly in place", "implemented", "In place");

    private DpiaOutline() {}

    static FormOutline<Assessment> outline(Question.Options journeys) {
        return new FormOutline<>(
                "DPIA",
                "DPIAs",
                "A data protection impact assessment says what a journey does with people's data, what that could mean for"
                        + " them, and what is done about it, before anybody is contacted.",
                Stream.of(
                                Stream.of(about(journeys), screening(), processing()),
                                Stream.of(DpiaMeasures.lawfulness(), DpiaMeasures.principles(), DpiaMeasures.rights()),
                                Stream.of(DpiaMeasures.security(), necessity(), risks(), opinions(), decision()))
                        .flatMap(sections -> sections)
                        .toList(),
                Assessment::title,
                Assessment::withTitle,
                Assessment.blank());
    }

    /** A needed answer with how settled it is. */
    static Question<Assessment> answer(String key, String label, String guidance, int lines, String missing) {
        return ASK.text(
                "answers." + key + ".text",
                label,
                guidance,
                lines,
                text -> text.isBlank() ? missing : "",
                ASK.settled("answers." + key + ".state", SETTLED, List.of("settled")));
    }

    /** Rows whose first column must be filled in. */
    static Question<Assessment> rows(
            String path,
            String label,
            String guidance,
            String noun,
            List<Question.Column<JsonRecord>> columns,
            String missing) {
        String first = columns.getFirst().id();
        return ASK.rows(path, label, guidance, noun, columns, rows -> {
            if (rows.isEmpty()) {
                return missing;
            }
            return rows.stream().anyMatch(row -> row.text(first).isBlank())
                    ? "Fill in \"" + columns.getFirst().label() + "\" of every " + noun + ", or remove the " + noun
                            + "."
                    : "";
        });
    }

    static Question.Column<JsonRecord> progress() {
        return choice("status", "Status", PROGRESS);
    }

    private static FormSection<Assessment> about(Question.Options journeys) {
        return new FormSection<>(
                "about",
                "About this DPIA",
                "Who is responsible, which journeys are covered, and why the assessment is made now. It covers the journeys"
                        + " ticked here and no other; a journey that changes in substance needs a new look.",
                assessment -> "",
                List.of(
                        ASK.needed("title", "Title", "", 1, "Give the assessment a title."),
                        ASK.several(
                                "journeys",
                                "Journeys assessed",
                                "Journeys that do the same with the same data may share an assessment.",
                                journeys,
                                "Tick at least one journey."),
                        ASK.needed(
                                "controller",
                                "Controller",
                                "The organisation that decides what is done with the data and answers for it.",
                                1,
                                "Name the controller."),
                        ASK.needed(
                                "team",
                                "Who takes part",
                                "Names or roles: business, engineering, privacy, and who knows the people concerned.",
                                2,
                                "Name who takes part in the assessment."),
                        answer(
                                "reason",
                                "Why now",
                                "What starts the assessment: a new journey, another use of data, a new channel, an incident.",
                                2,
                                "Say why the assessment is made."),
                        ASK.text("publication", "Publication", "What of it is made public, and where.", 2),
                        ASK.text("reviewBy", "Review by", "A date, such as 2027-03-31.", 1)));
    }

    private static FormSection<Assessment> screening() {
        List<FormOption> criteria = Arrays.stream(Criterion.values())
                .map(criterion -> new FormOption(criterion.id(), criterion.sentence()))
                .toList();
        return new FormSection<>(
                "screening",
                "Is a DPIA needed?",
                "Nine signs of a likely high risk. With two or more an assessment is presumed to be required; with one it may"
                        + " be; the cases of Article 35(3) and of the authority's own list require it whatever the count."
                        + " Keep the reasons also when the answer is no.",
                DpiaOutline::screeningVerdict,
                List.of(
                        ASK.several(
                                "screening.criteria",
                                "Signs that apply",
                                "In doubt, tick it and say why below.",
                                () -> criteria,
                                ""),
                        ASK.choice(
                                "screening.listed",
                                "On a list",
                                "Systematic and extensive evaluation with serious effect, special categories on a large scale,"
                                        + " monitoring of public places, or a kind of processing that the authority lists.",
                                options("no", "On none of them", "yes", "On one of them"),
                                "Say whether the processing is on one of the lists."),
                        answer(
                                "screening",
                                "Reasons",
                                "Sign by sign: why it applies or does not, with numbers.",
                                5,
                                "Give the reasons of the screening.")));
    }

    private static String screeningVerdict(Assessment assessment) {
        int signs = assessment.criteria().size();
        if (assessment.record().text("screening.listed").equals("yes")) {
            return "Required: the processing is on a list of cases that always need an assessment.";
        }
        return switch (signs) {
            case 0 -> "No sign is ticked: an assessment is hardly required. Keep the reasons.";
            case 1 -> "One sign: an assessment may be required. Weigh it in the reasons.";
            default -> signs + " signs: an assessment is presumed to be required.";
        };
    }

    private static FormSection<Assessment> processing() {
        return new FormSection<>(
                "processing",
                "The processing",
                "Describe what happens so that somebody from outside could draw it: which data, of whom, from where, to whom,"
                        + " how long. The journey shows the steps; say here what it does not show.",
                assessment -> "",
                List.of(
                        answer(
                                "purposes",
                                "What it is for",
                                "The aim for the organisation and the benefit for the people contacted.",
                                4,
                                "Say what the processing is for."),
                        rows(
                                "dataItems",
                                "Data used",
                                "One row for each data element, as the catalogue names it.",
                                "data element",
                                List.of(
                                        column("element", "Data element", false),
                                        choice(
                                                "source",
                                                "Source",
                                                options(
                                                        "observed",
                                                        "Observed",
                                                        "told",
                                                        "Told by the person",
                                                        "inferred",
                                                        "Inferred")),
                                        column("retention", "Kept for", false),
                                        column("use", "What it is used for", true)),
                                "List the data elements that are used."),
                        answer(
                                "people",
                                "Whose data",
                                "Groups of people, how many, and whether children or other vulnerable people are among them.",
                                3,
                                "Say whose data is used."),
                        answer(
                                "secondaryUse",
                                "Further use",
                                "Whether data was collected for something else, and why the new use is compatible.",
                                3,
                                "Say whether data is used for something other than it was collected for."),
                        answer(
                                "lifeCycle",
                                "From collection to deletion",
                                "The phases in order, and what happens to the data in each.",
                                5,
                                "Describe the phases from collection to deletion."),
                        answer(
                                "systems",
                                "Systems and recipients",
                                "Where the data lies, who can see it, and who gets it.",
                                3,
                                "Name the systems and recipients."),
                        ASK.text(
                                "answers.codes.text",
                                "Codes of conduct and certificates",
                                "Those that are adhered to, if any.",
                                1)));
    }

    private static FormSection<Assessment> necessity() {
        return new FormSection<>(
                "necessity",
                "Necessity and proportion",
                "Ask whether the aim can be reached with less: fewer people, less data, coarser values, a shorter time, or no"
                        + " personal data at all. The lower rungs of a ladder are such alternatives; say what they would lose.",
                assessment -> "",
                List.of(
                        answer(
                                "effectiveness",
                                "Does it work?",
                                "What shows that the aim is reached, or how it will be measured.",
                                3,
                                "Say what shows, or will show, that the aim is reached."),
                        answer(
                                "alternatives",
                                "Less intrusive ways",
                                "Alternatives that were looked at, and why they do not suffice.",
                                4,
                                "Name less intrusive ways and why they do not suffice."),
                        answer(
                                "proportion",
                                "Proportion",
                                "The benefit beside what it costs people: attention, surprise, loss of control.",
                                4,
                                "Weigh the benefit against what it costs people."),
                        answer(
                                "byDesign",
                                "What could go wrong when it works as meant",
                                "Effects of the design itself: being steered, left out, shown the same again and again.",
                                4,
                                "Say what the design itself could do to people.")));
    }

    private static FormSection<Assessment> risks() {
        return new FormSection<>(
                "risks",
                "Risks",
                "Think of people, not of the organisation. Begin with unwanted access, change and loss of data, then with what"
                        + " the journey does when it works as meant. The level is likelihood times severity: low up to 3,"
                        + " medium from 4, high from 9.",
                DpiaOutline::riskVerdict,
                List.of(ASK.rows(
                        "risks",
                        "What could happen to people",
                        "",
                        "risk",
                        List.of(
                                column("description", "What could happen, and what it would mean", true),
                                level("before.likelihood", "Likelihood without measures", LIKELIHOOD),
                                level("before.severity", "Severity without measures", SEVERITY),
                                column("measures", "Measures", true),
                                level("after.likelihood", "Likelihood with measures", LIKELIHOOD),
                                level("after.severity", "Severity with measures", SEVERITY)),
                        DpiaOutline::riskProblem)));
    }

    private static String riskProblem(List<JsonRecord> rows) {
        return rows.isEmpty()
                ? "Describe at least one risk; begin with unwanted access to the data."
                : rows.stream()
                        .map(row -> Risk.of(row).problem())
                        .filter(problem -> !problem.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    private static String riskVerdict(Assessment assessment) {
        long inherent = assessment.risks().stream()
                .filter(risk -> risk.before().filter(RiskLevel.HIGH::equals).isPresent())
                .count();
        return assessment
                .residual()
                .map(level -> "Without measures " + (inherent == 1 ? "1 risk is" : inherent + " risks are")
                        + " high; with them the highest level is " + level.words() + "."
                        + (level == RiskLevel.HIGH
                                ? " A high risk that is left needs the authority's advice before the start (GDPR Article 36)."
                                : ""))
                .orElse("");
    }

    private static FormSection<Assessment> opinions() {
        return new FormSection<>(
                "opinions",
                "Opinions",
                "The data protection officer is asked wherever there is one, and the people concerned or those who speak for"
                        + " them where that makes sense. When advice is not followed, say why.",
                assessment -> "",
                List.of(
                        answer(
                                "officer",
                                "Advice of the data protection officer",
                                "What was advised and when; or that the advice is still to come.",
                                4,
                                "Give the advice of the data protection officer, or say when it is asked for."),
                        answer(
                                "dataSubjects",
                                "Views of the people concerned",
                                "How they were asked and what they said; or why they were not asked.",
                                4,
                                "Say how the people concerned were heard, or why not.")));
    }

    private static FormSection<Assessment> decision() {
        return new FormSection<>(
                "decision",
                "Plan and decision",
                "What is still to be done, by whom and until when; then the decision of whoever answers for the processing."
                        + " A decision binds the version it was taken on: after a change it is taken again.",
                DpiaOutline::decisionVerdict,
                List.of(
                        ASK.rows(
                                "plan",
                                "Further measures",
                                "Leave it empty when nothing is left to do.",
                                "measure",
                                List.of(
                                        column("action", "What is done", true),
                                        column("owner", "Who", false),
                                        column("due", "Until", false),
                                        progress()),
                                rows -> rows.stream()
                                                .anyMatch(row -> row.text("action")
                                                                .isBlank()
                                                        || row.text("owner").isBlank())
                                        ? "Say of every measure what is done and who does it."
                                        : ""),
                        ASK.choice(
                                "decision.outcome",
                                "Decision",
                                "",
                                options(
                                        "open", "Not taken yet",
                                        "rejected", "The processing does not take place",
                                        "consult", "The supervisory authority is consulted first",
                                        "conditional", "May start once the further measures are in place",
                                        "approved", "May start"),
                                "Choose the decision, or that it has not been taken yet."),
                        ASK.text("decision.reasons", "Reasons", "Why, with regard to the risks that are left.", 3),
                        ASK.text("decision.by", "Taken by", "Name and role.", 1),
                        ASK.text("decision.date", "On", "A date, such as 2026-03-31.", 1)));
    }

    private static String decisionVerdict(Assessment assessment) {
        boolean high = assessment.residual().filter(RiskLevel.HIGH::equals).isPresent();
        return high && List.of("approved", "conditional").contains(assessment.outcome())
                ? "A high risk is left, yet the decision lets the processing start. Reduce the risk, or consult the supervisory"
                        + " authority first (GDPR Article 36)."
                : "";
    }
}
