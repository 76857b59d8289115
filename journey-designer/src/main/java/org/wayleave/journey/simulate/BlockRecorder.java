package org.wayleave.journey.simulate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.Person;
import org.wayleave.data.Reaction;
import org.wayleave.data.random.Draws;
import org.wayleave.journey.decide.Denial;
import org.wayleave.journey.decide.Ladder;
import org.wayleave.journey.decide.LadderDecision;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.ModelRef;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.RungKind;
import org.wayleave.journey.ledger.DecisionRow;
import org.wayleave.journey.ledger.Outcome;
import org.wayleave.journey.ledger.PersonRow;

/** Walks the people of one block and keeps their rows and counts. Not thread-safe: each block has its own. */
final class BlockRecorder {

    private static final int PURPOSE_PARITY = 0x4a03;

    /** The segment of everyone measured. */
    static final String ALL = "all";

    private final Route route;
    private final Tally tally;
    private final List<DecisionRow> rows = new ArrayList<>();
    private final List<PersonRow> people = new ArrayList<>();
    private final ParitySampler sampler;

    BlockRecorder(Route route, long parityBound) {
        this.route = route;
        this.tally = new Tally(route);
        this.sampler = new ParitySampler(route.plan.paritySample(), parityBound);
    }

    Tally tally() {
        return tally;
    }

    List<DecisionRow> rows() {
        return rows;
    }

    List<PersonRow> people() {
        return people;
    }

    ParitySampler sampler() {
        return sampler;
    }

    /** Walks one person; people come in ascending order. */
    void walk(int index) {
        walk(route.people.person(index), new WalkListener() {});
    }

    /** Walks one person and tells a listener too, who sees every event after this recorder has; gives the walk. */
    Walker walk(Person person, WalkListener also) {
        tally.people++;
        Trace trace = new Trace();
        WalkListener listener = new Both(trace, also);
        ExpectationWatch watch = null;
        if (!route.expected.isEmpty()) {
            watch = new ExpectationWatch(route.expected);
            listener = new Both(watch, listener);
        }
        Walker walker = new Walker(route, person, false, listener);
        walker.walk();
        if (!trace.hasEntered()) {
            return walker;
        }
        if (watch != null) {
            count(watch, person);
        }
        tally.entered++;
        trace.countPeople();
        PersonTrace ifTreated = trace;
        Walker treated = walker;
        if (trace.held()) {
            // What would have become of a person held out: the same walk, the same chance, but contacted.
            ifTreated = new PersonTrace(route);
            treated = new Walker(route, person, true, ifTreated);
            treated.walk();
        }
        measure(person, walker, trace, treated, ifTreated);
        return walker;
    }

    private void count(ExpectationWatch watch, Person person) {
        for (int i = 0; i < route.expected.size(); i++) {
            if (watch.concerned(i)) {
                Tally.OfExpectation counts = tally.expectations.get(i);
                counts.concerned++;
                counts.shown += watch.saw(i) ? 1 : 0;
                if (ExpectationResult.speaksAgainst(route.expected.get(i).claim(), watch.saw(i))) {
                    counts.witness(person.index());
                }
            }
        }
    }

    private void measure(Person person, Walker walker, PersonTrace trace, Walker treated, PersonTrace ifTreated) {
        Outcome outcome = outcome(trace);
        double spend = 0;
        double without = 0;
        if (trace.isMeasured()) {
            long from = trace.assigned();
            long to = trace.windowEnd();
            spend = walker.timeline().spend(from, to);
            without = new Timeline(person, route.plan.recipe().outcome()).spend(from, to);
            double effect = treated.timeline().spend(from, to) - without;
            RungKind best = ifTreated.best();
            Outlet consent = ifTreated.firstOutlet();
            segment(ALL, trace, spend, effect, best);
            segment("age:" + person.ageBand().wire(), trace, spend, effect, best);
            segment("device:" + person.device().wire(), trace, spend, effect, best);
            if (consent != null) {
                segment("consent:" + consent.wire(), trace, spend, effect, best);
            }
            if (effect > 0 && !trace.held()) {
                example("won", person);
            }
        }
        if (trace.unsubscribed()) {
            tally.unsubscribed++;
            example("unsubscribed", person);
        }
        example(outcome.wire(), person);
        people.add(new PersonRow(
                person.index(),
                person.ageBand().wire(),
                trace.entered(),
                outcome,
                ifTreated.firstOutlet(),
                trace.decisions(),
                spend,
                without,
                trace.unsubscribed()));
    }

    private static Outcome outcome(PersonTrace trace) {
        RungKind best = trace.best();
        if (best != null) {
            return Outcome.of(best);
        }
        return trace.held() ? Outcome.HELD : Outcome.NOT_REACHED;
    }

