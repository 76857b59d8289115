package org.wayleave.engine.compile;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoValue;

/** Writes the code of one method: a whole function, or a part of a large one. */
final class MethodWriter {
    /** What a part returns: it ran to its end, a block was left for good, the function returned. */
    static final int DONE = 0;

    static final int RETURNED = 1;
    static final int LEFT = 2;

    /** What the method is. */
    enum Kind {
        FUNCTION,
        ENTRYPOINT,
        PART
    }

    private final CodeBuilder code;
    private final PolicyWriter policy;
    private final CompiledFunction of;
    private final PlanFunction function;
    private final Kind kind;
    private final Outline outline;
    private final MethodFrame frame;
    private final ValueWriter values;
    private final CallWriter calls;
    private final CollectionWriter collections;

    /** A method of a function, or of an entry point; {@code kind} says whether it is all of it. */
    MethodWriter(CodeBuilder code, PolicyWriter policy, CompiledFunction of, Kind kind) {
        this.code = code;
        this.policy = policy;
        this.of = of;
        this.function = of.function();
        this.kind = kind;
        this.outline = of.outline();
        int fixed = kind == Kind.PART ? 2 : 1 + function.parameters();
        this.frame = new MethodFrame(
                code, policy.constants(), of.shape(), of.known(), outline.isWhole() ? null : outline.shared(), fixed);
        this.values = new ValueWriter(frame, policy.keyTables());
        this.calls = new CallWriter(frame, policy, of);
        this.collections = new CollectionWriter(frame);
    }

    /** Writes a function or entry point. */
    void writeWhole() {
        int parameters = function.parameters();
        if (outline.isWhole()) {
            for (int i = 0; i < parameters; i++) {
                frame.parameter(i, 1 + i);
            }
            frame.declare(outline.usedBy(function.blocks()), parameters);
        } else {
            code.loadConstant(function.locals()).anewarray(Types.VALUE);
            for (int i = 0; i < parameters; i++) {
                code.dup().loadConstant(i).aload(1 + i).aastore();
            }
            code.astore(MethodFrame.SHARED);
            frame.declare(outline.usedBy(function.blocks()), 0);
        }
        BodyIndex index = of.index();
        int number = index == null ? -1 : values.number(index);
        for (Block body : function.blocks()) {
            Integer own = index == null ? null : index.numberOf(body);
            if (own == null) {
                inBlock(body);
            } else if (frame.isReachable()) {
                frame.open(null);
                resetsOf(body);
                code.iload(number).loadConstant(own).if_icmpne(frame.undefined());
                block(body);
                frame.close();
            }
        }
        if (frame.isReachable()) {
            if (kind == Kind.ENTRYPOINT) {
                code.return_();
            } else {
                code.aconst_null().areturn();
            }
        }
    }

    /** What a body does even when its first condition does not hold. */
    private void resetsOf(Block body) {
        for (Statement statement : body.statements()) {
            if (!(statement instanceof Statement.ResetLocal)) {
                return;
            }
            statement(statement);
        }
    }

    /** Writes a part: {@code static int part(Evaluation, RegoValue[])}. */
    void writePart(Block part) {
        frame.declare(outline.usedBy(part), 0);
        frame.open(null);
        statements(part);
        if (frame.isReachable()) {
            code.loadConstant(DONE).ireturn();
            frame.unreachable();
        }
        frame.close();
        if (frame.isReachable()) {
            code.loadConstant(LEFT).ireturn();
        }
    }

