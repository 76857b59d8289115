package org.wayleave.dpia.ui;

import static org.wayleave.dpia.ui.DpiaOutline.answer;
import static org.wayleave.dpia.ui.DpiaOutline.progress;
import static org.wayleave.dpia.ui.DpiaOutline.rows;
import static org.wayleave.model.ui.RecordQuestions.choice;
import static org.wayleave.model.ui.RecordQuestions.column;
import static org.wayleave.model.ui.RecordQuestions.options;

import java.util.List;
import org.wayleave.dpia.Assessment;
import org.wayleave.ui.form.FormSection;

/** The sections of an impact assessment on lawfulness, principles, rights and security: the measures that comply. */
final class DpiaMeasures {

    private DpiaMeasures() {}

    static FormSection<Assessment> lawfulness() {
        return new FormSection<>(
                "lawfulness",
                "Lawful basis",
                "One basis for each purpose, named before the start and not changed afterwards to fit. Consent must be free,"
                        + " specific, informed and as easy to withdraw as to give; a legitimate interest needs its balance on"
                        + " record.",
                assessment -> "",
                List.of(
                        rows(
                                "lawfulBases",
                                "Basis by purpose",
                                "One row for each purpose, as the catalogue names it.",
                                "purpose",
                                List.of(
                                        column("purpose", "Purpose", false),
                                        choice(
                                                "basis",
                                                "Basis",
                                                options(
                                                        "consent", "Consent",
                                                        "explicit-consent", "Explicit consent",
                                                        "contract", "Contract",
                                                        "legal-obligation", "Legal obligation",
                                                        "legitimate-interest", "Legitimate interest")),
                                        column("why", "Why it holds", true)),
                                "Give the lawful basis of each purpose."),
                        answer(
                                "specialCategories",
                                "Special categories",
                                "Whether health, belief, origin or the like is used or could be guessed, and on what ground of"
                                        + " Article 9.",
                                3,
                                "Say whether special categories of data are used or could be guessed."),
                        answer(
                                "consent",
                                "How consent is asked for and withdrawn",
                                "Where, in which words, for what exactly, how long it lasts, and what withdrawing does.",
                                4,
                                "Say how consent is asked for and withdrawn, or that none is relied on.")));
    }

    static FormSection<Assessment> principles() {
        return new FormSection<>(
                "principles",
                "Data principles",
                "For each data element above: would the journey still work without it, or with a coarser value? For each"
                        + " retention: why not half of it?",
                assessment -> "",
                List.of(
                        answer(
                                "minimisation",
                                "Data minimisation",
                                "What is left out, made coarser or replaced by a token, and at which step.",
                                4,
                                "Say how the data is kept to what is needed."),
                        answer(
                                "accuracy",
                                "Accuracy",
                                "How wrong or old data is noticed and corrected, and what a mistake would do.",
                                3,
                                "Say how the data is kept accurate."),
                        answer(
                                "retention",
                                "Retention",
                                "How long each kind of data and each decision is kept, and what deletes it.",
                                3,
                                "Say how long data is kept and what deletes it."),
                        answer(
                                "recipients",
                                "Processors and transfers",
                                "Who else handles the data, under which contract, in which countries.",
                                3,
                                "Name processors and transfers, or say that there are none.")));
    }

    static FormSection<Assessment> rights() {
        return new FormSection<>(
                "rights",
                "Rights of people",
                "Walk through it as the person who gets the message: what do I know, whom do I ask, what can I switch off, and"
                        + " how fast does it take effect?",
                assessment -> "",
                List.of(
                        answer(
                                "information",
                                "Information",
                                "What people are told, when and where, about the data, the rule and its effect on them.",
                                3,
                                "Say how people are informed."),
                        answer(
                                "access",
                                "Access and portability",
                                "How somebody gets to see the data, the scores and the decisions, and within what time.",
                                3,
                                "Say how access and portability are given."),
                        answer(
                                "erasure",
                                "Rectification and erasure",
                                "How it reaches features, scores and running journeys.",
                                3,
                                "Say how rectification and erasure are carried out."),
                        answer(
                                "objection",
                                "Objection and withdrawal",
                                "How to stop it, what stops at once, and what still runs.",
                                3,
                                "Say how people object or withdraw, and what then stops."),
                        answer(
                                "automated",
                                "Automated decisions",
                                "Whether any has legal or similarly serious effect, and how a person steps in.",
                                3,
                                "Say whether automated decisions have a serious effect on people.")));
    }

    static FormSection<Assessment> security() {
        return new FormSection<>(
                "security",
                "Design and security",
                "Measures that hold by themselves come before measures that rely on people. Say of each where one can see that"
                        + " it is in place: a policy rule, a test, a setting, a log.",
                assessment -> "",
                List.of(rows(
                        "measures",
                        "Measures",
                        "",
                        "measure",
                        List.of(
                                column("measure", "Measure", true),
                                choice(
                                        "kind",
                                        "Kind",
                                        options(
                                                "design", "By design and default",
                                                "security", "Security",
                                                "organisation", "Organisation")),
                                progress(),
                                column("evidence", "Where to see it", false)),
                        "List the measures of design and security.")));
    }
}
