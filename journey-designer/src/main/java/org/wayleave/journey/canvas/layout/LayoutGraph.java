package org.wayleave.journey.canvas.layout;

import java.util.List;

/**
 * What is laid out, free of any meaning.
 *
 * @param nodes cards with their sizes
 * @param edges connections; ends that are not among the nodes are left out of the layout
 */
public record LayoutGraph(List<Node> nodes, List<Link> edges) {

    /** Creates a graph. */
    public LayoutGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * One card.
     *
     * @param id unique
     * @param width world units
     * @param height world units
     * @param ports number of ports on the lower edge, at least 0
     */
    public record Node(String id, double width, double height, int ports) {}

    /**
     * One connection.
     *
     * @param from id of the card it leaves
     * @param port number of the port from the left, from 0
     * @param to id of the card it reaches
     */
    public record Link(String from, int port, String to) {}
}
