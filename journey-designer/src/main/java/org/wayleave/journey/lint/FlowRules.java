package org.wayleave.journey.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.HoldoutStep;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.StepType;
import org.wayleave.journey.graph.WaitRule;
import org.wayleave.journey.graph.WaitStep;

/** Problems of the way people take through the graph. */
final class FlowRules {

    private final Journey journey;
    private final List<Problem> problems;
    private final Set<String> reachable;
    private final Set<String> contactedThoughHeld;
    private final Set<String> reachableAroundHoldouts;
    private final Set<String> spinning;
    private final boolean hasHoldout;

    FlowRules(Journey journey, List<Problem> problems) {
        this.journey = journey;
        this.problems = problems;
        List<String> entries = journey.entries().stream().map(Step::id).toList();
        this.reachable = closure(entries, edge -> true);
        this.hasHoldout = journey.steps().stream().anyMatch(HoldoutStep.class::isInstance);
        this.reachableAroundHoldouts =
                closure(entries, edge -> !(journey.step(edge.from()).orElseThrow() instanceof HoldoutStep));
        List<String> held = journey.steps().stream()
                .filter(HoldoutStep.class::isInstance)
                .flatMap(step -> journey.edge(step.id(), Port.HELD).stream())
                .map(Edge::to)
                .toList();
        this.contactedThoughHeld = closure(held, edge -> true);
        this.spinning = spinning();
    }

    void wholeJourney() {
        if (journey.entries().isEmpty()) {
            add(
                    "no-entry",
                    Severity.ERROR,
                    null,
                    "Nobody comes into this journey: it has no entry",
                    "Add an entry by event, audience or schedule");
        }
        if (lacks(StepType.EXIT)) {
            add(
                    "no-exit",
                    Severity.ERROR,
                    null,
                    "Nobody leaves this journey on purpose: it has no exit",
                    "Add an exit and lead every path to it");
        }
        boolean contacts = !lacks(StepType.MESSAGE);
        if (contacts && lacks(StepType.GOAL)) {
            add(
                    "no-goal",
                    Severity.WARNING,
                    null,
                    "Nothing says what this journey is to bring about, so its effect is not measured",
                    "Add a goal with its event and window");
        }
        if (contacts && !hasHoldout) {
            add(
                    "no-holdout",
                    Severity.WARNING,
                    null,
                    "Everyone is contacted, so the effect cannot be told from what people would have done anyway",
                    "Put a holdout behind the entry");
        }
    }

    void step(Step step) {
        String id = step.id();
        if (!reachable.contains(id)) {
            add(
                    "unreachable-step",
                    Severity.ERROR,
                    id,
                    "No path leads from an entry to this step",
                    "Connect it, or remove it");
        }
        if (spinning.contains(id)) {
            add(
                    "loop-without-wait",
                    Severity.ERROR,
                    id,
                    "People can go round through this step without any time passing",
                    "Put a wait of fixed duration into the loop, or break it");
        }
        if (hasHoldout && step instanceof MessageStep) {
            if (contactedThoughHeld.contains(id)) {
                add(
                        "held-contacted",
                        Severity.ERROR,
                        id,
                        "People who are held out come to this message too, so they are no baseline",
                        "Lead the held port to a goal or an exit without passing a message");
            } else if (reachableAroundHoldouts.contains(id)) {
                add(
                        "holdout-bypassed",
                        Severity.WARNING,
                        id,
                        "A path leads to this message around the holdout, so its effect is not measured",
                        "Let every path to a message pass the holdout first");
            }
        }
        for (Port port : step.ports()) {
            if (journey.edge(id, port.name()).isEmpty()) {
                add(
                        "open-port",
                        Severity.WARNING,
                        id,
                        "Nothing follows “" + port.title() + "”; people end here without an exit",
                        "Connect “" + port.title() + "” to a step or an exit");
            }
        }
    }

    private Set<String> closure(List<String> from, Predicate<Edge> follows) {
        Set<String> seen = new HashSet<>(from);
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (Edge edge : journey.outgoing(open.pop())) {
                if (follows.test(edge) && seen.add(edge.to())) {
                    open.push(edge.to());
                }
            }
        }
        return seen;
    }

    /**
     * The steps on a cycle in which no time need pass. A wait of fixed duration always takes time; a wait for an event or a
     * window may take none.
     */
    private Set<String> spinning() {
        Set<String> left = new HashSet<>();
        for (Step step : journey.steps()) {
            if (!(step instanceof WaitStep wait && wait.rule() instanceof WaitRule.ForDuration)) {
                left.add(step.id());
            }
        }
        // Steps that lie on no cycle fall away from both ends.
        peel(
                left,
                id -> journey.incoming(id).stream().map(Edge::from).toList(),
                id -> journey.outgoing(id).stream().map(Edge::to).toList());
        peel(
                left,
                id -> journey.outgoing(id).stream().map(Edge::to).toList(),
                id -> journey.incoming(id).stream().map(Edge::from).toList());
        return left;
    }

    private static void peel(
            Set<String> left, Function<String, List<String>> before, Function<String, List<String>> behind) {
        Map<String, Integer> open = new HashMap<>();
        Deque<String> free = new ArrayDeque<>();
        for (String id : left) {
            int count = (int) before.apply(id).stream().filter(left::contains).count();
            open.put(id, count);
            if (count == 0) {
                free.push(id);
            }
        }
        while (!free.isEmpty()) {
            String id = free.pop();
            left.remove(id);
            for (String next : behind.apply(id)) {
                if (left.contains(next) && open.merge(next, -1, Integer::sum) == 0) {
                    free.push(next);
                }
            }
        }
    }

    private boolean lacks(StepType type) {
        return journey.steps().stream().noneMatch(step -> step.type() == type);
    }

    private void add(String code, Severity severity, @Nullable String step, String reason, String fix) {
        problems.add(new Problem(code, severity, step, reason, fix));
    }
}
