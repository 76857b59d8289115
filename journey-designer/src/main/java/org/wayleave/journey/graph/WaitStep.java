package org.wayleave.journey.graph;

import java.util.List;

/**
 * Where people wait.
 *
 * @param rule how long
 */
public record WaitStep(String id, String title, Position position, WaitRule rule, Extras extras) implements Step {

    public WaitStep(String id, String title, Position position, WaitRule rule) {
        this(id, title, position, rule, Extras.NONE);
    }

    @Override
    public StepType type() {
        return StepType.WAIT;
    }

    @Override
    public List<Port> ports() {
        return switch (rule) {
            case WaitRule.ForEvent event ->
                List.of(
                        new Port(Port.HAPPENED, "Happened", PortKind.EVENT),
                        new Port(Port.TIMEOUT, "Timeout", PortKind.EVENT));
            case WaitRule.ForDuration duration -> List.of(Port.next());
            case WaitRule.UntilWindow window -> List.of(Port.next());
        };
    }

    @Override
    public String summary() {
        return rule.summary();
    }

    @Override
    public Step withPosition(Position elsewhere) {
        return new WaitStep(id, title, elsewhere, rule, extras);
    }

    @Override
    public Step withTitle(String other) {
        return new WaitStep(id, other, position, rule, extras);
    }

    @Override
    public Step withId(String other) {
        return new WaitStep(other, title, position, rule, extras);
    }
}
