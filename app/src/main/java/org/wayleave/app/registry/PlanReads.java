package org.wayleave.app.registry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.Location;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * The parts of the input that a compiled policy can read, found in its plan: where each local may come from is followed through
 * assignments, calls and loops, and keys that the policy takes from its data are looked up there. A key that only the input tells stays
 * open and is written {@value #ANY}.
 */
final class PlanReads {
    /** Any key. */
    static final String ANY = "*";

    private static final int MOST_ORIGINS = 400;
    private static final int DEEPEST = 8;

    private final Plan plan;
    private final RegoValue data;
    private final Map<PlanFunction, Map<Integer, Set<Origin>>> origins = new HashMap<>();
    private final Map<PlanFunction, Set<Origin>> results = new HashMap<>();
    private final Map<List<String>, Location> reads = new LinkedHashMap<>();
    private boolean grown;

    /** Where a value may come from. */
    private sealed interface Origin {}

    /** A part of the input or of the data. */
    private record Part(boolean ofInput, List<String> path) implements Origin {}

    /** A key of a part. */
    private record KeyOf(Part part) implements Origin {}

    /** A text that stands in the policy. */
    private record Text(String text) implements Origin {}

    /** A collection that the policy puts together of such values. */
    private record Holding(Origin item) implements Origin {}

    private PlanReads(Plan plan, RegoValue data) {
        this.plan = plan;
        this.data = data;
    }

    /**
     * Returns each path of the input that is read, with a place that reads it.
     *
     * @param data what the policy reads as {@code data}
     */
    static Map<List<String>, Location> of(Plan plan, RegoValue data) {
        PlanReads reads = new PlanReads(plan, data);
        List<PlanFunction> functions = new ArrayList<>(plan.functions());
        functions.addAll(plan.entrypoints());
        do {
            reads.grown = false;
            functions.forEach(reads::follow);
        } while (reads.grown);
        return reads.reads;
    }

    private void follow(PlanFunction function) {
        // The first two parameters of every function are the input and the data.
        add(function, 0, new Part(true, List.of()));
        add(function, 1, new Part(false, List.of()));
        function.blocks().forEach(block -> follow(function, block));
    }

    private void follow(PlanFunction in, Block block) {
        for (Statement statement : block.statements()) {
            switch (statement) {
                case Statement.Dot dot -> dot(in, dot.source(), dot.key(), dot.target(), dot.location());
                case Statement.AssignVar assign -> addAll(in, assign.target(), origins(in, assign.source()));
                case Statement.AssignVarOnce assign -> addAll(in, assign.target(), origins(in, assign.source()));
                case Statement.Blocks blocks -> blocks.blocks().forEach(inner -> follow(in, inner));
                case Statement.Not not -> follow(in, not.block());
                case Statement.With with -> follow(in, with.block());
                case Statement.Scan scan -> {
                    scan(in, scan);
                    follow(in, scan.block());
                }
                case Statement.Call call -> call(in, plan.function(call.function()), call.args(), call.result());
                case Statement.CallBuiltin call -> builtin(in, call);
                case Statement.ReturnLocal returned -> {
                    if (results.computeIfAbsent(in, key -> new LinkedHashSet<>())
                            .addAll(origins(in, returned.source()))) {
                        grown = true;
                    }
                }
                case Statement.ArrayAppend append -> hold(in, append.array(), append.value());
                case Statement.SetAdd append -> hold(in, append.set(), append.value());
                default -> {
                    // Other statements move no values.
                }
            }
        }
    }

    private void dot(PlanFunction in, int source, int key, int target, Location location) {
        for (Origin origin : List.copyOf(origins(in, source))) {
            switch (origin) {
                case Part part -> {
                    for (String name : keys(in, key)) {
                        List<String> path = new ArrayList<>(part.path());
                        path.add(name);
                        if (part.ofInput()) {
                            reads.putIfAbsent(List.copyOf(path), location);
                        }
                        add(in, target, new Part(part.ofInput(), List.copyOf(path)));
                    }
                }
                case Holding holding -> add(in, target, holding.item());
                default -> {
                    // Texts and keys have no parts.
                }
            }
        }
    }

    private void scan(PlanFunction in, Statement.Scan scan) {
        for (Origin origin : List.copyOf(origins(in, scan.source()))) {
            switch (origin) {
                case Part part -> {
                    add(in, scan.key(), new KeyOf(part));
                    List<String> path = new ArrayList<>(part.path());
                    path.add(ANY);
                    add(in, scan.value(), new Part(part.ofInput(), List.copyOf(path)));
                }
                case Holding holding -> {
                    add(in, scan.key(), holding.item());
                    add(in, scan.value(), holding.item());
                }
                default -> {
                    // Texts and keys are no collections.
                }
            }
        }
    }

    private void call(PlanFunction in, PlanFunction called, List<Integer> args, int result) {
        for (int i = 2; i < args.size(); i++) {
            addAll(called, i, origins(in, args.get(i)));
        }
        addAll(in, result, results.getOrDefault(called, Set.of()));
    }

    private void builtin(PlanFunction in, Statement.CallBuiltin call) {
        switch (call.name()) {
            case "object.get" -> {
                dot(in, call.args().get(0), call.args().get(1), call.result(), call.location());
                addAll(in, call.result(), origins(in, call.args().get(2)));
            }
            case "object.keys" -> {
                for (Origin origin : List.copyOf(origins(in, call.args().getFirst()))) {
                    if (origin instanceof Part part) {
                        add(in, call.result(), new Holding(new KeyOf(part)));
                    }
                }
            }
            case "array.concat", "or", "and", "minus", "array.slice", "array.reverse", "object.union" ->
                call.args().forEach(arg -> addAll(in, call.result(), origins(in, arg)));
            default -> {
                // What other functions make is no part of the input or the data any more.
            }
        }
    }

    private void hold(PlanFunction in, int collection, int value) {
        for (Origin origin : List.copyOf(origins(in, value))) {
            if (!(origin instanceof Holding)) {
                add(in, collection, new Holding(origin));
            }
        }
    }

    private Set<Origin> origins(PlanFunction in, int operand) {
        if (operand >= 0) {
            return origins.getOrDefault(in, Map.of()).getOrDefault(operand, Set.of());
        }
        return plan.constant(~operand) instanceof RegoString text ? Set.of(new Text(text.value())) : Set.of();
    }

    private void addAll(PlanFunction in, int local, Set<Origin> values) {
        List.copyOf(values).forEach(value -> add(in, local, value));
    }

    private void add(PlanFunction in, int local, Origin origin) {
        Set<Origin> known = origins.computeIfAbsent(in, key -> new HashMap<>())
                .computeIfAbsent(local, key -> new LinkedHashSet<>());
        boolean tooDeep = origin instanceof Part part && part.path().size() > DEEPEST;
        if (!tooDeep && known.size() < MOST_ORIGINS && known.add(origin)) {
            grown = true;
        }
    }

    /** The keys that an operand may be; {@link #ANY} where only the input tells. */
    private Set<String> keys(PlanFunction in, int operand) {
        Set<String> keys = new LinkedHashSet<>();
        for (Origin origin : origins(in, operand)) {
            switch (origin) {
                case Text text -> keys.add(text.text());
                case Part part -> {
                    if (part.ofInput()) {
                        keys.add(ANY);
                    }
                    values(part).forEach(value -> addText(keys, value));
                }
                case KeyOf key -> {
                    if (key.part().ofInput()) {
                        keys.add(ANY);
                    }
                    for (RegoValue value : values(key.part())) {
                        for (int i = 0; value instanceof RegoObject object && i < object.size(); i++) {
                            addText(keys, object.keyAt(i));
                        }
                    }
                }
                case Holding holding -> keys.add(ANY);
            }
        }
        return keys.isEmpty() ? Set.of(ANY) : keys;
    }

    private static void addText(Set<String> texts, RegoValue value) {
        if (value instanceof RegoString text) {
            texts.add(text.value());
        }
    }

    /** The values in the data that a part stands for; none for a part of the input. */
    private List<RegoValue> values(Part part) {
        List<RegoValue> here = part.ofInput() ? List.of() : List.of(data);
        for (String key : part.path()) {
            List<RegoValue> next = new ArrayList<>();
            for (RegoValue value : here) {
                if (!key.equals(ANY)) {
                    if (value instanceof RegoObject object && object.get(key) != null) {
                        next.add(requireNonNull(object.get(key)));
                    }
                } else if (value instanceof RegoObject object) {
                    for (int i = 0; i < object.size(); i++) {
                        next.add(object.valueAt(i));
                    }
                } else if (value instanceof RegoArray array) {
                    array.forEach(next::add);
                }
            }
            here = next;
        }
        return here;
    }
}
