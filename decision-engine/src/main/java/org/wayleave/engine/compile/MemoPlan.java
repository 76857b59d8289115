package org.wayleave.engine.compile;

import java.util.HashMap;
import java.util.Map;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;

/** Which rules are worth remembering: those that can be called more than once in a decision. */
final class MemoPlan {
    private static final int MANY = 2;

    private final Map<Integer, Integer> slots = new HashMap<>();

    MemoPlan(Plan plan, KnownRules known, boolean replacesData) {
        Map<Integer, Integer> calls = new HashMap<>();
        boolean[] dynamic = new boolean[1];
        for (PlanFunction function : plan.functions()) {
            function.blocks().forEach(b -> count(b, function.isRule() ? 1 : MANY, calls, dynamic));
        }
        Map<Integer, Integer> most = new HashMap<>();
        for (PlanFunction entrypoint : plan.entrypoints()) {
            Map<Integer, Integer> own = new HashMap<>();
            entrypoint.blocks().forEach(b -> count(b, 1, own, dynamic));
            own.forEach((function, n) -> most.merge(function, n, Math::max));
        }
        most.forEach((function, n) -> calls.merge(function, n, Integer::sum));
        for (PlanFunction function : plan.functions()) {
            boolean often = calls.getOrDefault(function.index(), 0) >= MANY
                    || (dynamic[0] && !function.path().isEmpty());
            if (function.isRule() && often && (replacesData || !known.has(function.index()))) {
                slots.put(function.index(), slots.size());
            }
        }
    }

    private static void count(Block block, int times, Map<Integer, Integer> calls, boolean[] dynamic) {
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.Call call) {
                calls.merge(call.function(), times, Integer::sum);
            }
            dynamic[0] |= statement instanceof Statement.CallDynamic;
            int inside = statement instanceof Statement.Scan ? MANY : times;
            FunctionShape.inner(statement).forEach(b -> count(b, inside, calls, dynamic));
        }
    }

    /** Where a rule's result is remembered, -1 when it is not. */
    int slot(PlanFunction function) {
        return slots.getOrDefault(function.index(), -1);
    }

    int slots() {
        return slots.size();
    }
}
