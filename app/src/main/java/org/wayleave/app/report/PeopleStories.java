package org.wayleave.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wayleave.app.report.Chapter.PersonStory;
import org.wayleave.app.report.Chapter.Reason;
import org.wayleave.app.report.Chapter.Trial;
import org.wayleave.app.report.Chapter.Visit;
import org.wayleave.journey.explain.Explainer;
import org.wayleave.journey.explain.PersonPath;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.journey.simulate.SimulationPlan;

/** A few people of a run, one for each outcome, explained step by step for the report. */
public final class PeopleStories {
    private static final int MOST = 5;
    private static final int MOST_VISITS = 14;

    private PeopleStories() {}

    /** At most five people; each walks again with the real policy. */
    public static List<PersonStory> of(SimulationPlan plan, RunResult result) {
        Explainer explainer = new Explainer(plan);
        List<PersonStory> stories = new ArrayList<>();
        for (int index : Explainer.interesting(result, MOST)) {
            stories.add(story(explainer.person(index)));
        }
        return stories;
    }

    private static PersonStory story(PersonPath path) {
        String flags = path.flags().isEmpty() ? "" : " · " + String.join(", ", path.flags());
        List<Visit> visits = new ArrayList<>();
        for (PersonPath.StepVisit visit : path.visits()) {
            if (visits.size() == MOST_VISITS) {
                visits.add(new Visit(
                        "",
                        "And on",
                        "",
                        (path.visits().size() - MOST_VISITS) + " more steps; 'wayleave explain' tells them all.",
                        List.of(),
                        "",
                        List.of()));
                break;
            }
            visits.add(visit(visit));
        }
        return new PersonStory(path.id(), path.portrait() + flags, path.outcomeText(), visits);
    }

    private static Visit visit(PersonPath.StepVisit visit) {
        List<Trial> trials = visit.rungs().stream().map(PeopleStories::trial).toList();
        String consent = "";
        List<String> change = List.of();
        if (!visit.rungs().isEmpty()) {
            PersonPath.RungTrial first = visit.rungs().getFirst();
            consent = first.consents().stream().map(PeopleStories::consent).collect(Collectors.joining(" · "));
            change = first.changes().stream()
                    .map(set -> set.facts().stream().map(PeopleStories::lowered).collect(Collectors.joining(" and ")))
                    .toList();
        }
        return new Visit(
                visit.localTime(),
                visit.title(),
                visit.outlet() == null ? "" : visit.outlet(),
                outcome(visit),
                trials,
                consent,
                change);
    }

    /** A step with one way out says what it did rather than where it led. */
    private static String outcome(PersonPath.StepVisit visit) {
        String outcome = visit.outcome();
        if (outcome.equals("Next")) {
            return visit.type().equals("entry") ? "Entered the journey." : "Went on.";
        }
        return outcome.startsWith("Next, ")
                ? "Waited until " + outcome.substring("Next, ".length()) + "."
                : outcome + ".";
    }

    private static String lowered(String fact) {
        return fact.isEmpty() ? fact : fact.substring(0, 1).toLowerCase(Locale.ROOT) + fact.substring(1);
    }

    private static Trial trial(PersonPath.RungTrial trial) {
        return new Trial(
                trial.kind(),
                trial.allowed(),
                trial.denials().stream()
                        .map(denial -> new Reason(
                                denial.title(),
                                denial.reason(),
                                denial.file().isEmpty() ? denial.rule() : denial.file() + ":" + denial.line()))
                        .toList());
    }

    private static String consent(PersonPath.ConsentNote note) {
        String since = note.time().length() >= 10 ? " since " + note.time().substring(0, 10) : "";
        String text = note.policyVersion().isEmpty() ? "" : ", text " + note.policyVersion();
        return note.title() + " " + note.state() + since + text;
    }
}
