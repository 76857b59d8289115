package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.operand;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoValue;

/** Reachability in graphs given as objects from a node to its neighbours. */
final class GraphBuiltins {
    private GraphBuiltins() {}

    static void declare(BuiltinTable table) {
        table.add("graph.reachable", GraphBuiltins::reachable);
        table.add("graph.reachable_paths", GraphBuiltins::paths);
    }

    private static List<RegoValue> nodes(@Nullable RegoValue collection) {
        if (collection instanceof RegoArray a) {
            return a.toList();
        }
        List<RegoValue> result = new java.util.ArrayList<>();
        if (collection instanceof RegoSet s) {
            s.forEach(result::add);
        }
        return result;
    }

    private static List<RegoValue> starts(RegoValue v) {
        if (!(v instanceof RegoArray) && !(v instanceof RegoSet)) {
            throw operand(2, "must be {array, set} but got " + v.type().regoName());
        }
        return nodes(v);
    }

    private static RegoValue reachable(BuiltinContext context, RegoValue[] args) {
        RegoObject graph = Operands.object(args[0], 1);
        Deque<RegoValue> queue = new ArrayDeque<>(starts(args[1]));
        RegoSet reached = RegoSet.open();
        while (!queue.isEmpty()) {
            context.spend(1);
            RegoValue node = queue.remove();
            RegoValue edges = graph.get(node);
            if (edges != null && !reached.contains(node)) {
                reached.adding(node);
                queue.addAll(nodes(edges));
            }
        }
        return reached;
    }

    private static RegoValue paths(BuiltinContext context, RegoValue[] args) {
        RegoObject graph = Operands.object(args[0], 1);
        RegoSet result = RegoSet.open();
        for (RegoValue start : starts(args[1])) {
            RegoValue edges = graph.get(start);
            if (edges == null) {
                continue;
            }
            RegoArray path = RegoArray.of(start);
            List<RegoValue> neighbours = nodes(edges);
            if (neighbours.isEmpty()) {
                result.adding(path);
            }
            for (RegoValue neighbour : neighbours) {
                walk(context, graph, neighbour, path, RegoSet.of(start), result);
            }
        }
        return result;
    }

    private static void walk(
            BuiltinContext context, RegoObject graph, RegoValue node, RegoArray before, RegoSet seen, RegoSet result) {
        context.spend(1);
        RegoValue edges = graph.get(node);
        if (edges == null) {
            result.adding(before);
            return;
        }
        RegoArray path = before.adding(node);
        path.seal();
        List<RegoValue> neighbours = nodes(edges);
        if (neighbours.isEmpty()) {
            result.adding(path);
            return;
        }
        RegoSet visited = seen.adding(node);
        visited.seal();
        for (RegoValue neighbour : neighbours) {
            if (visited.contains(neighbour)) {
                result.adding(path);
            } else {
                walk(context, graph, neighbour, path, visited, result);
            }
        }
    }
}
