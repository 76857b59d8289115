package org.wayleave.journey.canvas;

import java.util.Set;

/**
 * The way of one person through the journey, drawn over everything else.
 *
 * @param steps ids of the steps the person came to
 * @param edges the edges the person took
 */
public record Trail(Set<String> steps, Set<EdgeKey> edges) {

    /** Nobody is looked at. */
    public static final Trail NONE = new Trail(Set.of(), Set.of());

    /** Creates a trail. */
    public Trail {
        steps = Set.copyOf(steps);
        edges = Set.copyOf(edges);
    }
}
