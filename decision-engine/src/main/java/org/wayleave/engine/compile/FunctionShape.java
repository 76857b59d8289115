package org.wayleave.engine.compile;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;

/**
 * What is known of a function before it is written: how large its parts become, and which locals hold one and the same
 * constant for good.
 */
final class FunctionShape {
    private final Map<Integer, Integer> writes = new HashMap<>();
    private final BitSet read = new BitSet();
    private final Map<Integer, Integer> constants = new HashMap<>(); // local to constant

    FunctionShape(PlanFunction function) {
        for (int i = 0; i < function.parameters(); i++) {
            writes.merge(i, 2, Integer::sum);
        }
        function.blocks().forEach(b -> each(b, this::countWrites));
        function.blocks()
                .forEach(b -> each(b, s -> {
                    switch (s) {
                        case Statement.MakeNumberInt m -> constant(m.target(), m.constant());
                        case Statement.MakeNumberRef m -> constant(m.target(), m.constant());
                        case Statement.AssignVar a -> {
                            if (a.source() < 0) {
                                constant(a.target(), ~a.source());
                            } else if (constants.containsKey(a.source())) {
                                constant(a.target(), constants.get(a.source()));
                            }
                        }
                        default -> {}
                    }
                }));
    }

    private void constant(int local, int constant) {
        if (writes.getOrDefault(local, 0) == 1) {
            constants.put(local, constant);
        }
    }

    /** An operand with locals that are constants replaced by those. */
    int resolved(int operand) {
        Integer constant = operand < 0 ? null : constants.get(operand);
        return constant == null ? operand : ~constant;
    }

    /** How many statements write a local; parameters count as more than one. */
    int writesOf(int local) {
        return writes.getOrDefault(local, 0);
    }

    /** Whether any statement reads a local. */
    boolean isRead(int local) {
        return read.get(local);
    }

    private void countWrites(Statement statement) {
        for (int local : Locals.written(statement)) {
            writes.merge(local, 1, Integer::sum);
        }
        Locals.read(statement).forEach(operand -> {
            if (operand >= 0) {
                read.set(operand);
            }
        });
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
