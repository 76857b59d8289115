package org.wayleave.app.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.check.CheckFinding;
import org.wayleave.app.check.DesignFindings;
import org.wayleave.journey.canvas.ProblemMark;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.ui.service.DesignProblem;
import org.wayleave.journey.ui.service.JourneyChecks;
import org.wayleave.journey.ui.service.LintChecks;
import org.wayleave.journey.ui.service.OpenedJourney;
import org.wayleave.policy.check.DesignCheck;
import org.wayleave.ui.page.Place;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.Documents;
import org.wayleave.workspace.WorkspaceException;

/**
 * What stands between a journey and its activation: the problems of its graph, and what the design checks find in it together
 * with the assessments, model cards and settings of the workspace.
 */
final class ActivationChecks implements JourneyChecks {
    private final Documents documents;
    private final LintChecks lint = new LintChecks();
    private @Nullable DesignCheck check;

    ActivationChecks(Documents documents) {
        this.documents = documents;
    }

    @Override
    public List<DesignProblem> problems(Journey journey, OpenedJourney opened) {
        List<DesignProblem> problems = new ArrayList<>(lint.problems(journey, opened));
        // Where both say the same about one place, the lint's sentence, which knows the graph, stays.
        Set<Mark> told = problems.stream()
                .map(problem -> new Mark(problem.code(), problem.step()))
                .collect(Collectors.toSet());
        try {
            DesignFindings findings = new DesignFindings(documents, check());
            findings
                    .of(
                            journey.vertical(),
                            List.of(JourneyJson.write(journey)),
                            opened.catalogue().json())
                    .stream()
                    .filter(finding -> isOf(finding, journey))
                    .filter(finding -> !told.contains(new Mark(finding.code(), finding.step())))
                    .map(finding -> problem(finding, place(finding, findings)))
                    .forEach(problems::add);
        } catch (WorkspaceException e) {
            problems.add(new DesignProblem(
                    "design-not-checked",
                    ProblemMark.Gravity.INFO,
                    null,
                    "The design checks were not run",
                    String.valueOf(e.getMessage()),
                    Optional.empty(),
                    null));
        }
        return problems;
    }

    private record Mark(String code, @Nullable String step) {}

    /** Loaded when first needed, which takes longer than a check. */
    private synchronized DesignCheck check() {
        DesignCheck loaded = check;
        if (loaded == null) {
            loaded = DesignCheck.bundled();
            check = loaded;
        }
        return loaded;
    }

    private static boolean isOf(CheckFinding finding, Journey journey) {
        return finding.kind().equals(DocumentKind.JOURNEY.wireName())
                && finding.document().equals(journey.id());
    }

    /** Where people mend what the journey itself cannot. */
    private static @Nullable Place place(CheckFinding finding, DesignFindings findings) {
        return switch (finding.code()) {
            case "dpia-missing" ->
                findings.assessmentOf(finding.document())
                        .map(assessment -> Place.of("dpias", assessment))
                        .orElseGet(() -> Place.of("dpias"));
            case "model-without-card" -> Place.of("models");
            default -> null;
        };
    }

    private static DesignProblem problem(CheckFinding finding, @Nullable Place place) {
        ProblemMark.Gravity gravity = switch (finding.severity()) {
            case ERROR -> ProblemMark.Gravity.ERROR;
            case WARNING -> ProblemMark.Gravity.WARNING;
            case INFO -> ProblemMark.Gravity.INFO;
        };
        return new DesignProblem(
                finding.code(), gravity, finding.step(), finding.reason(), finding.fix(), Optional.empty(), place);
    }
}
