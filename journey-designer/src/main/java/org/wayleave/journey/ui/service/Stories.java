package org.wayleave.journey.ui.service;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wayleave.journey.canvas.EdgeKey;
import org.wayleave.journey.canvas.Trail;
import org.wayleave.journey.explain.PersonPath;
import org.wayleave.workspace.WorkspaceException;

/** Tells what happened to a person at one step, from the explanation of their whole way. */
final class Stories {

    private static final int MOST_MOMENTS = 12;

    private Stories() {}

    static PersonStory of(PersonPath path, String step, Instant time) {
        PersonPath.StepVisit visit = path.visits().stream()
                .filter(candidate ->
                        candidate.step().equals(step) && !candidate.rungs().isEmpty())
                .min(Comparator.comparing(candidate -> apart(candidate, time)))
                .orElseThrow(() -> new WorkspaceException(
                        WorkspaceException.Reason.MISSING,
                        "Person " + path.id() + " does not come to this step when replayed."));
        List<PersonStory.Reason> reasons = new ArrayList<>();
        List<PersonStory.Change> changes = new ArrayList<>();
        for (PersonPath.RungTrial rung : visit.rungs()) {
            for (PersonPath.DenialNote denial : rung.denials()) {
                reasons.add(new PersonStory.Reason(
                        rung.kind(),
                        denial.reason(),
                        denial.rule(),
                        new RunFigures.RuleWords(denial.title(), denial.file(), denial.line())));
            }
            String weakest = weakest(rung);
            for (PersonPath.Change change : rung.changes()) {
                changes.add(new PersonStory.Change(weakest, rung.kind(), String.join(", and ", change.facts())));
            }
        }
        String taken = visit.taken() == null ? "" : visit.taken();
        String first = visit.rungs().getFirst().kind();
        return new PersonStory(
                path.person(),
                path.id(),
                path.portrait(),
                visit.outcome() + " · " + visit.localTime(),
                !taken.equals(first),
                reasons,
                taken,
                changes,
                moments(path, time),
                trail(path));
    }

    private static Duration apart(PersonPath.StepVisit visit, Instant time) {
        return Duration.between(visit.time(), time).abs();
    }

    /** The state that a consent of the rung is in when it is not granted; empty when all are. */
    private static String weakest(PersonPath.RungTrial rung) {
        for (String state : List.of("denied", "expired", "unknown")) {
            if (rung.consents().stream().anyMatch(note -> note.state().equals(state))) {
                return state;
            }
        }
        return "";
    }

    /** The moments nearest to the decision, in order of time. */
    private static List<PersonStory.Moment> moments(PersonPath path, Instant time) {
        return path.timeline().stream()
                .sorted(Comparator.comparing(
                        moment -> Duration.between(moment.time(), time).abs()))
                .limit(MOST_MOMENTS)
                .sorted(Comparator.comparing(PersonPath.Moment::time))
                .map(moment -> new PersonStory.Moment(moment.time(), moment.mark(), moment.text()))
                .toList();
    }

    /** The steps and edges that a person went. */
    static Trail trail(PersonPath path) {
        Set<String> steps = new HashSet<>();
        Set<EdgeKey> edges = new HashSet<>();
        for (PersonPath.StepVisit visit : path.visits()) {
            steps.add(visit.step());
            String port = visit.port();
            if (port != null) {
                edges.add(new EdgeKey(visit.step(), port));
            }
        }
        return new Trail(steps, edges);
    }
}
