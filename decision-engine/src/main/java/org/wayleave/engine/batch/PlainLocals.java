package org.wayleave.engine.batch;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.compile.Locals;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;

/**
 * The locals of a function that hold one value at a time: one statement writes them, and they are read after it, within
 * the same step of the scan around it. What such a local held before need not be kept for the rows that went elsewhere.
 */
final class PlainLocals {
    private final Statement.@Nullable Scan[] writtenIn;
    private final int[] writes;
    private final BitSet strayed = new BitSet();
    private final Deque<Statement.Scan> around = new ArrayDeque<>();

    private PlainLocals(PlanFunction function) {
        this.writtenIn = new Statement.Scan[function.locals()];
        this.writes = new int[function.locals()];
        Arrays.fill(writes, 0, Math.min(function.parameters(), writes.length), 2);
        function.blocks().forEach(this::visit);
    }

    /** The plain locals of a function. */
    static BitSet of(PlanFunction function) {
        PlainLocals found = new PlainLocals(function);
        BitSet plain = new BitSet();
        for (int i = 0; i < found.writes.length; i++) {
            plain.set(i, found.writes[i] == 1 && !found.strayed.get(i));
        }
        return plain;
    }

    private void visit(Block block) {
        for (int i = 0; i < block.size(); i++) {
            Statement statement = block.statement(i);
            for (int operand : Locals.read(statement)) {
                if (operand >= 0) {
                    read(operand);
                }
            }
            if (statement instanceof Statement.Scan scan) {
                around.push(scan);
                Locals.written(statement).forEach(this::write);
                visit(scan.block());
                around.pop();
            } else {
                Locals.written(statement).forEach(this::write);
                BatchPlan.inner(statement).forEach(this::visit);
            }
        }
    }

    private void read(int local) {
        Statement.Scan scan = writtenIn[local];
        if (writes[local] == 0 || (scan != null && !around.contains(scan))) {
            strayed.set(local);
        }
    }

    private void write(int local) {
        writes[local]++;
        writtenIn[local] = around.peek();
    }
}
