package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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
    private final BitSet reached = new BitSet();

    private AskedPlan(Plan plan) {
        this.plan = plan;
    }

    static Plan of(Plan plan, List<Ask> asks) {
        AskedPlan asked = new AskedPlan(plan);
        asks.forEach(ask -> asked.reach(ask.function()));
        List<PlanFunction> functions = new ArrayList<>();
        plan.functions().forEach(f -> functions.add(asked.reached.get(f.index()) ? f : empty(f)));
        List<PlanFunction> entrypoints = new ArrayList<>();
        for (Ask ask : asks) {
            int function = ask.function().index();
            if (ask.block() != Ask.WHOLE) {
                function = functions.size();
                functions.add(ObjectionSet.alone(ask.function(), ask.block(), function));
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

    /** A function that nothing calls, for its place among the others. */
    private static PlanFunction empty(PlanFunction function) {
        return new PlanFunction(
                function.index(),
                function.name(),
                List.of(),
                function.parameters(),
                function.result(),
                function.locals(),
                List.of());
    }

    private void reach(PlanFunction function) {
        if (!reached.get(function.index())) {
            reached.set(function.index());
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
}
