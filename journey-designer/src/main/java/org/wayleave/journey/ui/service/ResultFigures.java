package org.wayleave.journey.ui.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.Recipe;
import org.wayleave.journey.graph.RungKind;
import org.wayleave.journey.simulate.RunResult;

/** Turns the result of a run into what the page shows. */
final class ResultFigures {

    private ResultFigures() {}

    static RunFigures of(RunEntry entry, RunResult result) {
        Map<String, RunFigures.StepResult> steps = new HashMap<>();
        result.steps()
                .forEach((id, step) -> steps.put(
                        id,
                        new RunFigures.StepResult(
                                step.visits(),
                                step.stillThere(),
                                step.ports(),
                                step.rungs(),
                                step.sent(),
                                step.degraded(),
                                step.blocked(),
                                step.byRule())));
        Map<String, RunFigures.RuleWords> rules = new HashMap<>();
        result.byRule().forEach((id, rule) -> rules.put(id, new RunFigures.RuleWords(rule.title(), "", 0)));
        List<RunFigures.SegmentRow> segments = new ArrayList<>();
        result.segments().forEach(segment -> segments.add(row(segment)));
        return new RunFigures(
                entry,
                result.seconds().getOrDefault("total", 0.0),
                result.decisions(),
                steps,
                rules,
                segments,
                result.expectations(),
                currency(result.run().recipe()),
                parity(result));
    }

    private static RunFigures.SegmentRow row(RunResult.Segment segment) {
        long treated =
                segment.rungs().values().stream().mapToLong(Long::longValue).sum();
        double whole = Math.max(1, treated);
        double personalised = segment.rungs().getOrDefault(RungKind.PERSONALISED.wire(), 0L) / whole;
        double lower = (segment.rungs().getOrDefault(RungKind.CONTEXTUAL.wire(), 0L)
                        + segment.rungs().getOrDefault(RungKind.GENERIC.wire(), 0L))
                / whole;
        RunResult.Effect effect = segment.effect();
        return new RunFigures.SegmentRow(
                segment.title(),
                segment.people(),
                personalised,
                lower,
                treated == 0 ? 0 : Math.max(0, 1 - personalised - lower),
                effect.estimate(),
                effect.low(),
                effect.high(),
                effect.truth(),
                segment.unsubscribed() / (double) Math.max(1, effect.treated()));
    }

    private static String currency(String recipe) {
        String vertical = recipe.contains("@") ? recipe.substring(0, recipe.indexOf('@')) : recipe;
        return Recipe.verticals().contains(vertical)
                ? Recipe.bundled(vertical).outcome().unit()
                : "";
    }

    private static RunFigures.@Nullable Parity parity(RunResult result) {
        RunResult.Parity parity = result.parity();
        return parity == null
                ? null
                : new RunFigures.Parity(
                        parity.status().equals("checked") ? parity.sampled() : 0, parity.mismatches(), parity.reason());
    }
}
