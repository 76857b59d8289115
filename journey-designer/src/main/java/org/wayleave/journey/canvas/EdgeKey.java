package org.wayleave.journey.canvas;

import org.wayleave.journey.graph.Edge;

/**
 * Names an edge: a port has at most one.
 *
 * @param from id of the step it leaves
 * @param port name of the port
 */
public record EdgeKey(String from, String port) {

    /** Returns the key of an edge. */
    public static EdgeKey of(Edge edge) {
        return new EdgeKey(edge.from(), edge.port());
    }
}
