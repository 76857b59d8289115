package org.wayleave.journey.graph;

import java.util.List;

/**
 * Where some people, drawn once and for good, are kept without contact so that the effect of the rest can be measured.
 *
 * @param share share of people who are held, more than 0 and less than 1
 */
public record HoldoutStep(String id, String title, Position position, double share, Extras extras) implements Step {

    public HoldoutStep {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("a holdout keeps a share between 0 and 1: " + share);
        }
    }

    public HoldoutStep(String id, String title, Position position, double share) {
        this(id, title, position, share, Extras.NONE);
    }

    @Override
    public StepType type() {
        return StepType.HOLDOUT;
    }

    @Override
    public List<Port> ports() {
        return List.of(new Port(Port.TREATED, "Treated", PortKind.ARM), new Port(Port.HELD, "Held out", PortKind.ARM));
    }

    @Override
    public String summary() {
        return "permanent · " + FactValue.of(Math.round(share * 10_000) / 100.0).words() + " % held";
    }

    @Override
    public Step withPosition(Position elsewhere) {
        return new HoldoutStep(id, title, elsewhere, share, extras);
    }

    @Override
    public Step withTitle(String other) {
        return new HoldoutStep(id, other, position, share, extras);
    }

    @Override
    public Step withId(String other) {
        return new HoldoutStep(other, title, position, share, extras);
    }
}
