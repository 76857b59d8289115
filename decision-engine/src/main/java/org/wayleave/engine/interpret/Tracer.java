package org.wayleave.engine.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.Explanation;
import org.wayleave.engine.Explanation.FileCoverage;
import org.wayleave.engine.Explanation.Step;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.Location;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoValue;

/** Records a run as a trace and as covered lines. */
public final class Tracer implements Observer {
    private static final int LONGEST_VALUE = 200;

    private final Plan plan;
    private final List<Step> steps = new ArrayList<>();
    private final IdentityHashMap<Statement, Boolean> outcomes = new IdentityHashMap<>();
    private boolean truncated;

    public Tracer(Plan plan) {
        this.plan = plan;
    }

    @Override
    public void ran(PlanFunction function, Statement statement, boolean defined, @Nullable RegoValue[] locals) {
        boolean went = defined || leavesOnPurpose(statement);
        outcomes.merge(statement, went, (a, b) -> a || b);
        if (steps.size() >= Explanation.MAX_TRACE) {
            truncated = true;
            return;
        }
        SortedMap<Integer, String> values = new TreeMap<>();
        for (int local : StatementLocals.of(statement)) {
            RegoValue value = local >= 0 && local < locals.length ? locals[local] : null;
            if (value != null) {
                String text = value.toString();
                values.put(local, text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…");
            }
        }
        steps.add(new Step(function.name(), statement.getClass().getSimpleName(), statement.location(), went, values));
    }

    /** Leaving a block is no failure of a statement whose task it is, or of one that only holds the failing one. */
    private static boolean leavesOnPurpose(Statement statement) {
        return statement instanceof Statement.Break
                || statement instanceof Statement.ReturnLocal
                || statement instanceof Statement.Blocks
                || statement instanceof Statement.Scan
                || statement instanceof Statement.With;
    }

    /** What was recorded, with the result. */
    public Explanation explanation(@Nullable RegoValue result) {
        SortedMap<String, FileCoverage> coverage = new TreeMap<>();
        Map<String, TreeSet<Integer>> failed = new HashMap<>();
        plan.functions().forEach(f -> f.blocks().forEach(b -> plan(coverage, b)));
        plan.unplannedRules().forEach(at -> file(coverage, at).planned().add(at.row()));
        outcomes.forEach((statement, held) -> {
            Location at = statement.location();
            if (at.row() > 0) {
                file(coverage, at).ran().add(at.row());
                if (!held) {
                    failed.computeIfAbsent(at.file(), f -> new TreeSet<>()).add(at.row());
                }
            }
        });
        coverage.forEach((name, file) -> {
            file.held().addAll(file.ran());
            file.held().removeAll(failed.getOrDefault(name, new TreeSet<>()));
        });
        return new Explanation(result, List.copyOf(steps), truncated, coverage);
    }

    private static FileCoverage file(SortedMap<String, FileCoverage> coverage, Location at) {
        return coverage.computeIfAbsent(
                at.file(), f -> new FileCoverage(new TreeSet<>(), new TreeSet<>(), new TreeSet<>()));
    }

    private static void plan(SortedMap<String, FileCoverage> coverage, Block block) {
        for (Statement statement : block.statements()) {
            Location at = statement.location();
            if (at.row() > 0) {
                file(coverage, at).planned().add(at.row());
            }
            switch (statement) {
                case Statement.Blocks s -> s.blocks().forEach(b -> plan(coverage, b));
                case Statement.Scan s -> plan(coverage, s.block());
                case Statement.Not s -> plan(coverage, s.block());
                case Statement.With s -> plan(coverage, s.block());
                default -> {}
            }
        }
    }
}
