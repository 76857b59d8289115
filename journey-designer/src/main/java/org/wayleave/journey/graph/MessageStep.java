package org.wayleave.journey.graph;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Where people are contacted, as far as policy allows: the ladder is tried top down and the first rung that is allowed is taken.
 *
 * @param channel the channel that the step is about; its consent chooses the outlet
 * @param purpose the purpose that the step is about; empty when nobody has said it yet
 * @param topic the topic that the step is about
 * @param ladder the rungs, top down; no two of a kind
 */
public record MessageStep(
        String id,
        String title,
        Position position,
        String channel,
        String purpose,
        String topic,
        List<Rung> ladder,
        Extras extras)
        implements Step {

    public MessageStep {
        ladder = List.copyOf(ladder);
        EnumSet<RungKind> kinds = EnumSet.noneOf(RungKind.class);
        for (Rung rung : ladder) {
            if (!kinds.add(rung.kind())) {
                throw new IllegalArgumentException(
                        "step " + id + " has two rungs “" + rung.kind().wire() + "”");
            }
        }
    }

    public MessageStep(
            String id,
            String title,
            Position position,
            String channel,
            String purpose,
            String topic,
            List<Rung> ladder) {
        this(id, title, position, channel, purpose, topic, ladder, Extras.NONE);
    }

    @Override
    public StepType type() {
        return StepType.MESSAGE;
    }

    @Override
    public List<Port> ports() {
        List<Port> ports = new ArrayList<>();
        for (Outlet outlet : Outlet.values()) {
            ports.add(new Port(outlet.wire(), outlet.title(), PortKind.CONSENT));
        }
        return List.copyOf(ports);
    }

    @Override
    public String summary() {
        return channel + " · " + topic + " · " + (purpose.isEmpty() ? "purpose not set" : purpose);
    }

    @Override
    public Step withPosition(Position elsewhere) {
        return new MessageStep(id, title, elsewhere, channel, purpose, topic, ladder, extras);
    }

    @Override
    public Step withTitle(String other) {
        return new MessageStep(id, other, position, channel, purpose, topic, ladder, extras);
    }

    @Override
    public Step withId(String other) {
        return new MessageStep(other, title, position, channel, purpose, topic, ladder, extras);
    }
}
