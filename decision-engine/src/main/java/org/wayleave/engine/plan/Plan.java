package org.wayleave.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoValue;

/** A decoded plan: entry points, functions and the constants they share. Immutable. */
public final class Plan {
    private final Map<String, PlanFunction> entrypoints;
    private final List<PlanFunction> functions;
    private final RegoValue[] constants;
    private final Map<List<String>, PlanFunction> byPath = new HashMap<>();
    private final List<Location> unplanned;

    Plan(
            List<PlanFunction> entrypoints,
            List<PlanFunction> functions,
            List<RegoValue> constants,
            List<Location> unplanned) {
        Map<String, PlanFunction> byName = new LinkedHashMap<>();
        entrypoints.forEach(e -> byName.put(e.name(), e));
        this.entrypoints = byName;
        this.functions = List.copyOf(functions);
        this.constants = constants.toArray(RegoValue[]::new);
        this.unplanned = List.copyOf(unplanned);
        functions.stream().filter(f -> !f.path().isEmpty()).forEach(f -> byPath.putIfAbsent(f.path(), f));
    }

    /** A plan over the same constants with other functions, numbered by their places, and other entry points. */
    public Plan with(List<PlanFunction> otherFunctions, List<PlanFunction> otherEntrypoints) {
        return new Plan(otherEntrypoints, otherFunctions, List.of(constants), unplanned);
    }

    /** The entry point of a name, or null. */
    public @Nullable PlanFunction entrypoint(String name) {
        return entrypoints.get(name);
    }

    /** Entry points in the plan's order. */
    public List<PlanFunction> entrypoints() {
        return new ArrayList<>(entrypoints.values());
    }

    public List<PlanFunction> functions() {
        return functions;
    }

    public PlanFunction function(int index) {
        return functions.get(index);
    }

    public int constantCount() {
        return constants.length;
    }

    public RegoValue constant(int index) {
        return constants[index];
    }

    /** A copy of the constants, for a loop that reads them often. */
    public RegoValue[] constants() {
        return constants.clone();
    }

    /** The function at a path, or null. */
    public @Nullable PlanFunction function(List<String> path) {
        return byPath.get(path);
    }

    /** Rules that are in the source but out of reach of every entry point. */
    public List<Location> unplannedRules() {
        return unplanned;
    }
}
