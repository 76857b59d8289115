package org.wayleave.journey.graph;

import java.util.List;

/**
 * Where people leave.
 *
 * @param reason why, in a few words; may be empty
 */
public record ExitStep(String id, String title, Position position, String reason, Extras extras) implements Step {

    public ExitStep(String id, String title, Position position, String reason) {
        this(id, title, position, reason, Extras.NONE);
    }

    @Override
    public StepType type() {
        return StepType.EXIT;
    }

    @Override
    public List<Port> ports() {
        return List.of();
    }

    @Override
    public String summary() {
        return reason;
    }

    @Override
    public Step withPosition(Position elsewhere) {
        return new ExitStep(id, title, elsewhere, reason, extras);
    }

    @Override
    public Step withTitle(String other) {
        return new ExitStep(id, other, position, reason, extras);
    }

    @Override
    public Step withId(String other) {
        return new ExitStep(other, title, position, reason, extras);
    }
}
