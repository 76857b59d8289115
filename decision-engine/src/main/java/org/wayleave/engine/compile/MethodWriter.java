package org.wayleave.engine.compile;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.Builtin;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.Location;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * Writes the code of one method: a whole function, or a part of a large one. Slot 0 is the evaluation. In a whole
 * function the locals follow; in a function with parts, slot 1 is an array of the locals that its methods share.
 */
final class MethodWriter {
    /** What a part returns: it ran to its end, a block was left for good, the function returned. */
    static final int DONE = 0;

    static final int RETURNED = 1;
    static final int LEFT = 2;

    private static final int EVALUATION = 0;
    private static final int FRAME = 1;

    /** A block that statements can leave: where that leads, and what a {@code with} has to put back on the way. */
    private record Level(Label end, @Nullable Restore restore) {}

    private record Restore(int local, int savedSlot, int memoSlot) {}

    /** What the method is. */
    enum Kind {
        FUNCTION,
        ENTRYPOINT,
        PART
    }

    private final CodeBuilder code;
    private final PolicyWriter policy;
    private final PlanFunction function;
    private final Kind kind;
    private final FunctionShape shape;
    private final Outline outline;
    private final List<Level> levels = new ArrayList<>();
    private final Map<Integer, Integer> slots = new HashMap<>();
    private final Map<Integer, RegoValue> hoisted = new HashMap<>();
    private int nextSlot;

    MethodWriter(CodeBuilder code, PolicyWriter policy, PlanFunction function, Kind kind, Outline outline) {
        this.code = code;
        this.policy = policy;
        this.function = function;
        this.kind = kind;
        this.shape = policy.shape(function);
        this.outline = outline;
    }

    /** Writes a function or entry point. */
    void writeWhole() {
        int parameters = function.parameters();
        nextSlot = 1 + parameters;
        if (outline.isWhole()) {
            for (int i = 0; i < parameters; i++) {
                slots.put(i, 1 + i);
            }
            unset(outline.usedBy(function.blocks()), parameters);
        } else {
            code.loadConstant(function.locals()).anewarray(Types.VALUE);
            for (int i = 0; i < parameters; i++) {
                code.dup().loadConstant(i).aload(1 + i).aastore();
            }
            code.astore(FRAME);
            unset(outline.usedBy(function.blocks()), 0);
        }
        for (Block block : function.blocks()) {
            Label end = code.newLabel();
            levels.add(new Level(end, null));
            block(block);
            levels.removeLast();
            code.labelBinding(end);
        }
        if (kind == Kind.ENTRYPOINT) {
            code.return_();
        } else {
            code.aconst_null().areturn();
        }
    }

    /** Writes a part: {@code static int part(Evaluation, RegoValue[])}. */
    void writePart(Block part) {
        nextSlot = 2;
        unset(outline.usedBy(part), 0);
        Label left = code.newLabel();
        levels.add(new Level(left, null));
        statements(part);
        code.loadConstant(DONE).ireturn();
        levels.removeLast();
        code.labelBinding(left);
        code.loadConstant(LEFT).ireturn();
    }

    /** Gives each local that is this method's own a slot with nothing in it. */
    private void unset(BitSet used, int from) {
        for (int local = used.nextSetBit(from); local >= 0; local = used.nextSetBit(local + 1)) {
            if (!isShared(local)) {
                slots.put(local, nextSlot);
                code.aconst_null().astore(nextSlot++);
            }
        }
    }

    private boolean isShared(int local) {
        return !outline.isWhole() && outline.shared().get(local);
    }

    private void load(int local) {
        Integer slot = slots.get(local);
        if (slot != null) {
            code.aload(slot);
        } else {
            code.aload(FRAME).loadConstant(local).aaload();
        }
    }

    /** Stores what is on the stack. */
    private void store(int local) {
        Integer slot = slots.get(local);
        if (slot != null) {
            code.astore(slot);
        } else {
            code.aload(FRAME).swap().loadConstant(local).swap().aastore();
        }
    }

    private void constant(RegoValue value) {
        if (value instanceof RegoBoolean b) {
            code.getstatic(BOOLEAN, b.value() ? "TRUE" : "FALSE", BOOLEAN);
        } else {
            code.ldc(policy.constants().of(value));
        }
    }

    private static final ClassDesc BOOLEAN =
            RegoBoolean.class.describeConstable().orElseThrow();

    private @Nullable RegoValue constantOf(int operand) {
        int resolved = shape.resolved(operand);
        return resolved < 0 ? policy.plan().constant(~resolved) : hoisted.get(resolved);
    }

