package org.wayleave.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * Bodies of a function that begin by comparing the value at one and the same path with a text: the value is looked up
 * once, and only the bodies of that text are run. What stands before the comparison has no effect of its own.
 */
final class BodyIndex {
    /** Fewer bodies are run one after the other. */
    static final int FEWEST = 3;

    private final Path path;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final IdentityHashMap<Block, Integer> bodies = new IdentityHashMap<>();

    /**
     * Where a value is.
     *
     * @param parameter the parameter it is reached from
     * @param keys one after the other
     */
    record Path(int parameter, List<RegoValue> keys) {
        Path then(RegoValue key) {
            List<RegoValue> longer = new ArrayList<>(keys);
            longer.add(key);
            return new Path(parameter, longer);
        }
    }

    private record Condition(Path path, String text) {}

    private BodyIndex(Path path) {
        this.path = path;
    }

    /**
     * The index over the path that most bodies begin with, null when those are fewer than {@code fewest}.
     *
     * @param firstOwn from this local on, each is used by one body only
     */
    static @Nullable BodyIndex of(
            PlanFunction function, int firstOwn, FunctionShape shape, KnownValues known, int fewest) {
        Map<Path, BodyIndex> found = new LinkedHashMap<>();
        for (Block body : function.blocks()) {
            Condition condition = condition(function, body, firstOwn, shape, known);
            if (condition != null) {
                BodyIndex index = found.computeIfAbsent(condition.path(), BodyIndex::new);
                int number = index.numbers.computeIfAbsent(condition.text(), text -> index.numbers.size());
                index.bodies.put(body, number);
            }
        }
        BodyIndex most = null;
        for (BodyIndex index : found.values()) {
            if (most == null || index.bodies.size() > most.bodies.size()) {
                most = index;
            }
        }
        return most == null || most.bodies.size() < fewest ? null : most;
    }

    private static @Nullable Condition condition(
            PlanFunction function, Block body, int firstOwn, FunctionShape shape, KnownValues known) {
        Map<Integer, Path> paths = new HashMap<>();
        for (int i = 0; i < function.parameters(); i++) {
            if (i != 1 && shape.writesOf(i) == FunctionShape.WRITES_OF_PARAMETER) {
                paths.put(i, new Path(i, List.of()));
            }
        }
        boolean begun = false;
        for (Statement statement : body.statements()) {
            switch (statement) {
                case Statement.ResetLocal s -> {
                    if (begun) {
                        return null; // only those at the very beginning are done whether or not the body is run
                    }
                    continue;
                }
                case Statement.Dot s -> {
                    Path source = paths.get(s.source());
                    RegoValue key = known.of(s.key());
                    if (source == null || key == null || s.ofData() || s.target() < firstOwn) {
                        return null;
                    }
                    paths.put(s.target(), source.then(key));
                }
                case Statement.AssignVar s -> {
                    Path source = paths.get(s.source());
                    if (source == null || s.target() < firstOwn) {
                        return null;
                    }
                    paths.put(s.target(), source);
                }
                case Statement.Equal s -> {
                    Path a = paths.get(s.a());
                    Path b = paths.get(s.b());
                    if (a != null && known.of(s.b()) instanceof RegoString text) {
                        return new Condition(a, text.value());
                    }
                    return b != null && known.of(s.a()) instanceof RegoString text
                            ? new Condition(b, text.value())
                            : null;
                }
                default -> {
                    return null;
                }
            }
            begun = true;
        }
        return null;
    }

    Path path() {
        return path;
    }

    /** The number of a value's text, -1 when no body compares with it. */
    TextNumbers numbers() {
        return new TextNumbers(numbers);
    }

    /** The number of the text that a body compares with, null when it begins otherwise. */
    @Nullable
    Integer numberOf(Block body) {
        return bodies.get(body);
    }
}
