package org.wayleave.journey.graph;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where people part by chance; a person who comes again is drawn again.
 *
 * @param arms the arms in order; at least two
 */
public record RandomSplitStep(String id, String title, Position position, List<SplitArm> arms, Extras extras)
        implements Step {

    public RandomSplitStep {
        arms = List.copyOf(arms);
        Names.distinctPorts(id, arms.stream().map(SplitArm::port).toList(), "");
    }

    public RandomSplitStep(String id, String title, Position position, List<SplitArm> arms) {
        this(id, title, position, arms, Extras.NONE);
    }

    @Override
    public StepType type() {
        return StepType.RANDOM_SPLIT;
    }

    @Override
    public List<Port> ports() {
        return arms.stream()
                .map(arm -> new Port(arm.port(), arm.title(), PortKind.RANDOM))
                .toList();
    }

    @Override
    public String summary() {
        double sum = arms.stream().mapToDouble(SplitArm::weight).sum();
        return arms.stream()
                .map(arm -> Math.round(100 * arm.weight() / sum) + " %")
                .collect(Collectors.joining(" / "));
    }

    @Override
    public Step withPosition(Position elsewhere) {
        return new RandomSplitStep(id, title, elsewhere, arms, extras);
    }

    @Override
    public Step withTitle(String other) {
        return new RandomSplitStep(id, other, position, arms, extras);
    }

    @Override
    public Step withId(String other) {
        return new RandomSplitStep(other, title, position, arms, extras);
    }
}
