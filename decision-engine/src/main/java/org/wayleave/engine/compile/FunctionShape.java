package org.wayleave.engine.compile;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;

/** What is known of a function before it is written: how its locals are used, and how large its parts become. */
final class FunctionShape {
    /** Parameters are set by callers, which is more than one writer. */
    static final int WRITES_OF_PARAMETER = 2;

    private final Map<Integer, Integer> writes = new HashMap<>();
    private final Map<Integer, Integer> reads = new HashMap<>();
    private final BitSet readUnset;
    private final BitSet tested = new BitSet();

    FunctionShape(PlanFunction function) {
        BitSet parameters = new BitSet();
        for (int i = 0; i < function.parameters(); i++) {
            writes.put(i, WRITES_OF_PARAMETER);
            parameters.set(i);
        }
        function.blocks().forEach(b -> each(b, this::count));
        this.readUnset = UnsetReads.of(function.blocks(), parameters);
        if (function.result() >= 0) {
            readUnset.set(function.result());
            tested.set(function.result());
        }
    }

    private void count(Statement statement) {
        Locals.written(statement).forEach(local -> writes.merge(local, 1, Integer::sum));
        Locals.read(statement).forEach(operand -> reads.merge(operand, 1, Integer::sum));
        switch (statement) {
            case Statement.IsDefined s -> tested.set(s.source());
            case Statement.IsUndefined s -> tested.set(s.source());
            default -> {}
        }
    }

    /** How many statements write a local; parameters count as more than one. */
    int writesOf(int local) {
        return writes.getOrDefault(local, 0);
    }

    /** How many statements read a local. */
    int readsOf(int local) {
        return reads.getOrDefault(local, 0);
    }

    /** Whether a statement may read a local before any has written it. */
    boolean isReadUnset(int local) {
        return readUnset.get(local);
    }

    /** Whether it matters if a local has been written, and not only what it holds. */
    boolean isTested(int local) {
        return tested.get(local);
    }

    /** Visits the statements of a block and of all blocks inside, outer ones first. */
    static void each(Block block, Consumer<Statement> visitor) {
        for (Statement statement : block.statements()) {
            visitor.accept(statement);
            inner(statement).forEach(b -> each(b, visitor));
        }
    }

    static List<Block> inner(Statement statement) {
        return switch (statement) {
            case Statement.Blocks s -> s.blocks();
            case Statement.Scan s -> List.of(s.block());
            case Statement.Not s -> List.of(s.block());
            case Statement.With s -> List.of(s.block());
            default -> List.of();
        };
    }

    /** A guess at the bytes of code of a block, rather too high. */
    static int weight(Block block) {
        int sum = 0;
        for (Statement statement : block.statements()) {
            sum += weight(statement);
        }
        return sum;
    }

    static int weight(Statement statement) {
        int own = switch (statement) {
            case Statement.CallBuiltin s -> 30 + 12 * s.args().size();
            case Statement.Call s -> 14 + 6 * s.args().size();
            case Statement.CallDynamic s -> 50 + 10 * s.path().size();
            case Statement.With s -> 60;
            case Statement.Scan s -> 50;
            case Statement.AssignVarOnce s -> 20;
            case Statement.ObjectInsertOnce s -> 24;
            default -> 18;
        };
        for (Block block : inner(statement)) {
            own += weight(block);
        }
        return own;
    }

    /** How many blocks around this one its statements can leave. */
    static int reach(Block block) {
        int reach = 0;
        for (Statement statement : block.statements()) {
            int own = switch (statement) {
                case Statement.Break s -> s.index();
                case Statement.CallDynamic s -> 3;
                default -> 0;
            };
            for (Block inner : inner(statement)) {
                own = Math.max(own, reach(inner) - 1);
            }
            reach = Math.max(reach, own);
        }
        return reach;
    }
}
