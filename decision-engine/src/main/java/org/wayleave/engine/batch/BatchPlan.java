package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** What all batches of a plan share, found out once. Safe for use by many threads. */
public final class BatchPlan {
    private static final RegoValue RULE = RegoString.of("rule");

    private final Plan plan;
    private final Map<Integer, BitSet> plainLocals = new ConcurrentHashMap<>();
    private volatile @Nullable List<String> rules;

    private final Map<List<List<Integer>>, BatchPolicy.Asking> asking = new ConcurrentHashMap<>();

    /**
     * Reads nothing yet.
     *
     * @param plan the plan of a policy
     */
    public BatchPlan(Plan plan) {
        this.plan = plan;
    }

    Plan plan() {
        return plan;
    }

    /** The {@link PlainLocals} of a function. */
    BitSet plainLocals(PlanFunction function) {
        return plainLocals.computeIfAbsent(function.index(), i -> PlainLocals.of(function));
    }

    /** Answers for a list of rules; the policy that gives them is made once. */
    BatchPolicy.Asking asking(List<Ask> asks, Function<Plan, BatchPolicy.Asking> policy) {
        List<List<Integer>> key = asks.stream()
                .map(ask -> List.of(ask.function().index(), ask.block()))
                .toList();
        BatchPolicy.Asking known = asking.get(key);
        return known == null ? asking.computeIfAbsent(key, k -> policy.apply(AskedPlan.of(plan, asks))) : known;
    }

    /** The ids that any objection of the plan may carry, so that all batches of a plan number them alike. */
    List<String> rules() {
        List<String> known = rules;
        if (known == null) {
            Set<String> ids = new TreeSet<>();
            for (PlanFunction function : plan.functions()) {
                function.blocks().forEach(block -> collectRules(block, ids));
            }
            known = new ArrayList<>(ids);
            rules = known;
        }
        return known;
    }

    private void collectRules(Block block, Set<String> ids) {
        for (int i = 0; i < block.size(); i++) {
            Statement statement = block.statement(i);
            if (statement instanceof Statement.ObjectInsert s
                    && s.key() < 0
                    && s.value() < 0
                    && plan.constant(~s.key()).equals(RULE)
                    && plan.constant(~s.value()) instanceof RegoString id) {
                ids.add(id.value());
            }
            inner(statement).forEach(b -> collectRules(b, ids));
        }
    }

    /** The blocks inside a statement. */
    static List<Block> inner(Statement statement) {
        return switch (statement) {
            case Statement.Blocks s -> s.blocks();
            case Statement.Scan s -> List.of(s.block());
            case Statement.Not s -> List.of(s.block());
            case Statement.With s -> List.of(s.block());
            default -> List.of();
        };
    }
}
