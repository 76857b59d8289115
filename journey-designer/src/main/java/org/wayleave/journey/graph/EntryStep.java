package org.wayleave.journey.graph;

import java.util.List;

/**
 * Where people come in.
 *
 * @param trigger what brings them
 * @param reEntry whether they may come again
 */
public record EntryStep(String id, String title, Position position, Trigger trigger, ReEntry reEntry, Extras extras)
        implements Step {

    public EntryStep(String id, String title, Position position, Trigger trigger, ReEntry reEntry) {
        this(id, title, position, trigger, reEntry, Extras.NONE);
    }

    @Override
    public StepType type() {
        return StepType.ENTRY;
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.next());
    }

    @Override
    public String summary() {
        return trigger.summary() + " · " + reEntry.summary();
    }

    @Override
    public Step withPosition(Position elsewhere) {
        return new EntryStep(id, title, elsewhere, trigger, reEntry, extras);
    }

    @Override
    public Step withTitle(String other) {
        return new EntryStep(id, other, position, trigger, reEntry, extras);
    }

    @Override
    public Step withId(String other) {
        return new EntryStep(other, title, position, trigger, reEntry, extras);
    }
}
