package org.wayleave.engine.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;

/**
 * Which parts of a function become methods of their own, so that no method grows beyond what the just-in-time compiler
 * takes. A part is a run of statements of one block that leaves no block further out.
 */
final class Outline {
    private static final int CALL = 24;

    private final int limit;
    private final IdentityHashMap<Block, List<Block>> parts = new IdentityHashMap<>();
    private final List<Block> all = new ArrayList<>();
    private final BitSet shared = new BitSet();

    Outline(PlanFunction function, int limit) {
        this.limit = limit;
        int total = 0;
        for (Block block : function.blocks()) {
            total += prepare(block);
        }
        if (total > limit) {
            function.blocks().forEach(this::moveOut);
        }
        if (!parts.isEmpty()) {
            findShared(function);
        }
    }

    /** The parts that stand in for a block's statements, null when the block stays where it is. */
    @Nullable
    List<Block> partsOf(Block block) {
        return parts.get(block);
    }

    /** Parts in the order in which they are numbered. */
    List<Block> all() {
        return all;
    }

    boolean isWhole() {
        return parts.isEmpty();
    }

    /** Locals that more than one method of the function uses. */
    BitSet shared() {
        return shared;
    }

    /** Makes a block small enough where that is possible; returns its weight. */
    private int prepare(Block block) {
        List<Integer> weights = new ArrayList<>();
        int total = 0;
        for (Statement statement : block.statements()) {
            int inner = 0;
            for (Block b : FunctionShape.inner(statement)) {
                inner += prepare(b);
            }
            if (inner > limit) {
                inner = 0;
                for (Block b : FunctionShape.inner(statement)) {
                    inner += moveOut(b);
                }
            }
            int weight = FunctionShape.weight(statement) - innerWeight(statement) + inner;
            weights.add(weight);
            total += weight;
        }
        if (total <= limit || FunctionShape.reach(block) > 0) {
            return total;
        }
        List<Block> runs = new ArrayList<>();
        List<Statement> run = new ArrayList<>();
        int sum = 0;
        for (int i = 0; i < block.size(); i++) {
            if (sum + weights.get(i) > limit && !run.isEmpty()) {
                runs.add(new Block(run));
                run = new ArrayList<>();
                sum = 0;
            }
            run.add(block.statement(i));
            sum += weights.get(i);
        }
        runs.add(new Block(run));
        parts.put(block, runs);
        all.addAll(runs);
        return CALL * runs.size();
    }

    private static int innerWeight(Statement statement) {
        int sum = 0;
        for (Block block : FunctionShape.inner(statement)) {
            sum += FunctionShape.weight(block);
        }
        return sum;
    }

    /** Moves a whole block out, where it can be; returns what is left of its weight. */
    private int moveOut(Block block) {
        List<Block> known = parts.get(block);
        if (known != null) {
            return CALL * known.size();
        }
        if (FunctionShape.reach(block) > 0 || block.size() == 0) {
            return FunctionShape.weight(block);
        }
        Block part = new Block(block.statements());
        parts.put(block, List.of(part));
        all.add(part);
        return CALL;
    }

    private void findShared(PlanFunction function) {
        for (int i = 0; i < function.parameters(); i++) {
            shared.set(i);
        }
        if (function.result() >= 0) {
            shared.set(function.result());
        }
        List<BitSet> methods = new ArrayList<>();
        methods.add(usedBy(function.blocks()));
        all.forEach(part -> methods.add(usedBy(part)));
        BitSet seen = new BitSet();
        for (BitSet used : methods) {
            BitSet again = (BitSet) used.clone();
            again.and(seen);
            shared.or(again);
            seen.or(used);
        }
    }

    /** Locals that a function's own method uses, its parts left out. */
    BitSet usedBy(List<Block> blocks) {
        BitSet used = new BitSet();
        blocks.forEach(b -> collect(b, used, false));
        return used;
    }

    /** Locals that a part's method uses, parts inside it left out. */
    BitSet usedBy(Block part) {
        BitSet used = new BitSet();
        collect(part, used, true);
        return used;
    }

    private void collect(Block block, BitSet used, boolean partItself) {
        if (!partItself && parts.containsKey(block)) {
            return;
        }
        for (Statement statement : block.statements()) {
            Locals.read(statement).forEach(operand -> {
                if (operand >= 0) {
                    used.set(operand);
                }
            });
            Locals.written(statement).forEach(used::set);
            FunctionShape.inner(statement).forEach(b -> collect(b, used, false));
        }
    }
}
