package org.wayleave.journey.graph;

import java.util.List;

/**
 * A step of another tool that has no meaning here. It keeps its place and its source; nobody can pass it, so a journey that
 * holds one is not simulated.
 *
 * @param source the step as it stood in the file from which it came
 * @param arms the ways out that it had there, in order; may be empty
 */
public record OpaqueStep(
        String id, String title, Position position, SourceFragment source, List<OpaqueArm> arms, Extras extras)
        implements Step {

    public OpaqueStep {
        arms = List.copyOf(arms);
        Names.distinctPorts(id, arms.stream().map(OpaqueArm::port).toList(), "");
    }

    public OpaqueStep(String id, String title, Position position, SourceFragment source, List<OpaqueArm> arms) {
        this(id, title, position, source, arms, Extras.NONE);
    }

    @Override
    public StepType type() {
        return StepType.OPAQUE;
    }

    @Override
    public List<Port> ports() {
        PortKind kind = arms.size() == 1 ? PortKind.NEXT : PortKind.CONDITION;
        return arms.stream().map(arm -> new Port(arm.port(), arm.title(), kind)).toList();
    }

    @Override
    public String summary() {
        return source.format() + (source.kind().isEmpty() ? "" : " · " + source.kind());
    }

    @Override
    public Step withPosition(Position elsewhere) {
        return new OpaqueStep(id, title, elsewhere, source, arms, extras);
    }

    @Override
    public Step withTitle(String other) {
        return new OpaqueStep(id, other, position, source, arms, extras);
    }

    @Override
    public Step withId(String other) {
        return new OpaqueStep(other, title, position, source, arms, extras);
    }
}