    private void operand(int operand) {
        RegoValue constant = constantOf(operand);
        if (constant != null) {
            constant(constant);
        } else {
            load(operand);
        }
    }

    private void location(Location at) {
        code.ldc(policy.constants().of(at, Location.class));
    }

    private void operation(String name, MethodTypeDesc type) {
        code.invokestatic(Types.OPERATIONS, name, type);
    }

    /** Leaves this many blocks beyond the innermost. */
    private void leave(int further) {
        int target = Math.max(0, levels.size() - 1 - further);
        for (int i = levels.size() - 1; i > target; i--) {
            restore(levels.get(i).restore());
        }
        code.goto_(levels.get(target).end());
    }

    private void restore(@Nullable Restore restore) {
        if (restore != null) {
            code.aload(restore.savedSlot());
            store(restore.local());
            code.aload(EVALUATION)
                    .aload(restore.memoSlot())
                    .invokevirtual(Types.EVALUATION, "restoreMemo", MethodTypeDesc.of(CD_void, Types.VALUES));
        }
    }

    private Label undefined() {
        return levels.getLast().end();
    }

    /** Writes a block's statements, or calls of the parts they have become. */
    private void block(Block block) {
        List<Block> parts = outline.partsOf(block);
        if (parts == null) {
            statements(block);
            return;
        }
        for (Block part : parts) {
            Label more = code.newLabel();
            Label left = code.newLabel();
            code.aload(EVALUATION)
                    .aload(FRAME)
                    .invokestatic(Types.CODE, policy.partName(function, kind, part), Types.PART)
                    .dup()
                    .ifeq(more)
                    .loadConstant(LEFT)
                    .if_icmpeq(left);
            returned();
            code.labelBinding(left);
            leave(0);
            code.labelBinding(more);
            code.pop();
        }
    }

    /** Returns from the function after one of its parts has. */
    private void returned() {
        for (int i = levels.size() - 1; i >= 0; i--) {
            restore(levels.get(i).restore());
        }
        switch (kind) {
            case PART -> code.loadConstant(RETURNED).ireturn();
            case ENTRYPOINT -> code.return_();
            case FUNCTION -> {
                load(function.result());
                code.areturn();
            }
        }
    }

    private void statements(Block block) {
        List<Statement> statements = block.statements();
        int i = 0;
        while (i < statements.size()) {
            int taken = dataReference(statements, i);
            if (taken == 0) {
                taken = collection(statements, i);
            }
            if (taken == 0) {
                statement(statements.get(i));
                taken = 1;
            }
            i += taken;
        }
    }

    /**
     * A reference into the data with constant keys is looked up when compiling, and used as long as the data document is
     * the policy's own, which a {@code with} may have replaced. Returns how many statements that was.
     */
    private int dataReference(List<Statement> statements, int from) {
        int n = 0;
        int source = 1;
        while (from + n < statements.size()
                && statements.get(from + n) instanceof Statement.Dot dot
                && dot.source() == source
                && constantOf(dot.key()) != null) {
            source = dot.target();
            n++;
        }
        if (n == 0) {
            return 0;
        }
        Label other = code.newLabel();
        Label join = code.newLabel();
        load(1);
        constant(policy.data());
        code.if_acmpne(other);
        RegoValue value = policy.data();
        for (int i = 0; i < n && value != null; i++) {
            Statement.Dot dot = (Statement.Dot) statements.get(from + i);
            value = Operations.dotOfData(value, Objects.requireNonNull(constantOf(dot.key())));
            if (value == null) {
                leave(0);
            } else {
                constant(value);
                store(dot.target());
            }
        }
        if (value != null) {
            code.goto_(join);
        }
        code.labelBinding(other);
        for (int i = 0; i < n; i++) {
            statement(statements.get(from + i));
        }
        code.labelBinding(join);
        return n;
    }

    /** A collection that is made and filled at once: a constant, or an object of a known layout. */
    private int collection(List<Statement> statements, int from) {
        int target = switch (statements.get(from)) {
            case Statement.MakeArray s -> s.target();
            case Statement.MakeObject s -> s.target();
            case Statement.MakeSet s -> s.target();
            default -> -1;
        };
        if (target < 0) {
            return 0;
        }
        int n = 1;
        while (from + n < statements.size() && fills(statements.get(from + n), target)) {
            n++;
        }
        List<Statement> filling = statements.subList(from + 1, from + n);
        if (n == 1) {
            return 0;
        }
        if (shape.writesOf(target) == n && filling.stream().allMatch(s -> isConstant(s))) {
            RegoValue made = constantCollection(statements.get(from), filling);
            hoisted.put(target, made);
            constant(made);
            store(target);
            return n;
        }
        if (statements.get(from) instanceof Statement.MakeObject && objectOfLayout(filling, target)) {
            return n;
        }
        return 0;
    }

