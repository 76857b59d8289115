package org.wayleave.app.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.wayleave.app.report.Chapter.Expected;
import org.wayleave.app.report.Chapter.LadderUse;
import org.wayleave.app.report.Chapter.PersonStory;
import org.wayleave.app.report.Chapter.RuleLoss;
import org.wayleave.app.report.Report.Fact;
import org.wayleave.app.report.Report.Tile;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.app.report.svg.Glyph;
import org.wayleave.app.report.svg.IntervalChart.Interval;
import org.wayleave.app.report.svg.StepFigures;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.policy.pack.RuleInfo;

/** Turns a run's figures into a chapter of the report. */
public final class RunChapter {
    private static final int FEW = 30;

    private final SimulationPlan plan;
    private final RunResult result;
    private final String currency;

    private RunChapter(SimulationPlan plan, RunResult result) {
        this.plan = plan;
        this.result = result;
        this.currency = symbol(plan.recipe().outcome().unit());
    }

    /** The chapter of a run with some of its people explained. */
    public static Chapter of(SimulationPlan plan, RunResult result, List<PersonStory> people) {
        RunChapter run = new RunChapter(plan, result);
        return new Chapter(
                plan.journey(),
                plan.journeyVersion(),
                run.steps(),
                run.tiles(),
                run.lost(),
                run.consent(),
                run.ladders(),
                run.effects(),
                run.currency,
                run.expectations(),
                people,
                run.facts());
    }

    private static String symbol(String unit) {
        // The sign that a currency has at home: € for EUR, £ for GBP; the unit itself where there is none.
        return switch (unit) {
            case "EUR" -> "€";
            case "GBP" -> "£";
            case "USD" -> "$";
            default -> unit + " ";
        };
    }

    private Map<String, StepFigures> steps() {
        Map<String, StepFigures> figures = new LinkedHashMap<>();
        result.steps()
                .forEach((id, step) ->
                        figures.put(id, new StepFigures(step.visits(), step.sent(), step.degraded(), step.blocked())));
        return figures;
    }

    private List<Tile> tiles() {
        long sent = 0;
        long degraded = 0;
        long blocked = 0;
        for (RunResult.StepFigures step : result.steps().values()) {
            sent += step.sent();
            degraded += step.degraded();
            blocked += step.blocked();
        }
        long decisions = sent + degraded + blocked;
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile(
                Figures.count(result.entered()),
                "people entered",
                Figures.share(result.entered(), result.people()) + " of " + Figures.count(result.people())));
        tiles.add(new Tile(
                Figures.count(result.decisions()), "decisions", Figures.count(result.evaluations()) + " rungs asked"));
        tiles.add(new Tile(Figures.share(sent, decisions), "got the best message", Figures.count(sent)));
        tiles.add(new Tile(Figures.share(degraded, decisions), "got a fallback", Figures.count(degraded)));
        tiles.add(new Tile(Figures.share(blocked, decisions), "got nothing", Figures.count(blocked)));
        RunResult.Effect effect = result.effect();
        if (effect != null && effect.estimate() != null && effect.low() != null && effect.high() != null) {
            tiles.add(new Tile(
                    Figures.difference(effect.estimate(), currency),
                    "per person in " + effect.windowDays() + " days",
                    "± " + Figures.decimal((effect.high() - effect.low()) / 2, 2) + ", truth "
                            // No line break behind the sign.
                            + Figures.difference(effect.truth(), currency).replace("+", "+\u2060")));
        }
        return tiles;
    }

    private List<RuleLoss> lost() {
        Map<String, RuleInfo> rules = new LinkedHashMap<>();
        plan.pack().rules().forEach(rule -> rules.putIfAbsent(rule.id(), rule));
        List<RuleLoss> losses = new ArrayList<>();
        result.byRule().forEach((id, figures) -> {
            RuleInfo rule = rules.get(id);
            losses.add(new RuleLoss(
                    id,
                    figures.title(),
                    rule == null ? "" : rule.description(),
                    figures.decisions(),
                    figures.sole(),
                    figures.silenced(),
                    figures.people()));
        });
        losses.sort(Comparator.comparingLong(RuleLoss::decisions).reversed().thenComparing(RuleLoss::rule));
        return losses;
    }

    private List<LadderUse> consent() {
        List<LadderUse> uses = new ArrayList<>();
        result.byConsentState()
                .forEach((state, rungs) ->
                        uses.add(LadderUse.of(Glyph.of(state).map(Glyph::title).orElse(state), state, rungs)));
        return uses.stream().filter(use -> use.decisions() > 0).toList();
    }

    private List<LadderUse> ladders() {
        Journey journey = plan.journey();
        List<LadderUse> uses = new ArrayList<>();
        result.steps().forEach((id, step) -> {
            if (!step.rungs().isEmpty()) {
                uses.add(LadderUse.of(journey.step(id).map(Step::title).orElse(id), "", step.rungs()));
            }
        });
        return uses;
    }

    private List<Interval> effects() {
        List<Interval> intervals = new ArrayList<>();
        for (RunResult.Segment segment : result.segments()) {
            RunResult.Effect effect = segment.effect();
            Double estimate = effect.estimate();
            Double low = effect.low();
            Double high = effect.high();
            if (estimate != null && low != null && high != null) {
                intervals.add(new Interval(
                        segment.title(),
                        Figures.count(effect.treated()) + " treated, " + Figures.count(effect.held()) + " held out"
                                + (few(effect) ? " · few" : ""),
                        estimate,
                        low,
                        high,
                        OptionalDouble.of(effect.truth()),
                        few(effect)));
            }
        }
        return intervals;
    }

    /** The normal approximation behind the interval wants a few dozen people on either side. */
    private static boolean few(RunResult.Effect effect) {
        return effect.held() < FEW || effect.treated() < FEW;
    }

    private List<Expected> expectations() {
        return result.expectations().stream()
                .map(each -> new Expected(
                        each.verdict().name().toLowerCase(Locale.ROOT), each.name(), each.figures(), each.witnessIds()))
                .toList();
    }

    private List<Fact> facts() {
        RunResult.Identity run = result.run();
        return List.of(
                new Fact("Journey", run.journey() + " v" + run.journeyVersion() + ", " + run.journeyHash()),
                new Fact("Ledger", result.ledgerHash()));
    }
}
