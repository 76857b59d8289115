package org.wayleave.journey.simulate;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.Recipe;
import org.wayleave.data.random.Draws;
import org.wayleave.engine.value.RegoString;
import org.wayleave.journey.decide.Ladder;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.GoalStep;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.Trigger;
import org.wayleave.journey.graph.WaitRule;
import org.wayleave.journey.graph.WaitStep;

/** A step made ready to be walked by many people. Immutable. */
final class Node {

    final Step step;
    final int index;
    final RegoString name;
    final long key;
    final List<Port> ports;
    private final int[] next;
    private final List<List<FactTest>> tests;
    private final @Nullable EventTest event;
    private final @Nullable Ladder ladder;

    Node(Step step, int index, Journey journey, Recipe recipe) {
        this.step = step;
        this.index = index;
        this.name = RegoString.of(step.id());
        this.key = Draws.hash(step.id());
        this.ports = step.ports();
        this.next = new int[ports.size()];
        Arrays.fill(next, -1);
        for (Edge edge : journey.outgoing(step.id())) {
            next[port(edge.port())] = journey.indexOf(edge.to());
        }
        this.tests = switch (step) {
            case EntryStep entry ->
                List.of(FactTest.all(
                        switch (entry.trigger()) {
                            case Trigger.OnEvent trigger -> trigger.conditions();
                            case Trigger.OnAudience trigger -> trigger.conditions();
                            case Trigger.OnSchedule trigger -> trigger.conditions();
                        },
                        recipe));
            case BranchStep branch ->
                branch.arms().stream()
                        .map(arm -> FactTest.all(arm.conditions(), recipe))
                        .toList();
            default -> List.of();
        };
        this.event = eventOf(step, recipe);
        this.ladder = step instanceof MessageStep message ? new Ladder(message) : null;
    }

    private static @Nullable EventTest eventOf(Step step, Recipe recipe) {
        if (step instanceof EntryStep entry && entry.trigger() instanceof Trigger.OnEvent trigger) {
            return EventTest.of(trigger.match(), recipe);
        }
        if (step instanceof WaitStep wait && wait.rule() instanceof WaitRule.ForEvent rule) {
            return EventTest.of(rule.match(), recipe);
        }
        return step instanceof GoalStep goal ? EventTest.of(goal.match(), recipe) : null;
    }

    /** The node behind a port, by position; -1 when nothing follows. */
    int next(int port) {
        return next[port];
    }

    /** The position of a port. */
    int port(String wanted) {
        for (int i = 0; i < ports.size(); i++) {
            if (ports.get(i).name().equals(wanted)) {
                return i;
            }
        }
        throw new IllegalArgumentException("step " + step.id() + " has no port " + wanted);
    }

    /** The tests of an entry, or of an arm of a branch. */
    List<FactTest> tests(int arm) {
        return tests.get(arm);
    }

    /** The facts that an entry or a branch looks at, as they are for a person. */
    List<KnownFact> known(Walker walker, long time) {
        return tests.stream()
                .flatMap(List::stream)
                .map(test -> test.known(walker, time))
                .toList();
    }

    /** The event that an entry, a wait or a goal looks for. */
    EventTest event() {
        if (event == null) {
            throw new IllegalStateException("step " + step.id() + " looks for no event");
        }
        return event;
    }

    /** The ladder of a message. */
    Ladder ladder() {
        if (ladder == null) {
            throw new IllegalStateException("step " + step.id() + " has no ladder");
        }
        return ladder;
    }
}
