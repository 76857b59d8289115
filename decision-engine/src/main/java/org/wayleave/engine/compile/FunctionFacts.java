package org.wayleave.engine.compile;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.wayleave.engine.builtin.Builtin;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;

/** Of which functions the result depends on the data and their arguments alone, and which of those take some work. */
final class FunctionFacts {
    /** Built-ins that cost less than it takes to look up what they gave before. */
    private static final Set<String> LIGHT = Set.of(
            "count",
            "equal",
            "neq",
            "lt",
            "lte",
            "gt",
            "gte",
            "plus",
            "minus",
            "mul",
            "internal.member_2",
            "internal.member_3",
            "object.get",
            "is_array",
            "is_boolean",
            "is_null",
            "is_number",
            "is_object",
            "is_set",
            "is_string");

    private enum Known {
        UNDER_WAY,
        NEEDS_INPUT,
        LIGHT,
        HEAVY
    }

    private final Plan plan;
    private final Map<Integer, Known> facts = new HashMap<>();
    private final boolean replacesData;

    FunctionFacts(Plan plan) {
        this.plan = plan;
        boolean[] replaces = new boolean[1];
        plan.functions().forEach(f -> f.blocks().forEach(b -> FunctionShape.each(b, s -> replaces[0] |= isWith(s))));
        plan.entrypoints().forEach(f -> f.blocks().forEach(b -> FunctionShape.each(b, s -> replaces[0] |= isWith(s))));
        this.replacesData = replaces[0];
    }

    private static boolean isWith(Statement s) {
        return s instanceof Statement.With with && with.local() != 0;
    }

    /** Whether anywhere in the plan a {@code with} can put other data in place of the policy's own. */
    boolean replacesData() {
        return replacesData;
    }

    /** Whether a function gives the same result for the same arguments, whatever the input, as long as the data is the same. */
    boolean ignoresInput(PlanFunction function) {
        return known(function).compareTo(Known.LIGHT) >= 0;
    }

    /** Whether a function that {@link #ignoresInput ignores the input} does more than compare and look up. */
    boolean isHeavy(PlanFunction function) {
        return known(function) == Known.HEAVY;
    }

    private Known known(PlanFunction function) {
        Known known = facts.get(function.index());
        if (known == null) {
            facts.put(function.index(), Known.UNDER_WAY);
            known = Known.LIGHT;
            for (Block block : function.blocks()) {
                known = join(known, of(block));
            }
            facts.put(function.index(), known);
        }
        return known == Known.UNDER_WAY ? Known.NEEDS_INPUT : known; // one that calls itself is left alone
    }

    private static Known join(Known a, Known b) {
        if (a == Known.NEEDS_INPUT || b == Known.NEEDS_INPUT) {
            return Known.NEEDS_INPUT;
        }
        return a == Known.HEAVY ? a : b;
    }

    private Known of(Block block) {
        Known sum = Known.LIGHT;
        for (Statement statement : block.statements()) {
            sum = join(sum, of(statement));
            for (Block inner : FunctionShape.inner(statement)) {
                sum = join(sum, of(inner));
            }
        }
        return sum;
    }

    private Known of(Statement statement) {
        return switch (statement) {
            case Statement.Call s -> {
                boolean passesOn = s.args().size() >= 2
                        && s.args().get(0) == 0
                        && s.args().get(1) == 1
                        && !s.args().subList(2, s.args().size()).contains(0);
                yield passesOn ? known(plan.function(s.function())) : Known.NEEDS_INPUT;
            }
            case Statement.CallBuiltin s -> {
                if (!isPure(s.builtin()) || s.args().contains(0)) {
                    yield Known.NEEDS_INPUT;
                }
                yield LIGHT.contains(s.name()) ? Known.LIGHT : Known.HEAVY;
            }
            case Statement.CallDynamic s -> Known.NEEDS_INPUT;
            case Statement.With s -> Known.NEEDS_INPUT;
            case Statement.ResultSetAdd s -> Known.NEEDS_INPUT;
            case Statement.Scan s -> Locals.read(s).contains(0) ? Known.NEEDS_INPUT : Known.HEAVY;
            default -> Locals.read(statement).contains(0) ? Known.NEEDS_INPUT : Known.LIGHT;
        };
    }

    /** Whether a built-in sees nothing but its arguments. */
    static boolean isPure(Builtin builtin) {
        return builtin instanceof Builtin.Unary
                || builtin instanceof Builtin.Binary
                || builtin instanceof Builtin.Ternary;
    }
}
