package org.wayleave.journey.ui.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wayleave.journey.canvas.ProblemMark;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.lint.JourneyLint;
import org.wayleave.journey.lint.Problem;
import org.wayleave.journey.lint.Severity;

/** The structural problems of a journey, with a remedy where one edit mends them. */
public final class LintChecks implements JourneyChecks {

    /** Creates the checks. */
    public LintChecks() {}

    @Override
    public List<DesignProblem> problems(Journey journey, OpenedJourney opened) {
        List<DesignProblem> problems = new ArrayList<>();
        for (Problem problem : JourneyLint.problems(journey, opened.catalogue(), opened.features())) {
            String step = problem.stepId();
            Optional<JourneyEdit> remedy = step == null ? Optional.empty() : Remedies.of(problem.code(), journey, step);
            problems.add(new DesignProblem(
                    problem.code(), gravity(problem.severity()), step, problem.reason(), problem.fix(), remedy, null));
        }
        return problems;
    }

    private static ProblemMark.Gravity gravity(Severity severity) {
        return switch (severity) {
            case ERROR -> ProblemMark.Gravity.ERROR;
            case WARNING -> ProblemMark.Gravity.WARNING;
            case INFO -> ProblemMark.Gravity.INFO;
        };
    }
}
