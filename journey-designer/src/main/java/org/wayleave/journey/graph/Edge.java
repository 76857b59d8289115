package org.wayleave.journey.graph;

/**
 * A way from a port of one step to another step.
 *
 * @param from id of the step that people leave
 * @param port name of the port through which they leave it
 * @param to id of the step that they come to
 */
public record Edge(String from, String port, String to, Extras extras) {

    public Edge(String from, String port, String to) {
        this(from, port, to, Extras.NONE);
    }
}
