package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.compile.Locals;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * A rule that gathers a set of {@code { rule, … }}, and which of its bodies could be run alone: those that share no local
 * with another but the set, and add objections of one rule, whose id stands in the source.
 *
 * @param set the local that gathers
 * @param rules by body the id of the rule, null where the body cannot be run alone
 */
record ObjectionSet(int set, List<@Nullable String> rules) {
    static final RegoValue RULE = RegoString.of("rule");

    /** The bodies of a function, null when it gathers no set. */
    static @Nullable ObjectionSet of(Plan plan, PlanFunction function) {
        List<Block> blocks = function.blocks();
        if (!function.isRule()
                || blocks.size() < 3
                || blocks.getFirst().size() != 1
                || !(blocks.getFirst().statement(0) instanceof Statement.MakeSet made)
                || blocks.getLast().size() != 1
                || !(blocks.getLast().statement(0) instanceof Statement.ReturnLocal returned)
                || returned.source() != made.target()) {
            return null;
        }
        List<@Nullable String> rules = new ArrayList<>(Arrays.asList(new String[blocks.size()]));
        for (int i = 1; i < blocks.size() - 1; i++) {
            Body body = new Body(plan, function, made.target());
            body.visit(blocks.get(i));
            rules.set(i, body.rule());
        }
        return new ObjectionSet(made.target(), rules);
    }

    /** The function with one of its bodies alone. */
    static PlanFunction alone(PlanFunction function, int block, int index) {
        List<Block> blocks = function.blocks();
        return new PlanFunction(
                index,
                function.name() + "." + block,
                List.of(),
                function.parameters(),
                function.result(),
                function.locals(),
                List.of(blocks.getFirst(), blocks.get(block), blocks.getLast()));
    }

    /** What one body reads, writes and adds. */
    private static final class Body {
        private final Plan plan;
        private final int parameters;
        private final int set;
        private final Set<Integer> written = new HashSet<>();
        private final Set<Integer> added = new HashSet<>();
        private final Set<Integer> objections = new HashSet<>();
        private final Set<String> rules = new HashSet<>();
        private boolean closed = true;

        Body(Plan plan, PlanFunction function, int set) {
            this.plan = plan;
            this.parameters = function.parameters();
            this.set = set;
        }

        void visit(Block block) {
            for (Statement statement : block.statements()) {
                if (statement instanceof Statement.SetAdd add && add.set() == set) {
                    closed &= add.value() >= 0;
                    added.add(add.value());
                    continue;
                }
                for (int operand : Locals.read(statement)) {
                    closed &= operand < parameters || written.contains(operand);
                }
                written.addAll(Locals.written(statement));
                closed &= !written.contains(set)
                        && !(statement instanceof Statement.ReturnLocal)
                        && !(statement instanceof Statement.ResultSetAdd);
                if (statement instanceof Statement.ObjectInsert s
                        && s.key() < 0
                        && plan.constant(~s.key()).equals(RULE)) {
                    boolean known = s.value() < 0 && plan.constant(~s.value()) instanceof RegoString;
                    rules.add(known ? ((RegoString) plan.constant(~s.value())).value() : "");
                    objections.add(s.object());
                }
                BatchPlan.inner(statement).forEach(this::visit);
            }
        }

        @Nullable
        String rule() {
            boolean alone = closed && !added.isEmpty() && objections.containsAll(added) && rules.size() == 1;
            String rule = alone ? rules.iterator().next() : "";
            return rule.isEmpty() ? null : rule;
        }
    }
}