    private void segment(String key, PersonTrace trace, double spend, double effect, @Nullable RungKind best) {
        Tally.OfSegment segment = tally.segment(key);
        if (trace.held()) {
            segment.held.add(spend);
        } else {
            segment.treated.add(spend);
            if (best != null) {
                segment.best[best.rank()]++;
            }
            if (trace.unsubscribed()) {
                segment.unsubscribed++;
            }
        }
        segment.effect.add(effect);
    }

    private void example(String key, Person person) {
        tally.examples.putIfAbsent(key, person.index());
    }

    /** The rows and counts of one person's own walk. */
    private final class Trace extends PersonTrace {

        private final boolean[] been = new boolean[route.nodes.size()];
        private final Set<String> met = new HashSet<>();
        private int sequence;

        Trace() {
            super(route);
        }

        @Override
        public void entered(Walker walker, Node entry, long time) {
            super.entered(walker, entry, time);
            tally.entries++;
        }

        @Override
        public void arrived(Walker walker, Node node, long time) {
            tally.steps.get(node.index).visits++;
            been[node.index] = true;
        }

        @Override
        public void left(Walker walker, Node node, int port, long time) {
            tally.steps.get(node.index).ports[port]++;
        }

        @Override
        public void stillAt(Walker walker, Node node) {
            tally.steps.get(node.index).still++;
        }

        @Override
        public void reacted(Walker walker, Node message, Reaction reaction, long time) {
            super.reacted(walker, message, reaction, time);
            tally.contacts++;
        }

        @Override
        public void decided(Walker walker, Node node, LadderDecision decision, long time) {
            super.decided(walker, node, decision, time);
            DecisionRow row = Rows.of(walker, node, decision, sequence, time);
            rows.add(row);
            count(node, decision, row);
            long key = Draws.key(route.plan.seed(), row.person(), node.key, PURPOSE_PARITY);
            for (LadderDecision.Tried tried : decision.tried()) {
                long rank = Draws.bits(key, sequence * 4 + tried.kind().rank()) >>> 1;
                sampler.offer(rank, row.person(), sequence, row.step(), tried);
            }
            sequence++;
        }

        private void count(Node node, LadderDecision decision, DecisionRow row) {
            Tally.AtStep step = tally.steps.get(node.index);
            int rung = decision.rung().rank();
            tally.decisions++;
            tally.evaluations += decision.tried().size();
            step.rungs[rung]++;
            tally.rungByState[decision.outlet().rank()][rung]++;
            boolean silent = decision.taken() < 0;
            if (silent) {
                step.blocked++;
            } else if (decision.taken() == 0) {
                step.sent++;
            } else {
                step.degraded++;
            }
            if (decision.tried().isEmpty()) {
                return;
            }
            LadderDecision.Tried top = decision.tried().getFirst();
            tally.takenByTop[top.kind().rank()][rung]++;
            for (String rule : row.ruleIds()) {
                Tally.OfRule figures = tally.rule(rule);
                figures.decisions++;
                step.rules.merge(rule, 1L, Long::sum);
                if (silent) {
                    figures.silenced++;
                }
                if (met.add(rule)) {
                    figures.people++;
                }
            }
            TreeSet<String> atTop = new TreeSet<>();
            for (Denial denial : top.verdict().denials()) {
                atTop.add(denial.rule());
            }
            if (atTop.size() == 1) {
                tally.rule(atTop.first()).sole++;
            }
        }

        void countPeople() {
            for (int i = 0; i < been.length; i++) {
                if (been[i]) {
                    tally.steps.get(i).people++;
                }
            }
        }
    }

    /** Turns decisions into rows. */
    static final class Rows {

        private Rows() {}

        static DecisionRow of(Walker walker, Node node, LadderDecision decision, int sequence, long time) {
            MessageStep message = (MessageStep) node.step;
            Action action = decision.taken() < 0
                    ? null
                    : message.ladder().get(decision.taken()).action();
            ModelRef model = action == null ? null : action.model();
            TreeSet<String> rules = new TreeSet<>();
            StringBuilder denials = new StringBuilder();
            for (LadderDecision.Tried tried : decision.tried()) {
                if (tried.verdict().allow()) {
                    continue;
                }
                TreeSet<String> own = new TreeSet<>();
                for (Denial denial : tried.verdict().denials()) {
                    own.add(denial.rule());
                }
                rules.addAll(own);
                if (!denials.isEmpty()) {
                    denials.append(';');
                }
                denials.append(tried.kind().wire()).append('=').append(String.join(",", own));
            }
            return new DecisionRow(
                    walker.person().index(),
                    sequence,
                    time,
                    message.id(),
                    walker.visits(node) - 1,
                    decision.rung(),
                    action == null ? "" : Ladder.actionId(message, decision.rung()),
                    action == null ? "" : action.channel(),
                    action == null ? "" : action.purpose(),
                    action == null ? "" : action.topic(),
                    decision.outlet(),
                    walker.arm(),
                    walker.propensity(),
                    String.join(",", rules),
                    denials.toString(),
                    model == null ? "" : model.id() + "@" + model.version());
        }
    }
}
