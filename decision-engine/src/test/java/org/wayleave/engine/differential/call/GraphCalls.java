package org.wayleave.engine.differential.call;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Graphs of few nodes, with circles, missing nodes and edges of odd types; documents and paths into them. */
final class GraphCalls implements CallFamily {
    private static final List<String> NODES = List.of("a", "b", "c", "d", "e");

    @Override
    public List<String> functions() {
        return List.of(
                "graph.reachable",
                "graph.reachable_paths",
                "object.union",
                "object.union_n",
                "object.filter",
                "object.remove",
                "object.get",
                "object.subset",
                "json.filter",
                "json.remove",
                "json.patch");
    }

    @Override
    public List<RegoValue> arguments(String function, Choices choices) {
        return switch (function) {
            case "graph.reachable", "graph.reachable_paths" -> List.of(graph(choices), nodes(choices));
            case "object.union_n" -> List.of(RegoArray.of(choices.many(0, 3, () -> object(choices))));
            case "object.filter", "object.remove" -> List.of(object(choices), keys(choices));
            case "object.get" ->
                List.of(object(choices), choices.oneIn(2) ? path(choices) : choices.json(0), choices.json(0));
            case "json.filter", "json.remove" -> List.of(object(choices), paths(choices));
            case "json.patch" -> List.of(choices.json(3), RegoArray.of(choices.many(1, 2, () -> patch(choices))));
            default -> List.of(object(choices), object(choices));
        };
    }

    private static RegoObject object(Choices choices) {
        return choices.object(List.of("a", "b", "c"), () -> choices.json(2));
    }

    private static RegoValue graph(Choices choices) {
        return choices.object(NODES, () -> choices.oneIn(12) ? choices.json(1) : nodes(choices));
    }

    private static RegoValue nodes(Choices choices) {
        List<RegoValue> some = choices.many(0, 3, () -> RegoString.of(choices.from(NODES)));
        return choices.oneIn(3) ? RegoArray.of(some) : RegoArray.of(new ArrayList<>(some));
    }

    private static RegoValue keys(Choices choices) {
        List<RegoValue> some = choices.many(0, 2, () -> RegoString.of(choices.of("a", "b", "x")));
        return choices.oneIn(2) ? RegoSet.of(some) : RegoArray.of(some);
    }

    private static RegoValue path(Choices choices) {
        return RegoArray.of(choices.many(
                0, 3, () -> choices.oneIn(4) ? choices.number() : RegoString.of(choices.of("a", "b", "0"))));
    }

    private static RegoValue paths(Choices choices) {
        List<RegoValue> some =
                choices.many(0, 3, () -> choices.oneIn(3) ? path(choices) : RegoString.of(pointer(choices)));
        return choices.oneIn(2) ? RegoSet.of(some) : RegoArray.of(some);
    }

    private static String pointer(Choices choices) {
        return choices.joined(
                0, 3, () -> choices.of("/", "/", "") + choices.of("a", "b", "0", "1", "-", "~0", "~1", "", "é"));
    }

    private static RegoValue patch(Choices choices) {
        RegoObject.Builder patch = RegoObject.builder();
        patch.put("op", RegoString.of(choices.of("add", "remove", "replace", "move", "copy", "test", "no")));
        patch.put("path", choices.oneIn(4) ? path(choices) : RegoString.of(pointer(choices)));
        if (!choices.oneIn(5)) {
            patch.put("value", choices.json(1));
        }
        if (choices.oneIn(2)) {
            patch.put("from", RegoString.of(pointer(choices)));
        }
        return patch.build();
    }
}
