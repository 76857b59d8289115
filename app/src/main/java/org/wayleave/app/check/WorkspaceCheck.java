package org.wayleave.app.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wayleave.app.check.CheckFinding.Severity;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.lint.JourneyLint;
import org.wayleave.journey.lint.Problem;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.Documents;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceException;

/**
 * Checks the newest version of every journey of a workspace that is not retired: its structure, and by the design checks in Rego
 * the journey together with catalogue, settings, assessments and model cards.
 */
public final class WorkspaceCheck {
    private WorkspaceCheck() {}

    /**
     * Runs all checks.
     *
     * @throws WorkspaceException MISSING when the workspace has no catalogue or no settings for a journey's vertical
     */
    public static CheckResult run(Workspace workspace) {
        Documents documents = workspace.documents();
        List<CheckFinding> findings = new ArrayList<>();
        Map<String, List<String>> byVertical = new TreeMap<>();
        Map<String, Catalogue> catalogues = new HashMap<>();
        int journeys = 0;
        for (DocumentSummary summary : documents.list(DocumentKind.JOURNEY)) {
            if (summary.state() == DocumentState.RETIRED) {
                continue;
            }
            journeys++;
            String json = json(documents, DocumentKind.JOURNEY, summary.id());
            Journey journey = JourneyJson.read(json);
            Catalogue catalogue =
                    catalogues.computeIfAbsent(journey.vertical(), vertical -> catalogueOf(documents, journey));
            byVertical
                    .computeIfAbsent(journey.vertical(), vertical -> new ArrayList<>())
                    .add(json);
            for (Problem problem : JourneyLint.problems(journey, catalogue)) {
                findings.add(finding(journey, problem));
            }
        }
        if (!byVertical.isEmpty()) {
            Set<String> told = findings.stream().map(WorkspaceCheck::mark).collect(Collectors.toSet());
            DesignFindings design = new DesignFindings(documents);
            byVertical.forEach((vertical, texts) ->
                    design
                            .of(
                                    vertical,
                                    texts,
                                    Objects.requireNonNull(catalogues.get(vertical))
                                            .json())
                            .stream()
                            .filter(finding -> !told.contains(mark(finding)))
                            .forEach(findings::add));
        }
        return new CheckResult(journeys, findings);
    }

    /** Where the lint and the design checks say the same about one place, the lint's sentence, which knows the graph, stays. */
    private static String mark(CheckFinding finding) {
        return finding.path() + "#" + finding.code();
    }

    private static Catalogue catalogueOf(Documents documents, Journey journey) {
        for (DocumentSummary summary : documents.list(DocumentKind.CATALOGUE)) {
            Catalogue catalogue = Catalogue.parse(json(documents, DocumentKind.CATALOGUE, summary.id()));
            if (catalogue.vertical().equals(journey.vertical())) {
                return catalogue;
            }
        }
        throw new WorkspaceException(
                WorkspaceException.Reason.MISSING,
                "The workspace has no catalogue of the vertical " + journey.vertical() + ", which the journey "
                        + journey.id() + " needs; import one, or make a workspace with 'wayleave new'.");
    }

    private static CheckFinding finding(Journey journey, Problem problem) {
        return new CheckFinding(
                problem.code(),
                Severity.valueOf(problem.severity().name()),
                DocumentKind.JOURNEY.wireName(),
                journey.id(),
                problem.stepId(),
                title(problem.code()),
                problem.reason(),
                problem.fix());
    }

    /** A code in words: {@code no-holdout} is “No holdout”. */
    private static String title(String code) {
        String words = code.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String json(Documents documents, DocumentKind kind, String id) {
        return documents
                .latest(kind, id)
                .orElseThrow(() -> new WorkspaceException(
                        WorkspaceException.Reason.MISSING,
                        "The workspace has no " + kind.title() + " " + id
                                + "; import one, or make a workspace with 'wayleave new'."))
                .json();
    }
}
