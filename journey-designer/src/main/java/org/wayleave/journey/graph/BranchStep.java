package org.wayleave.journey.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where people part by facts about them; the first arm whose conditions hold takes them, else the default.
 *
 * @param arms the arms in order; at least one
 */
public record BranchStep(String id, String title, Position position, List<BranchArm> arms, Extras extras)
        implements Step {

    public BranchStep {
        arms = List.copyOf(arms);
        Names.distinctPorts(id, arms.stream().map(BranchArm::port).toList(), Port.OTHERWISE);
    }

    public BranchStep(String id, String title, Position position, List<BranchArm> arms) {
        this(id, title, position, arms, Extras.NONE);
    }

    @Override
    public StepType type() {
        return StepType.BRANCH;
    }

    @Override
    public List<Port> ports() {
        List<Port> ports = new ArrayList<>();
        for (BranchArm arm : arms) {
            ports.add(new Port(arm.port(), arm.title(), PortKind.CONDITION));
        }
        ports.add(new Port(Port.OTHERWISE, "Otherwise", PortKind.DEFAULT));
        return List.copyOf(ports);
    }

    @Override
    public String summary() {
        return arms.stream()
                .flatMap(arm -> arm.conditions().stream())
                .map(Condition::fact)
                .distinct()
                .collect(Collectors.joining(", ", "by ", ""));
    }

    @Override
    public Step withPosition(Position elsewhere) {
        return new BranchStep(id, title, elsewhere, arms, extras);
    }

    @Override
    public Step withTitle(String other) {
        return new BranchStep(id, other, position, arms, extras);
    }

    @Override
    public Step withId(String other) {
        return new BranchStep(other, title, position, arms, extras);
    }
}
