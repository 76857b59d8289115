package org.wayleave.data.process;

import java.util.List;

/**
 * What happens when a person joins.
 *
 * @param emissions each happens or not, on its own
 */
public record Joining(String id, String title, List<Emission> emissions) implements LifeProcess {
    /** Copies the list. */
    public Joining {
        emissions = List.copyOf(emissions);
    }
}
