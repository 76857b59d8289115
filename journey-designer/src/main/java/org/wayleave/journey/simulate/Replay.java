package org.wayleave.journey.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.Person;
import org.wayleave.data.Reaction;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.engine.Engine;
import org.wayleave.journey.decide.Decider;
import org.wayleave.journey.decide.LadderDecision;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.ledger.DecisionRow;
import org.wayleave.journey.ledger.Outcome;
import org.wayleave.journey.ledger.PersonRow;

/** Lets single people of a plan walk again, exactly as in the run. Safe for use by many threads. */
public final class Replay {

    private static final List<String> ORDER = List.of(
            "won",
            Outcome.SILENCE.wire(),
            Outcome.GENERIC.wire(),
            Outcome.HELD.wire(),
            Outcome.CONTEXTUAL.wire(),
            "unsubscribed",
            Outcome.PERSONALISED.wire(),
            Outcome.NOT_REACHED.wire());

    private final Route route;

    /** Replays of a plan, decided by the plan's policy. */
    public Replay(SimulationPlan plan) {
        this(plan, plan.decider(Engine.COMPILE));
    }

    /** Replays of a plan, decided by another engine over the same policy. */
    public Replay(SimulationPlan plan, Decider decider) {
        this.route = new Route(plan, decider);
    }

    /**
     * The walk of one person.
     *
     * @param person the person
     * @param visits the steps they came to, in order; empty when they never entered
     * @param consents their consents with what the walk changed
     * @param summary what the walk came to; null when they never entered
     */
    public record Walk(
            Person person,
            List<Visit> visits,
            ConsentHistory consents,
            @Nullable PersonRow summary) {}

    /**
     * Walks one person.
     *
     * @param index position in the population, at least 0; also beyond the people of the run
     */
    public Walk person(int index) {
        Person person = route.people.person(index);
        BlockRecorder recorder = new BlockRecorder(route, -1);
        Recording recording = new Recording(recorder);
        Walker walker = recorder.walk(person, recording);
        return new Walk(
                person,
                recording.visits,
                walker.consents(),
                recorder.people().isEmpty() ? null : recorder.people().getFirst());
    }

    /** The decider that decides in these replays. */
    public Decider decider() {
        return route.decider;
    }

    /** The plan that is replayed. */
    public SimulationPlan plan() {
        return route.plan;
    }

    /** People in the order in which a reader learns most: one for each outcome of a run, at most so many. */
    public static List<Integer> interesting(RunResult result, int most) {
        List<Integer> people = new ArrayList<>();
        for (String outcome : ORDER) {
            Integer person = result.examples().get(outcome);
            if (person != null && !people.contains(person) && people.size() < most) {
                people.add(person);
            }
        }
        return people;
    }

    /** Keeps every visit. */
    private static final class Recording implements WalkListener {

        private final BlockRecorder recorder;
        private final List<Visit> visits = new ArrayList<>();
        private @Nullable LadderDecision decision;
        private @Nullable DecisionRow row;
        private @Nullable Reaction reaction;
        private List<KnownFact> facts = List.of();
        private long arrived;

        Recording(BlockRecorder recorder) {
            this.recorder = recorder;
        }

        @Override
        public void arrived(Walker walker, Node node, long time) {
            arrived = time;
            decision = null;
            row = null;
            reaction = null;
            facts = node.known(walker, time);
        }

        @Override
        public void decided(Walker walker, Node message, LadderDecision made, long time) {
            decision = made;
            row = recorder.rows().getLast();
        }

        @Override
        public void reacted(Walker walker, Node message, Reaction seen, long time) {
            reaction = seen;
        }

        @Override
        public void left(Walker walker, Node node, int port, long time) {
            add(walker, node, node.ports.get(port), time, false);
        }

        @Override
        public void stillAt(Walker walker, Node node) {
            add(walker, node, null, arrived, false);
        }

        @Override
        public void ended(Walker walker, Node last, long time) {
            if (last.ports.isEmpty()) {
                add(walker, last, null, time, true);
            } else {
                Visit visit = Objects.requireNonNull(visits.removeLast());
                visits.add(new Visit(
                        visit.step(),
                        visit.arrived(),
                        visit.facts(),
                        visit.arm(),
                        visit.decision(),
                        visit.row(),
                        visit.reaction(),
                        visit.port(),
                        visit.left(),
                        true));
            }
        }

        private void add(Walker walker, Node node, @Nullable Port port, long time, boolean end) {
            visits.add(new Visit(node.step, arrived, facts, walker.arm(), decision, row, reaction, port, time, end));
        }
    }
}
