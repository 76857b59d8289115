package org.wayleave.journey.graph;

import java.util.Optional;

/** The kinds of steps. */
public enum StepType {
    ENTRY("entry", "Entry"),
    WAIT("wait", "Wait"),
    BRANCH("branch", "Branch"),
    RANDOM_SPLIT("random-split", "Random split"),
    MESSAGE("message", "Message"),
    HOLDOUT("holdout", "Holdout"),
    GOAL("goal", "Goal"),
    EXIT("exit", "Exit"),
    OPAQUE("opaque", "Imported step");

    private final String wire;
    private final String title;

    StepType(String wire, String title) {
        this.wire = wire;
        this.title = title;
    }

    /** The name in files. */
    public String wire() {
        return wire;
    }

    /** What people read. */
    public String title() {
        return title;
    }

    /** The type of that wire name. */
    public static Optional<StepType> of(String wire) {
        for (StepType type : values()) {
            if (type.wire.equals(wire)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
