package org.wayleave.app.ui.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wayleave.data.Recipe;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.Run;
import org.wayleave.workspace.Workspace;

/**
 * A run as the page of runs and the home page show it.
 *
 * @param run the run
 * @param journeyTitle title of its journey now, or its id when it is gone
 * @param result its figures; null when it has none that can be read
 * @param currency sign of the money in it
 */
public record RunRow(Run run, String journeyTitle, @Nullable RunResult result, String currency) {
    private static final Logger LOG = LoggerFactory.getLogger(RunRow.class);

    /** All runs of a workspace, newest first; not for the FX thread. */
    public static List<RunRow> all(Workspace workspace) {
        Map<String, String> titles = new HashMap<>();
        for (DocumentSummary journey : workspace.documents().list(DocumentKind.JOURNEY)) {
            titles.put(journey.id(), journey.title());
        }
        List<RunRow> rows = new ArrayList<>();
        for (Run run : workspace.runs().list()) {
            String id = run.request().journeyId();
            rows.add(new RunRow(run, titles.getOrDefault(id, id), result(run), currency(run)));
        }
        return rows;
    }

    private static @Nullable RunResult result(Run run) {
        String summary = run.summaryJson();
        if (summary == null) {
            return null;
        }
        try {
            return RunResult.fromSummaryJson(summary);
        } catch (IllegalArgumentException e) {
            LOG.warn("The figures of {} cannot be read", run.id(), e);
            return null;
        }
    }

    private static String currency(Run run) {
        String recipe = run.request().recipe();
        int at = recipe.indexOf('@');
        String vertical = at < 0 ? recipe : recipe.substring(0, at);
        if (!Recipe.verticals().contains(vertical)) {
            return "";
        }
        String code = Recipe.bundled(vertical).outcome().unit();
        return switch (code) {
            case "EUR" -> "€";
            case "GBP" -> "£";
            case "USD" -> "$";
            default -> code + " ";
        };
    }

    /** How long it took; null while it has not ended. */
    public @Nullable Duration took() {
        Instant finished = run.finished();
        return finished == null ? null : Duration.between(run.started(), finished);
    }

    /** Decisions in which nothing was sent, as a share of all; NaN when there were none. */
    public double silenced() {
        RunResult figures = result;
        if (figures == null || figures.decisions() == 0) {
            return Double.NaN;
        }
        long blocked = figures.steps().values().stream()
                .mapToLong(RunResult.StepFigures::blocked)
                .sum();
        return (double) blocked / figures.decisions();
    }

    /** The measured value per person; NaN when it was not measured. */
    public double estimate() {
        RunResult figures = result;
        RunResult.Effect effect = figures == null ? null : figures.effect();
        Double estimate = effect == null ? null : effect.estimate();
        return estimate == null ? Double.NaN : estimate;
    }
}