    private static boolean fills(Statement statement, int target) {
        return switch (statement) {
            case Statement.ArrayAppend s -> s.array() == target && s.value() != target;
            case Statement.SetAdd s -> s.set() == target && s.value() != target;
            case Statement.ObjectInsert s -> s.object() == target && s.value() != target && s.key() != target;
            default -> false;
        };
    }

    private boolean isConstant(Statement filling) {
        return switch (filling) {
            case Statement.ArrayAppend s -> constantOf(s.value()) != null;
            case Statement.SetAdd s -> constantOf(s.value()) != null;
            case Statement.ObjectInsert s -> constantOf(s.key()) != null && constantOf(s.value()) != null;
            default -> false;
        };
    }

    private RegoValue known(int operand) {
        return Objects.requireNonNull(constantOf(operand));
    }

    private RegoValue constantCollection(Statement make, List<Statement> filling) {
        RegoValue made = switch (make) {
            case Statement.MakeArray s -> RegoArray.open(filling.size());
            case Statement.MakeObject s -> RegoObject.open();
            default -> RegoSet.open();
        };
        for (Statement fill : filling) {
            made = switch (fill) {
                case Statement.ArrayAppend s -> Operations.append(made, known(s.value()));
                case Statement.ObjectInsert s -> Operations.insert(made, known(s.key()), known(s.value()));
                case Statement.SetAdd s -> Operations.add(made, known(s.value()));
                default -> made;
            };
        }
        made.seal();
        return made;
    }

