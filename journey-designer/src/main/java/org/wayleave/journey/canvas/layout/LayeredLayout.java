package org.wayleave.journey.canvas.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.wayleave.journey.canvas.geometry.Point;

/**
 * Lays a journey out from top to bottom in layers (Sugiyama, Tagawa and Toda 1981, as done by the Eclipse Layout
 * Kernel). The same graph always gets the same places. Takes some 100 ms for 500 steps, so it belongs off the FX thread.
 */
public final class LayeredLayout {

    private static final double BETWEEN_LAYERS = 56;
    private static final double BETWEEN_CARDS = 48;
    private static final int THOROUGH_UP_TO = 1_500;

    /** Creates a layout. */
    public LayeredLayout() {}

    /**
     * Computes places.
     *
     * @return the upper left corner of each node, rounded to whole units, in the order of the nodes; the uppermost is at 0
     *     and the leftmost is at 0
     */
    public Map<String, Point> place(LayoutGraph graph) {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
        ElkNode root = root(graph.nodes().size());
        Map<String, ElkNode> nodes = new HashMap<>();
        Map<String, List<ElkPort>> outlets = new HashMap<>();
        Map<String, ElkPort> entrances = new HashMap<>();
        for (LayoutGraph.Node node : graph.nodes()) {
            ElkNode elkNode = ElkGraphUtil.createNode(root);
            elkNode.setDimensions(node.width(), node.height());
            elkNode.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_ORDER);
            nodes.put(node.id(), elkNode);
            entrances.put(node.id(), port(elkNode, PortSide.NORTH, 0));
            List<ElkPort> ports = new ArrayList<>();
            for (int i = 0; i < Math.max(1, node.ports()); i++) {
                // Indices run clockwise around the card, so on the lower edge from right to left.
                ports.add(port(elkNode, PortSide.SOUTH, node.ports() - i));
            }
            outlets.put(node.id(), ports);
        }
        for (LayoutGraph.Link link : graph.edges()) {
            List<ElkPort> ports = outlets.get(link.from());
            ElkPort entrance = entrances.get(link.to());
            if (ports != null && entrance != null) {
                ElkGraphUtil.createSimpleEdge(ports.get(Math.clamp(link.port(), 0, ports.size() - 1)), entrance);
            }
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        return places(graph, nodes);
    }

    private static Map<String, Point> places(LayoutGraph graph, Map<String, ElkNode> nodes) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        for (ElkNode node : nodes.values()) {
            left = Math.min(left, node.getX());
            top = Math.min(top, node.getY());
        }
        Map<String, Point> places = new LinkedHashMap<>();
        for (LayoutGraph.Node node : graph.nodes()) {
            ElkNode placed = nodes.get(node.id());
            if (placed != null) {
                places.put(node.id(), new Point(Math.rint(placed.getX() - left), Math.rint(placed.getY() - top)));
            }
        }
        return places;
    }

    private static ElkNode root(int size) {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(0));
        root.setProperty(CoreOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_CARDS);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 20.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 16.0);
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        root.setProperty(LayeredOptions.NODE_PLACEMENT_FAVOR_STRAIGHT_EDGES, true);
        if (size > THOROUGH_UP_TO) {
            root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.LONGEST_PATH);
            root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
            root.setProperty(LayeredOptions.THOROUGHNESS, 1);
        }
        return root;
    }

    private static ElkPort port(ElkNode node, PortSide side, int index) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setProperty(CoreOptions.PORT_SIDE, side);
        port.setProperty(CoreOptions.PORT_INDEX, index);
        return port;
    }
}
