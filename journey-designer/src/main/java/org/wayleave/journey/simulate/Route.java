package org.wayleave.journey.simulate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Truth;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.Channel;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.journey.decide.Decider;
import org.wayleave.journey.decide.DecisionDocument;
import org.wayleave.journey.graph.GoalStep;
import org.wayleave.journey.graph.HoldoutStep;
import org.wayleave.journey.graph.Step;

/** A plan made ready to be walked: everything that is the same for all people. Immutable, safe for use by many threads. */
final class Route {

    static final long DAY = 24 * 3_600_000L;

    final SimulationPlan plan;
    final List<Node> nodes;
    final List<Node> entries;
    final PersonGenerator people;
    final Truth truth;
    final Decider decider;
    final RegoObject journey;
    final long start;
    final long end;
    final boolean hasHoldout;
    final Optional<GoalStep> goal;
    final ExpectationWatch.Expected expected;
    private final Set<String> countingChannels;

    Route(SimulationPlan plan, Decider decider) {
        this.plan = plan;
        this.decider = decider;
        List<Node> made = new ArrayList<>();
        for (Step step : plan.journey().steps()) {
            made.add(new Node(step, made.size(), plan.journey(), plan.recipe()));
        }
        this.nodes = List.copyOf(made);
        this.entries = plan.journey().entries().stream()
                .map(entry -> nodes.get(plan.journey().indexOf(entry.id())))
                .toList();
        this.people = new PersonGenerator(plan.recipe(), plan.seed(), plan.start(), plan.days());
        this.truth = people.truth();
        this.journey = DecisionDocument.journey(plan.journey().id(), plan.journeyVersion());
        this.start = plan.start().toEpochMilli();
        this.end = start + plan.days() * DAY;
        this.hasHoldout = plan.journey().steps().stream().anyMatch(HoldoutStep.class::isInstance);
        this.goal = plan.journey().steps().stream()
                .filter(GoalStep.class::isInstance)
                .map(GoalStep.class::cast)
                .findFirst();
        this.expected = new ExpectationWatch.Expected(plan);
        this.countingChannels = new HashSet<>();
        for (Map.Entry<String, Channel> channel :
                Catalogue.parse(plan.catalogueJson()).channels().entrySet()) {
            if (channel.getValue().countsAsContact()) {
                countingChannels.add(channel.getKey());
            }
        }
    }

    boolean countsAsContact(String channel) {
        return countingChannels.contains(channel);
    }
}
