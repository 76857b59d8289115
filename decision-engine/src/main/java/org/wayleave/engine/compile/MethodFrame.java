package org.wayleave.engine.compile;

import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.plan.Location;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoValue;

/**
 * The method that is being written: where its locals are, which blocks are open, and whether the place reached can be
 * reached when it runs. Slot 0 is the evaluation. In a function with parts, slot 1 is an array of the locals that its
 * methods share.
 */
final class MethodFrame {
    static final int EVALUATION = 0;
    static final int SHARED = 1;

    /** What a {@code with} puts back when it is left. */
    record Restore(int local, int savedSlot, int memoSlot) {}

    /** A block that statements can leave, and what a {@code with} has to put back on the way. */
    private static final class Level {
        final Label end;
        final @Nullable Restore restore;
        boolean used;

        Level(Label end, @Nullable Restore restore) {
            this.end = end;
            this.restore = restore;
        }
    }

    private final CodeBuilder code;
    private final Constants constants;
    private final FunctionShape shape;
    private final KnownValues known;
    private final @Nullable BitSet shared;
    private final Map<Integer, Integer> slots = new HashMap<>();
    private final List<Level> levels = new ArrayList<>();
    private int nextSlot;
    private boolean reachable = true;

    MethodFrame(
            CodeBuilder code,
            Constants constants,
            FunctionShape shape,
            KnownValues known,
            @Nullable BitSet shared,
            int firstFreeSlot) {
        this.code = code;
        this.constants = constants;
        this.shape = shape;
        this.known = known;
        this.shared = shared;
        this.nextSlot = firstFreeSlot;
    }

    CodeBuilder code() {
        return code;
    }

    Constants constants() {
        return constants;
    }

    int newSlot() {
        return nextSlot++;
    }

    /** Gives a parameter its slot. */
    void parameter(int local, int slot) {
        slots.put(local, slot);
    }

    /** Gives each local that is this method's own a slot, with nothing in it where it may be read before it is written. */
    void declare(BitSet used, int from) {
        for (int local = used.nextSetBit(from); local >= 0; local = used.nextSetBit(local + 1)) {
            if (shared == null || !shared.get(local)) {
                int slot = newSlot();
                slots.put(local, slot);
                if (shape.isReadUnset(local)) {
                    code.aconst_null().astore(slot);
                }
            }
        }
    }

    void load(int local) {
        Integer slot = slots.get(local);
        if (slot != null) {
            code.aload(slot);
        } else {
            code.aload(SHARED).loadConstant(local).aaload();
        }
    }

    /** Stores what is on the stack. */
    void store(int local) {
        if (shape.readsOf(local) == 0 && !shape.isTested(local)) {
            code.pop();
            return;
        }
        Integer slot = slots.get(local);
        if (slot != null) {
            code.astore(slot);
        } else {
            code.aload(SHARED).swap().loadConstant(local).swap().aastore();
        }
    }

    /** Stores what is on the stack and leaves the block when it is nothing. */
    void storeOrLeave(int local) {
        if (shape.readsOf(local) > 0 || shape.isTested(local)) {
            code.dup();
            store(local);
        }
        code.ifnull(undefined());
    }

    /** The value of an operand, null when it is not known while compiling. */
    @Nullable
    RegoValue known(int operand) {
        return known.of(operand);
    }

    void operand(int operand) {
        RegoValue value = known.of(operand);
        if (value != null) {
            constant(value);
        } else {
            load(operand);
        }
    }

    void constant(RegoValue value) {
        if (value instanceof RegoBoolean b) {
            code.getstatic(Types.BOOLEAN, b.value() ? "TRUE" : "FALSE", Types.BOOLEAN);
        } else {
            code.ldc(constants.of(value));
        }
    }

    /** Makes an array of operands. */
    void array(List<Integer> operands) {
        code.loadConstant(operands.size()).anewarray(Types.VALUE);
        for (int i = 0; i < operands.size(); i++) {
            code.dup().loadConstant(i);
            operand(operands.get(i));
            code.aastore();
        }
    }

    void location(Location at) {
        code.ldc(constants.of(at, Location.class));
    }

    /** Calls a method of {@link Operations}. */
    void operation(String name, MethodTypeDesc type) {
        code.invokestatic(Types.OPERATIONS, name, type);
    }

    boolean isReachable() {
        return reachable;
    }

    /** What follows cannot be reached, unless a label is bound. */
    void unreachable() {
        reachable = false;
    }

    /** What follows is reached by a jump to a label just bound. */
    void reached() {
        reachable = true;
    }

    /** Opens a block; statements inside leave it to its end. */
    void open(@Nullable Restore restore) {
        levels.add(new Level(code.newLabel(), restore));
    }

    /** Ends the innermost block; those that left it go on here. */
    void close() {
        Level level = levels.removeLast();
        if (level.used) {
            code.labelBinding(level.end);
            reachable = true;
        }
    }

    /** Where an undefined statement goes: the end of the innermost block. */
    Label undefined() {
        Level level = levels.getLast();
        level.used = true;
        return level.end;
    }

    /** Leaves the innermost block, and this many further. */
    void leave(int further) {
        int target = Math.max(0, levels.size() - 1 - further);
        for (int i = levels.size() - 1; i > target; i--) {
            restore(levels.get(i).restore);
        }
        levels.get(target).used = true;
        code.goto_(levels.get(target).end);
        reachable = false;
    }

    /** Puts back what every {@code with} around has replaced. */
    void restoreAll() {
        for (int i = levels.size() - 1; i >= 0; i--) {
            restore(levels.get(i).restore);
        }
    }

    void restore(@Nullable Restore restore) {
        if (restore != null) {
            code.aload(restore.savedSlot());
            store(restore.local());
            code.aload(EVALUATION)
                    .aload(restore.memoSlot())
                    .invokevirtual(Types.EVALUATION, "restoreMemo", MethodTypeDesc.of(CD_void, Types.VALUES));
        }
    }
}
