package org.wayleave.engine.compile;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.PolicyException;
import org.wayleave.engine.builtin.BuiltinCaches;
import org.wayleave.engine.builtin.BuiltinContext;
import org.wayleave.engine.evaluate.Evaluation;
import org.wayleave.engine.interpret.Interpreter;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.value.RegoValue;

/**
 * Rules that say the same whatever the input, because they read the data alone: they are run once, when the policy is
 * compiled. One that fails, or takes long, is left to the decisions that ask for it.
 */
final class KnownRules {
    private static final int MOST_STEPS = 20_000;
    private static final int RULE_PARAMETERS = 2;

    private final Map<Integer, Optional<RegoValue>> results = new HashMap<>();

    KnownRules(Plan plan, RegoValue data, FunctionFacts facts) {
        RegoValue[] constants = plan.constants();
        BuiltinContext.Surroundings surroundings =
                new BuiltinContext.Surroundings(InstantSource.system(), 0, line -> {}, new BuiltinCaches());
        long left = MOST_STEPS;
        for (PlanFunction function : plan.functions()) {
            if (function.parameters() == RULE_PARAMETERS && facts.ignoresInput(function) && left > 0) {
                Evaluation evaluation =
                        new Evaluation(surroundings, plan.functions().size(), true, left, 0);
                run(plan, constants, function, data, evaluation).ifPresent(r -> results.put(function.index(), r));
                left -= evaluation.steps();
            }
        }
    }

    /** The result, empty inside when it is undefined; empty outside when it is not known. */
    private static Optional<Optional<RegoValue>> run(
            Plan plan, RegoValue[] constants, PlanFunction rule, RegoValue data, Evaluation evaluation) {
        try {
            RegoValue result = Interpreter.rule(plan, constants, rule, null, data, evaluation);
            if (result != null) {
                result.seal();
            }
            return Optional.of(Optional.ofNullable(result));
        } catch (PolicyException | StackOverflowError e) {
            return Optional.empty(); // the same will happen, and be told, when it is asked for
        } catch (IllegalStateException | ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
            return Optional.empty();
        }
    }

    boolean has(int function) {
        return results.containsKey(function);
    }

    /** The result of a rule that {@link #has is known}, null for undefined. */
    @Nullable
    RegoValue result(int function) {
        return results.getOrDefault(function, Optional.empty()).orElse(null);
    }
}