    private boolean objectOfLayout(List<Statement> filling, int target) {
        List<RegoValue> keys = new ArrayList<>();
        for (Statement fill : filling) {
            RegoValue key = constantOf(((Statement.ObjectInsert) fill).key());
            if (key == null || keys.contains(key)) {
                return false;
            }
            keys.add(key);
        }
        RegoObject.Layout layout = RegoObject.Layout.of(keys.toArray(RegoValue[]::new));
        code.ldc(policy.constants().of(layout, RegoObject.Layout.class))
                .loadConstant(keys.size())
                .anewarray(Types.VALUE);
        for (int i = 0; i < filling.size(); i++) {
            code.dup().loadConstant(i);
            operand(((Statement.ObjectInsert) filling.get(i)).value());
            code.aastore();
        }
        code.invokevirtual(Types.LAYOUT, "object", MethodTypeDesc.of(Types.OBJECT, Types.VALUES));
        store(target);
        return true;
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Dot s -> dot(s);
            case Statement.AssignVar s -> {
                operand(s.source());
                store(s.target());
            }
            case Statement.Equal s -> equal(s.a(), s.b(), true);
            case Statement.NotEqual s -> equal(s.a(), s.b(), false);
            case Statement.Blocks s -> {
                for (Block inner : s.blocks()) {
                    Label end = code.newLabel();
                    levels.add(new Level(end, null));
                    block(inner);
                    levels.removeLast();
                    code.labelBinding(end);
                }
            }
            case Statement.Call s -> {
                PlanFunction callee = policy.plan().function(s.function());
                code.aload(EVALUATION);
                s.args().forEach(this::operand);
                code.invokestatic(Types.CODE, policy.functionName(callee), Types.function(callee.parameters()));
                orUndefined(s.result());
            }
            case Statement.CallBuiltin s -> callBuiltin(s);
            case Statement.CallDynamic s -> callDynamic(s);
            case Statement.Break s -> leave(s.index());
            case Statement.Scan s -> scan(s);
            case Statement.Not s -> {
                Label holds = code.newLabel();
                levels.add(new Level(holds, null));
                block(s.block());
                levels.removeLast();
                leave(0);
                code.labelBinding(holds);
            }
            case Statement.With s -> with(s);
            case Statement.AssignVarOnce s -> {
                load(s.target());
                operand(s.source());
                location(s.location());
                operation("assignOnce", MethodTypeDesc.of(Types.VALUE, Types.VALUE, Types.VALUE, Types.LOCATION));
                store(s.target());
            }
            case Statement.AssignInt s -> make(s.target(), policy.plan().constant(s.constant()));
            case Statement.MakeNumberInt s -> make(s.target(), policy.plan().constant(s.constant()));
            case Statement.MakeNumberRef s -> make(s.target(), policy.plan().constant(s.constant()));
            case Statement.MakeNull s -> make(s.target(), RegoNull.NULL);
            case Statement.ResetLocal s -> {
                code.aconst_null();
                store(s.target());
            }
            case Statement.ReturnLocal s -> returnLocal(s);
            case Statement.MakeArray s -> {
                code.loadConstant(s.capacity())
                        .invokestatic(Types.ARRAY, "open", MethodTypeDesc.of(Types.ARRAY, CD_int));
                store(s.target());
            }
            case Statement.MakeObject s -> {
                code.invokestatic(Types.OBJECT, "open", MethodTypeDesc.of(Types.OBJECT));
                store(s.target());
            }
            case Statement.MakeSet s -> {
                code.invokestatic(Types.SET, "open", MethodTypeDesc.of(Types.SET));
                store(s.target());
            }
            case Statement.IsArray s -> isA(s.source(), Types.ARRAY);
            case Statement.IsObject s -> isA(s.source(), Types.OBJECT);
            case Statement.IsSet s -> isA(s.source(), Types.SET);
            case Statement.IsDefined s -> {
                load(s.source());
                code.ifnull(undefined());
            }
            case Statement.IsUndefined s -> {
                load(s.source());
                code.ifnonnull(undefined());
            }
            case Statement.Len s -> {
                operand(s.source());
                operation("length", Types.VALUE_OF_ONE);
                store(s.target());
            }
            case Statement.ArrayAppend s -> {
                load(s.array());
                operand(s.value());
                operation("append", Types.VALUE_OF_TWO);
                store(s.array());
            }
            case Statement.SetAdd s -> {
                load(s.set());
                operand(s.value());
                operation("add", Types.VALUE_OF_TWO);
                store(s.set());
            }
            case Statement.ObjectInsert s -> {
                load(s.object());
                operand(s.key());
                operand(s.value());
                operation("insert", MethodTypeDesc.of(Types.VALUE, Types.VALUE, Types.VALUE, Types.VALUE));
                store(s.object());
            }
            case Statement.ObjectInsertOnce s -> {
                load(s.object());
                operand(s.key());
                operand(s.value());
                location(s.location());
                operation(
                        "insertOnce",
                        MethodTypeDesc.of(Types.VALUE, Types.VALUE, Types.VALUE, Types.VALUE, Types.LOCATION));
                store(s.object());
            }
            case Statement.ObjectMerge s -> {
                operand(s.a());
                operand(s.b());
                code.invokestatic(Types.EVALUATION, "merge", Types.VALUE_OF_TWO);
                store(s.target());
            }
            case Statement.ResultSetAdd s -> {
                code.aload(EVALUATION);
                operand(s.value());
                code.invokevirtual(Types.EVALUATION, "addResult", MethodTypeDesc.of(CD_void, Types.VALUE));
            }
            case Statement.Nop s -> {}
        }
    }

    private void make(int target, RegoValue value) {
        constant(value);
        store(target);
    }

    /** Stores what is on the stack and leaves the block when it is nothing. */
    private void orUndefined(int target) {
        code.dup();
        store(target);
        code.ifnull(undefined());
    }

    private void dot(Statement.Dot s) {
        if (s.source() < 0) {
            leave(0);
            return;
        }
        RegoValue key = constantOf(s.key());
        if (key != null && !(s.ofData() && !(key instanceof RegoString))) {
            code.ldc(policy.constants().of(new RegoObject.Lookup(key), RegoObject.Lookup.class));
            operand(s.source());
            code.invokevirtual(Types.LOOKUP, "in", Types.VALUE_OF_ONE);
        } else {
            operand(s.source());
            operand(s.key());
            operation(s.ofData() ? "dotOfData" : "dot", Types.VALUE_OF_TWO);
        }
        orUndefined(s.target());
    }

    private void equal(int a, int b, boolean wanted) {
        operand(a);
        operand(b);
        if (constantOf(a) instanceof RegoBoolean || constantOf(b) instanceof RegoBoolean) {
            if (wanted) {
                code.if_acmpne(undefined());
            } else {
                code.if_acmpeq(undefined());
            }
            return;
        }
        operation("same", Types.SAME);
        if (wanted) {
            code.ifeq(undefined());
        } else {
            code.ifne(undefined());
        }
    }

    private void isA(int source, ClassDesc type) {
        if (source < 0) {
            leave(0);
            return;
        }
        operand(source);
        code.instanceOf(type).ifeq(undefined());
    }

    private void callBuiltin(Statement.CallBuiltin s) {
        code.aload(EVALUATION).loadConstant(s.name());
        MethodTypeDesc type;
        if (s.builtin() instanceof Builtin.Binary && s.args().size() == 2) {
            code.ldc(policy.constants().of(s.builtin(), Builtin.Binary.class));
            s.args().forEach(this::operand);
            type = Types.CALL_BINARY;
        } else if (s.builtin() instanceof Builtin.Unary && s.args().size() == 1) {
            code.ldc(policy.constants().of(s.builtin(), Builtin.Unary.class));
            s.args().forEach(this::operand);
            type = Types.CALL_UNARY;
        } else {
            code.ldc(policy.constants().of(s.builtin(), Builtin.class));
            values(s.args());
            type = Types.CALL;
        }
        location(s.location());
        code.invokevirtual(Types.EVALUATION, "call", type);
        orUndefined(s.result());
    }

    /** An array of operands. */
    private void values(List<Integer> operands) {
        code.loadConstant(operands.size()).anewarray(Types.VALUE);
        for (int i = 0; i < operands.size(); i++) {
            code.dup().loadConstant(i);
            operand(operands.get(i));
            code.aastore();
        }
    }

    private void callDynamic(Statement.CallDynamic s) {
        if (s.args().size() != 2) {
            throw new IllegalArgumentException("a dynamic call passes more than input and data");
        }
        int index = nextSlot++;
        code.ldc(policy.constants().of(policy.functionsByPath(), Map.class));
        values(s.path());
        operation(
                "function",
                MethodTypeDesc.of(CD_int, Map.class.describeConstable().orElseThrow(), Types.VALUES));
        code.dup().istore(index);
        Label found = code.newLabel();
        code.ifge(found);
        leave(0);
        code.labelBinding(found);
        code.aload(EVALUATION).iload(index);
        s.args().forEach(this::operand);
        code.invokestatic(Types.CODE, PolicyWriter.DISPATCH, Types.DISPATCH).dup();
        store(s.result());
        Label defined = code.newLabel();
        code.ifnonnull(defined);
        leave(3);
        code.labelBinding(defined);
    }

    private void scan(Statement.Scan s) {
        int source = nextSlot++;
        int size = nextSlot++;
        int place = nextSlot++;
        Label loop = code.newLabel();
        Label next = code.newLabel();
        Label done = code.newLabel();
        operand(s.source());
        code.dup().astore(source);
        operation("size", MethodTypeDesc.of(CD_int, Types.VALUE));
        code.istore(size)
                .iconst_0()
                .istore(place)
                .labelBinding(loop)
                .iload(place)
                .iload(size)
                .if_icmpge(done);
        code.aload(EVALUATION)
                .loadConstant(s.block().size() + 1)
                .invokevirtual(Types.EVALUATION, "spend", MethodTypeDesc.of(CD_void, CD_int));
        element(source, place, "keyAt", s.key());
        element(source, place, "valueAt", s.value());
        levels.add(new Level(next, null));
        block(s.block());
        levels.removeLast();
        code.labelBinding(next).iinc(place, 1).goto_(loop).labelBinding(done);
    }

    private void element(int source, int place, String name, int target) {
        if (shape.isRead(target)) {
            code.aload(source).iload(place);
            operation(name, MethodTypeDesc.of(Types.VALUE, Types.VALUE, CD_int));
            store(target);
        }
    }

    private void with(Statement.With s) {
        int saved = nextSlot++;
        int memo = nextSlot++;
        load(s.local());
        code.astore(saved);
        if (s.path().isEmpty()) {
            operand(s.value());
        } else {
            RegoValue[] path = new RegoValue[s.path().size()];
            for (int i = 0; i < path.length; i++) {
                path[i] = policy.plan().constant(s.path().get(i));
            }
            code.aload(saved).ldc(policy.constants().of(path, RegoValue[].class));
            operand(s.value());
            operation("upsert", MethodTypeDesc.of(Types.VALUE, Types.VALUE, Types.VALUES, Types.VALUE));
        }
        store(s.local());
        code.aload(EVALUATION)
                .invokevirtual(Types.EVALUATION, "freshMemo", MethodTypeDesc.of(Types.VALUES))
                .astore(memo);
        Restore restore = new Restore(s.local(), saved, memo);
        Label undefined = code.newLabel();
        levels.add(new Level(undefined, restore));
        block(s.block());
        levels.removeLast();
        Label done = code.newLabel();
        restore(restore);
        code.goto_(done).labelBinding(undefined);
        restore(restore);
        leave(0);
        code.labelBinding(done);
    }

    private void returnLocal(Statement.ReturnLocal s) {
        if (kind == Kind.FUNCTION) {
            for (int i = levels.size() - 1; i >= 0; i--) {
                restore(levels.get(i).restore());
            }
            operand(s.source());
            code.areturn();
            return;
        }
        if (kind == Kind.PART) {
            operand(s.source());
            store(function.result());
        }
        returned();
    }
}
