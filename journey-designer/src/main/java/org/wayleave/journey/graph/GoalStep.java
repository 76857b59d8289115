package org.wayleave.journey.graph;

import java.util.List;

/**
 * Where the journey is measured: people stay until the event or the end of the window, counted from their entry.
 *
 * @param match the event that reaches the goal
 * @param withinDays days from entry, at least 1
 */
public record GoalStep(String id, String title, Position position, EventMatch match, int withinDays, Extras extras)
        implements Step {

    public GoalStep {
        if (withinDays < 1) {
            throw new IllegalArgumentException("a goal has at least a day: " + withinDays);
        }
    }

    public GoalStep(String id, String title, Position position, EventMatch match, int withinDays) {
        this(id, title, position, match, withinDays, Extras.NONE);
    }

    @Override
    public StepType type() {
        return StepType.GOAL;
    }

    @Override
    public List<Port> ports() {
        return List.of(
                new Port(Port.REACHED, "Reached", PortKind.EVENT), new Port(Port.MISSED, "Missed", PortKind.EVENT));
    }

    @Override
    public String summary() {
        return match.summary() + " within " + withinDays + " d of entry";
    }

    @Override
    public Step withPosition(Position elsewhere) {
        return new GoalStep(id, title, elsewhere, match, withinDays, extras);
    }

    @Override
    public Step withTitle(String other) {
        return new GoalStep(id, other, position, match, withinDays, extras);
    }

    @Override
    public Step withId(String other) {
        return new GoalStep(other, title, position, match, withinDays, extras);
    }
}
