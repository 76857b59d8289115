package org.wayleave.journey.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.AgeBand;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.RungKind;
import org.wayleave.journey.measure.HoldoutEffect;
import org.wayleave.policy.pack.RuleInfo;
import org.wayleave.workspace.json.CanonicalJson;

/** Turns the counts of a run into its result. */
final class Summary {

    private final Route route;
    private final Tally tally;

    Summary(Route route, Tally tally) {
        this.route = route;
        this.tally = tally;
    }

    static RunResult.Identity identity(SimulationPlan plan) {
        return new RunResult.Identity(
                plan.journey().id(),
                plan.journeyVersion(),
                CanonicalJson.hash(JourneyJson.write(plan.journey())),
                plan.pack().id(),
                CanonicalJson.hash(plan.pack().documentJson()),
                CanonicalJson.hash(plan.catalogueJson()),
                CanonicalJson.hash(plan.settingsJson()),
                plan.recipe().reference(),
                plan.people(),
                plan.days(),
                plan.seed(),
                plan.start().toString());
    }

    RunResult result(
            RunResult.Identity identity,
            boolean complete,
            Map<String, Double> seconds,
            double peakMemoryMiB,
            String ledgerHash,
            List<ParitySample> samples) {
        return new RunResult(
                identity,
                complete,
                (int) tally.people,
                tally.entered,
                tally.entries,
                tally.decisions,
                tally.evaluations,
                tally.contacts,
                tally.unsubscribed,
                steps(),
                rules(),
                byConsentState(),
                fallbacks(),
                tally.segments.containsKey(BlockRecorder.ALL) ? effect(tally.segment(BlockRecorder.ALL)) : null,
                segments(),
                tally.examples,
                expectations(),
                seconds,
                peakMemoryMiB,
                route.decider.engine(),
                null,
                ledgerHash,
                samples);
    }

    private List<ExpectationResult> expectations() {
        List<ExpectationResult> results = new ArrayList<>();
        for (int i = 0; i < route.expected.size(); i++) {
            Tally.OfExpectation counts = tally.expectations.get(i);
            results.add(ExpectationResult.of(route.expected.get(i), counts.concerned, counts.shown, counts.witnesses));
        }
        return results;
    }

    private Map<String, RunResult.StepFigures> steps() {
        Map<String, RunResult.StepFigures> figures = new LinkedHashMap<>();
        for (Node node : route.nodes) {
            Tally.AtStep counts = tally.steps.get(node.index);
            Map<String, Long> ports = new LinkedHashMap<>();
            for (int i = 0; i < node.ports.size(); i++) {
                ports.put(node.ports.get(i).name(), counts.ports[i]);
            }
            figures.put(
                    node.step.id(),
                    new RunResult.StepFigures(
                            node.step.type().wire(),
                            counts.visits,
                            counts.people,
                            counts.still,
                            ports,
                            node.step instanceof MessageStep ? rungs(counts.rungs) : Map.of(),
                            counts.sent,
                            counts.degraded,
                            counts.blocked,
                            counts.rules));
        }
        return figures;
    }

    private Map<String, RunResult.RuleFigures> rules() {
        Map<String, RunResult.RuleFigures> figures = new TreeMap<>();
        tally.rules.forEach((id, counts) -> figures.put(
                id,
                new RunResult.RuleFigures(
                        route.plan.pack().rule(id).map(RuleInfo::title).orElse(id),
                        counts.decisions,
                        counts.silenced,
                        counts.sole,
                        counts.people)));
        return figures;
    }

    private static Map<String, Long> rungs(long[] counts) {
        Map<String, Long> rungs = new LinkedHashMap<>();
        for (RungKind kind : RungKind.values()) {
            rungs.put(kind.wire(), counts[kind.rank()]);
        }
        return rungs;
    }

    private Map<String, Map<String, Long>> byConsentState() {
        Map<String, Map<String, Long>> lines = new LinkedHashMap<>();
        for (Outlet outlet : Outlet.values()) {
            lines.put(outlet.wire(), rungs(tally.rungByState[outlet.rank()]));
        }
        return lines;
    }

    private Map<String, Map<String, Long>> fallbacks() {
        Map<String, Map<String, Long>> lines = new LinkedHashMap<>();
        for (RungKind top : RungKind.values()) {
            if (top != RungKind.SILENCE) {
                lines.put(top.wire(), rungs(tally.takenByTop[top.rank()]));
            }
        }
        return lines;
    }

    private List<RunResult.Segment> segments() {
        List<RunResult.Segment> segments = new ArrayList<>();
        tally.segments.forEach((key, counts) -> segments.add(new RunResult.Segment(
                key,
                title(key),
                counts.treated.count() + counts.held.count(),
                rungs(counts.best),
                counts.unsubscribed,
                effect(counts))));
        List<String> kinds = List.of(BlockRecorder.ALL, "consent", "age", "device");
        segments.sort(Comparator.comparingInt(segment -> kinds.indexOf(kind(segment.key()))));
        return segments;
    }

    private static String kind(String key) {
        int colon = key.indexOf(':');
        return colon < 0 ? key : key.substring(0, colon);
    }

    private static String title(String key) {
        String value = key.substring(key.indexOf(':') + 1);
        return switch (kind(key)) {
            case "consent" ->
                switch (value) {
                    case "granted" -> "Consented to everything asked";
                    case "denied" -> "Denied a consent";
                    case "expired" -> "A consent expired";
                    default -> "A consent unknown";
                };
            case "age" ->
                Stream.of(AgeBand.values())
                        .filter(band -> band.wire().equals(value))
                        .findFirst()
                        .map(band -> capitalised(band.title()))
                        .orElse(value);
            case "device" -> "On a " + value;
            default -> "Everyone";
        };
    }

    private static String capitalised(String title) {
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    private RunResult.Effect effect(Tally.OfSegment counts) {
        @Nullable
        HoldoutEffect estimate = HoldoutEffect.of(counts.treated, counts.held).orElse(null);
        return new RunResult.Effect(
                route.goal.orElseThrow().withinDays(),
                counts.treated.count(),
                counts.held.count(),
                counts.treated.mean(),
                counts.held.count() == 0 ? null : Double.valueOf(counts.held.mean()),
                estimate == null ? null : Double.valueOf(estimate.estimate()),
                estimate == null ? null : Double.valueOf(estimate.low()),
                estimate == null ? null : Double.valueOf(estimate.high()),
                counts.effect.mean());
    }
}