    /** Writes a block that its statements leave to its own end. */
    private void inBlock(Block block) {
        if (frame.isReachable()) {
            frame.open(null);
            block(block);
            frame.close();
        }
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
            code.aload(MethodFrame.EVALUATION)
                    .aload(MethodFrame.SHARED)
                    .invokestatic(Types.CODE, of.partName(part), Types.PART)
                    .dup()
                    .ifeq(more)
                    .loadConstant(LEFT)
                    .if_icmpeq(left);
            returned();
            code.labelBinding(left);
            frame.leave(0);
            code.labelBinding(more);
            code.pop();
            frame.reached();
        }
    }

    /** Returns from the function after one of its parts has. */
    private void returned() {
        frame.restoreAll();
        switch (kind) {
            case PART -> code.loadConstant(RETURNED).ireturn();
            case ENTRYPOINT -> code.return_();
            case FUNCTION -> {
                frame.load(function.result());
                code.areturn();
            }
        }
        frame.unreachable();
    }

    private void statements(Block block) {
        List<Statement> statements = block.statements();
        int i = 0;
        while (i < statements.size() && frame.isReachable()) {
            int taken = known(statements.get(i)) ? 1 : 0;
            if (taken == 0) {
                taken = collections.write(statements, i);
            }
            if (taken == 0) {
                taken = calls.writeTest(statements, i);
            }
            if (taken == 0) {
                statement(statements.get(i));
                taken = 1;
            }
            i += taken;
        }
    }

    /** Writes a statement whose outcome is known while compiling; whether it is one. */
    private boolean known(Statement statement) {
        if (of.known().isUndefined(statement)) {
            frame.leave(0);
            return true;
        }
        if (!of.known().isIdle(statement)) {
            return false;
        }
        for (int local : Locals.written(statement)) {
            if (of.shape().isTested(local)) {
                frame.operand(local);
                frame.store(local);
            }
        }
        return true;
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Dot s -> values.dot(s);
            case Statement.AssignVar s -> {
                frame.operand(s.source());
                frame.store(s.target());
            }
            case Statement.Equal s -> values.equal(s.a(), s.b(), true);
            case Statement.NotEqual s -> values.equal(s.a(), s.b(), false);
            case Statement.Blocks s -> s.blocks().forEach(this::inBlock);
            case Statement.Call s -> calls.write(s);
            case Statement.CallBuiltin s -> calls.write(s);
            case Statement.CallDynamic s -> calls.write(s);
            case Statement.Break s -> frame.leave(s.index());
            case Statement.Scan s -> scan(s);
            case Statement.Not s -> not(s);
            case Statement.With s -> with(s);
            case Statement.AssignVarOnce s -> {
                frame.load(s.target());
                frame.operand(s.source());
                frame.location(s.location());
                frame.operation("assignOnce", MethodTypeDesc.of(Types.VALUE, Types.VALUE, Types.VALUE, Types.LOCATION));
                frame.store(s.target());
            }
            case Statement.AssignInt s -> make(s.target(), policy.plan().constant(s.constant()));
            case Statement.MakeNumberInt s -> make(s.target(), policy.plan().constant(s.constant()));
            case Statement.MakeNumberRef s -> make(s.target(), policy.plan().constant(s.constant()));
            case Statement.MakeNull s -> make(s.target(), RegoNull.NULL);
            case Statement.ResetLocal s -> {
                code.aconst_null();
                frame.store(s.target());
            }
            case Statement.ReturnLocal s -> returnLocal(s);
            case Statement.MakeArray s -> collections.make(s);
            case Statement.MakeObject s -> collections.make(s);
            case Statement.MakeSet s -> collections.make(s);
            case Statement.IsArray s -> values.isA(s.source(), Types.ARRAY);
            case Statement.IsObject s -> values.isA(s.source(), Types.OBJECT);
            case Statement.IsSet s -> values.isA(s.source(), Types.SET);
            case Statement.IsDefined s -> values.isDefined(s);
            case Statement.IsUndefined s -> values.isUndefined(s);
            case Statement.Len s -> values.length(s);
            case Statement.ArrayAppend s -> collections.append(s);
            case Statement.SetAdd s -> collections.add(s);
            case Statement.ObjectInsert s -> collections.insert(s);
            case Statement.ObjectInsertOnce s -> collections.insert(s);
            case Statement.ObjectMerge s -> {
                frame.operand(s.a());
                frame.operand(s.b());
                code.invokestatic(Types.EVALUATION, "merge", Types.VALUE_OF_TWO);
                frame.store(s.target());
            }
            case Statement.ResultSetAdd s -> {
                code.aload(MethodFrame.EVALUATION);
                frame.operand(s.value());
                code.invokevirtual(Types.EVALUATION, "addResult", MethodTypeDesc.of(CD_void, Types.VALUE));
            }
            case Statement.Nop s -> {}
        }
    }

    private void make(int target, RegoValue value) {
        frame.constant(value);
        frame.store(target);
    }

    /** The end of the inner block is where it holds; what leaves it goes on behind. */
    private void not(Statement.Not s) {
        frame.open(null);
        block(s.block());
        boolean holds = frame.isReachable();
        if (holds) {
            frame.leave(1);
        }
        frame.close();
    }

    private void scan(Statement.Scan s) {
        int source = frame.newSlot();
        int size = frame.newSlot();
        int place = frame.newSlot();
        Label loop = code.newLabel();
        Label done = code.newLabel();
        frame.operand(s.source());
        code.dup().astore(source);
        frame.operation("size", MethodTypeDesc.of(CD_int, Types.VALUE));
        code.dup()
                .istore(size)
                .ifeq(done)
                .iconst_0()
                .istore(place)
                .labelBinding(loop)
                .aload(MethodFrame.EVALUATION)
                .loadConstant(s.block().size() + 1)
                .invokevirtual(Types.EVALUATION, "spend", MethodTypeDesc.of(CD_void, CD_int));
        element(source, place, "keyAt", s.key());
        element(source, place, "valueAt", s.value());
        frame.open(null);
        block(s.block());
        frame.close();
        if (frame.isReachable()) {
            code.iinc(place, 1).iload(place).iload(size).if_icmplt(loop);
        }
        code.labelBinding(done);
        frame.reached();
    }

    private void element(int source, int place, String name, int target) {
        if (of.shape().readsOf(target) > 0) {
            code.aload(source).iload(place);
            frame.operation(name, MethodTypeDesc.of(Types.VALUE, Types.VALUE, CD_int));
            frame.store(target);
        }
    }

    private void with(Statement.With s) {
        int saved = frame.newSlot();
        int memo = frame.newSlot();
        frame.load(s.local());
        code.astore(saved);
        if (s.path().isEmpty()) {
            frame.operand(s.value());
        } else {
            RegoValue[] path = new RegoValue[s.path().size()];
            for (int i = 0; i < path.length; i++) {
                path[i] = policy.plan().constant(s.path().get(i));
            }
            code.aload(saved).ldc(policy.constants().of(path, RegoValue[].class));
            frame.operand(s.value());
            frame.operation("upsert", MethodTypeDesc.of(Types.VALUE, Types.VALUE, Types.VALUES, Types.VALUE));
        }
        frame.store(s.local());
        code.aload(MethodFrame.EVALUATION)
                .invokevirtual(Types.EVALUATION, "freshMemo", MethodTypeDesc.of(Types.VALUES))
                .astore(memo);
        MethodFrame.Restore restore = new MethodFrame.Restore(s.local(), saved, memo);
        Label done = code.newLabel();
        frame.open(restore);
        block(s.block());
        boolean goesOn = frame.isReachable();
        if (goesOn) {
            frame.restore(restore);
            code.goto_(done);
            frame.unreachable();
        }
        frame.close();
        if (frame.isReachable()) {
            frame.restore(restore);
            frame.leave(0);
        }
        if (goesOn) {
            code.labelBinding(done);
            frame.reached();
        }
    }

    private void returnLocal(Statement.ReturnLocal s) {
        if (kind == Kind.FUNCTION) {
            frame.restoreAll();
            frame.operand(s.source());
            code.areturn();
            frame.unreachable();
            return;
        }
        if (kind == Kind.PART) {
            frame.operand(s.source());
            frame.store(function.result());
        }
        returned();
    }
}
