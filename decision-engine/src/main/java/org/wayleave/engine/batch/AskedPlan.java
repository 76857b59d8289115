package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.Location;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;

/** A plan with an entry point for each rule that is asked for, in the order of the asks. */
final class AskedPlan {
    private static final int INPUT = 0;
    private static final int DATA = 1;
    private static final int ANSWER = 2;

    private final Plan plan;
    private final Map<Integer, Integer> places = new LinkedHashMap<>(); // of functions that are reached

    private AskedPlan(Plan plan) {
        this.plan = plan;
    }

    static Plan of(Plan plan, List<Ask> asks) {
        AskedPlan asked = new AskedPlan(plan);
        asks.forEach(ask -> asked.reach(ask.function()));
        List<PlanFunction> functions = new ArrayList<>();
        asked.places.forEach((old, place) -> functions.add(asked.moved(plan.function(old), place)));
        List<PlanFunction> entrypoints = new ArrayList<>();
        for (Ask ask : asks) {
            int function = asked.place(ask.function().index());
            if (ask.block() != Ask.WHOLE) {
                PlanFunction set = functions.get(function);
                function = functions.size();
                functions.add(ObjectionSet.alone(set, ask.block(), function));
            }
            Block call = new Block(List.of(
                    new Statement.Call(function, List.of(INPUT, DATA), ANSWER, Location.NOWHERE),
                    new Statement.ResultSetAdd(ANSWER, Location.NOWHERE)));
            int number = entrypoints.size();
            entrypoints.add(new PlanFunction(number, name(number), List.of(), ANSWER, -1, ANSWER + 1, List.of(call)));
        }
        return plan.with(functions, entrypoints);
    }

    private static String name(int ask) {
        return "ask/" + ask;
    }

    private int place(int function) {
        return Objects.requireNonNull(places.get(function));
    }

    private void reach(PlanFunction function) {
        if (places.putIfAbsent(function.index(), places.size()) == null) {
            function.blocks().forEach(this::reach);
        }
    }

    private void reach(Block block) {
        for (Statement statement : block.statements()) {
            switch (statement) {
                case Statement.Call call -> reach(plan.function(call.function()));
                case Statement.CallDynamic dynamic ->
                    plan.functions().stream().filter(f -> !f.path().isEmpty()).forEach(this::reach);
                default -> BatchPlan.inner(statement).forEach(this::reach);
            }
        }
    }

    /** A function at another place, its calls with it. */
    private PlanFunction moved(PlanFunction f, int place) {
        List<Block> blocks = f.blocks().stream().map(this::moved).toList();
        return new PlanFunction(place, f.name(), f.path(), f.parameters(), f.result(), f.locals(), blocks);
    }

    private Block moved(Block block) {
        return new Block(block.statements().stream().map(this::moved).toList());
    }

    private Statement moved(Statement statement) {
        return switch (statement) {
            case Statement.Call s -> new Statement.Call(place(s.function()), s.args(), s.result(), s.location());
            case Statement.Blocks s ->
                new Statement.Blocks(s.blocks().stream().map(this::moved).toList(), s.location());
            case Statement.Scan s -> new Statement.Scan(s.source(), s.key(), s.value(), moved(s.block()), s.location());
            case Statement.Not s -> new Statement.Not(moved(s.block()), s.location());
            case Statement.With s -> new Statement.With(s.local(), s.path(), s.value(), moved(s.block()), s.location());
            default -> statement;
        };
    }
}
