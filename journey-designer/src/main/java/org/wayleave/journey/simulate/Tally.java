package org.wayleave.journey.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.RungKind;
import org.wayleave.journey.measure.Moments;

/** The counts of a run or of a part of it. Parts are joined in the order of people. Not thread-safe. */
final class Tally {

    static final int RUNGS = RungKind.values().length;
    static final int OUTLETS = Outlet.values().length;

    /** The counts of one step. */
    static final class AtStep {
        final long[] ports;
        final long[] rungs = new long[RUNGS];
        final TreeMap<String, Long> rules = new TreeMap<>();
        long visits;
        long people;
        long still;
        long sent;
        long degraded;
        long blocked;

        AtStep(int ports) {
            this.ports = new long[ports];
        }

        void addAll(AtStep other) {
            add(ports, other.ports);
            add(rungs, other.rungs);
            other.rules.forEach((rule, count) -> rules.merge(rule, count, Long::sum));
            visits += other.visits;
            people += other.people;
            still += other.still;
            sent += other.sent;
            degraded += other.degraded;
            blocked += other.blocked;
        }
    }

    /** The counts of one rule. */
    static final class OfRule {
        long decisions;
        long silenced;
        long sole;
        long people;

        void addAll(OfRule other) {
            decisions += other.decisions;
            silenced += other.silenced;
            sole += other.sole;
            people += other.people;
        }
    }

    /** The figures of one group of people. */
    static final class OfSegment {
        final long[] best = new long[RUNGS];
        final Moments treated = new Moments();
        final Moments held = new Moments();
        final Moments effect = new Moments();
        long unsubscribed;

        void addAll(OfSegment other) {
            add(best, other.best);
            treated.addAll(other.treated);
            held.addAll(other.held);
            effect.addAll(other.effect);
            unsubscribed += other.unsubscribed;
        }
    }

    /** The counts of one expectation. */
    static final class OfExpectation {
        final List<Integer> witnesses = new ArrayList<>();
        long concerned;
        long shown;

        void addAll(OfExpectation other) {
            concerned += other.concerned;
            shown += other.shown;
            other.witnesses.forEach(this::witness);
        }

        /** Notes one who speaks against it; people come in ascending order. */
        void witness(int person) {
            if (witnesses.size() < ExpectationResult.MOST_WITNESSES) {
                witnesses.add(person);
            }
        }
    }

    final List<AtStep> steps = new ArrayList<>();
    final List<OfExpectation> expectations = new ArrayList<>();
    final TreeMap<String, OfRule> rules = new TreeMap<>();
    final TreeMap<String, OfSegment> segments = new TreeMap<>();
    final TreeMap<String, Integer> examples = new TreeMap<>();
    final long[][] rungByState = new long[OUTLETS][RUNGS];
    final long[][] takenByTop = new long[RUNGS][RUNGS];
    long people;
    long entered;
    long entries;
    long decisions;
    long evaluations;
    long contacts;
    long unsubscribed;

    Tally(Route route) {
        route.nodes.forEach(node -> steps.add(new AtStep(node.ports.size())));
        for (int i = 0; i < route.expected.size(); i++) {
            expectations.add(new OfExpectation());
        }
    }

    OfRule rule(String rule) {
        return rules.computeIfAbsent(rule, id -> new OfRule());
    }

    OfSegment segment(String key) {
        return segments.computeIfAbsent(key, id -> new OfSegment());
    }

    void addAll(Tally other) {
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).addAll(other.steps.get(i));
        }
        for (int i = 0; i < expectations.size(); i++) {
            expectations.get(i).addAll(other.expectations.get(i));
        }
        other.rules.forEach((id, figures) -> rule(id).addAll(figures));
        other.segments.forEach((key, figures) -> segment(key).addAll(figures));
        for (Map.Entry<String, Integer> example : other.examples.entrySet()) {
            examples.merge(example.getKey(), example.getValue(), Math::min);
        }
        for (int i = 0; i < OUTLETS; i++) {
            add(rungByState[i], other.rungByState[i]);
        }
        for (int i = 0; i < RUNGS; i++) {
            add(takenByTop[i], other.takenByTop[i]);
        }
        people += other.people;
        entered += other.entered;
        entries += other.entries;
        decisions += other.decisions;
        evaluations += other.evaluations;
        contacts += other.contacts;
        unsubscribed += other.unsubscribed;
    }

    private static void add(long[] sums, long[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }
}
