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
    private final Map<PlanFunction, Locals> arguments = new HashMap<>();
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

    /** Where the locals of a function may come from at a place in it. */
    private static final class Locals {
        private final Map<Integer, Set<Origin>> origins = new HashMap<>();

        Set<Origin> get(int local) {
            return origins.getOrDefault(local, Set.of());
        }

        void set(int local, Set<Origin> now) {
            origins.put(local, now);
        }

        /** Adds origins; returns whether one of them is new. */
        boolean add(int local, Set<Origin> more) {
            Set<Origin> all = new LinkedHashSet<>(get(local));
            boolean grown = all.size() + more.size() <= MOST_ORIGINS && all.addAll(more);
            if (grown) {
                origins.put(local, all);
            }
            return grown;
        }

        Locals copy() {
            Locals copy = new Locals();
            copy.origins.putAll(origins);
            return copy;
        }

        void addAll(Locals other) {
            other.origins.forEach(this::add);
        }
    }

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
            reads.reads.clear();
            functions.forEach(reads::follow);
        } while (reads.grown);
        return reads.reads;
    }

    private void follow(PlanFunction function) {
        Locals locals = arguments(function).copy();
        // The first two parameters of every function are the input and the data.
        locals.set(0, Set.of(new Part(true, List.of())));
        locals.set(1, Set.of(new Part(false, List.of())));
        function.blocks().forEach(block -> follow(function, block, locals));
    }

    private Locals arguments(PlanFunction function) {
        return arguments.computeIfAbsent(function, key -> new Locals());
    }

    /** Follows a block; the locals become what they may be after it. */
    private void follow(PlanFunction in, Block block, Locals locals) {
        for (Statement statement : block.statements()) {
            switch (statement) {
                case Statement.Dot dot ->
                    locals.set(dot.target(), parts(locals, dot.source(), dot.key(), dot.location()));
                case Statement.AssignVar assign -> locals.set(assign.target(), origins(locals, assign.source()));
                case Statement.AssignVarOnce assign -> locals.add(assign.target(), origins(locals, assign.source()));
                case Statement.ResetLocal reset -> locals.set(reset.target(), Set.of());
                case Statement.MakeArray made -> locals.set(made.target(), Set.of());
                case Statement.MakeObject made -> locals.set(made.target(), Set.of());
                case Statement.MakeSet made -> locals.set(made.target(), Set.of());
                case Statement.Blocks blocks -> blocks.blocks().forEach(inner -> inside(in, inner, locals));
                case Statement.Not not -> inside(in, not.block(), locals);
                case Statement.With with -> inside(in, with.block(), locals);
                case Statement.Scan scan -> scan(in, scan, locals);
                case Statement.Call call -> call(plan.function(call.function()), call.args(), call.result(), locals);
                case Statement.CallBuiltin call -> locals.set(call.result(), builtin(call, locals));
                case Statement.ReturnLocal returned -> {
                    if (results.computeIfAbsent(in, key -> new LinkedHashSet<>())
                            .addAll(origins(locals, returned.source()))) {
                        grown = true;
                    }
                }
                case Statement.ArrayAppend append -> hold(append.array(), append.value(), locals);
                case Statement.SetAdd append -> hold(append.set(), append.value(), locals);
                default -> {
                    // Other statements move no values.
                }
            }
        }
    }

    /** Follows a block that may be left early or not be run at all. */
    private void inside(PlanFunction in, Block block, Locals locals) {
        Locals inner = locals.copy();
        follow(in, block, inner);
        locals.addAll(inner);
    }

    private Set<Origin> parts(Locals locals, int source, int key, Location location) {
        Set<Origin> parts = new LinkedHashSet<>();
        for (Origin origin : origins(locals, source)) {
            switch (origin) {
                case Part part -> {
                    for (String name : keys(locals, key)) {
                        if (part.path().size() == DEEPEST || (!part.ofInput() && name.equals(ANY))) {
                            // A key of the data that nothing tells could be any; following them all would say nothing.
                            continue;
                        }
                        List<String> path = new ArrayList<>(part.path());
                        path.add(name);
                        if (part.ofInput()) {
                            reads.putIfAbsent(List.copyOf(path), location);
                        }
                        parts.add(new Part(part.ofInput(), List.copyOf(path)));
                    }
                }
                case Holding holding -> parts.add(holding.item());
                default -> {
                    // Texts and keys have no parts.
                }
            }
        }
        return parts;
    }

    private void scan(PlanFunction in, Statement.Scan scan, Locals locals) {
        Locals inner = locals.copy();
        Set<Origin> keys = new LinkedHashSet<>();
        Set<Origin> values = new LinkedHashSet<>();
        for (Origin origin : origins(locals, scan.source())) {
            switch (origin) {
                case Part part -> {
                    if (part.path().size() < DEEPEST) {
                        keys.add(new KeyOf(part));
                        List<String> path = new ArrayList<>(part.path());
                        path.add(ANY);
                        values.add(new Part(part.ofInput(), List.copyOf(path)));
                    }
                }
                case Holding holding -> {
                    keys.add(holding.item());
                    values.add(holding.item());
                }
                default -> {
                    // Texts and keys are no collections.
                }
            }
        }
        inner.set(scan.key(), keys);
        inner.set(scan.value(), values);
        follow(in, scan.block(), inner);
        locals.addAll(inner);
    }

    private void call(PlanFunction called, List<Integer> args, int result, Locals locals) {
        for (int i = 2; i < args.size(); i++) {
            if (arguments(called).add(i, origins(locals, args.get(i)))) {
                grown = true;
            }
        }
        locals.set(result, Set.copyOf(results.getOrDefault(called, Set.of())));
    }

    private Set<Origin> builtin(Statement.CallBuiltin call, Locals locals) {
        Set<Origin> made = new LinkedHashSet<>();
        switch (call.name()) {
            case "object.get" -> {
                made.addAll(parts(locals, call.args().get(0), call.args().get(1), call.location()));
                made.addAll(origins(locals, call.args().get(2)));
            }
            case "object.keys" -> {
                for (Origin origin : origins(locals, call.args().getFirst())) {
                    if (origin instanceof Part part) {
                        made.add(new Holding(new KeyOf(part)));
                    }
                }
            }
            case "array.concat", "or", "and", "minus", "array.slice", "array.reverse", "object.union" ->
                call.args().forEach(arg -> made.addAll(origins(locals, arg)));
            default -> {
                // What other functions make is no part of the input or the data any more.
            }
        }
        return made;
    }

    private void hold(int collection, int value, Locals locals) {
        for (Origin origin : origins(locals, value)) {
            if (!(origin instanceof Holding)) {
                locals.add(collection, Set.of(new Holding(origin)));
            }
        }
    }

    private Set<Origin> origins(Locals locals, int operand) {
        if (operand >= 0) {
            return locals.get(operand);
        }
        return plan.constant(~operand) instanceof RegoString text ? Set.of(new Text(text.value())) : Set.of();
    }

    /** The keys that an operand may be; {@link #ANY} where only the input tells. */
    private Set<String> keys(Locals locals, int operand) {
        Set<String> keys = new LinkedHashSet<>();
        for (Origin origin : origins(locals, operand)) {
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
