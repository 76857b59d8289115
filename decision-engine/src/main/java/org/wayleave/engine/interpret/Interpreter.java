package org.wayleave.engine.interpret;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.Builtin;
import org.wayleave.engine.evaluate.Evaluation;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * Runs a plan. This class is the meaning of plans for the whole engine: the compiler must agree with it.
 *
 * <p>A statement either goes on ({@link #NEXT}) or leaves blocks: {@code 0} leaves the block it stands in, {@code n}
 * leaves {@code n} further ones, {@link #RETURN} leaves the function. An undefined statement leaves its block. A local
 * that holds nothing is null.
 */
public final class Interpreter {
    private static final int NEXT = -1;
    private static final int UNDEFINED = 0;
    private static final int RETURN = Integer.MAX_VALUE;

    private final Plan plan;
    private final RegoValue[] constants;
    private final Evaluation evaluation;
    private final @Nullable Observer observer;

    private Interpreter(Plan plan, RegoValue[] constants, Evaluation evaluation, @Nullable Observer observer) {
        this.plan = plan;
        this.constants = constants;
        this.evaluation = evaluation;
        this.observer = observer;
    }

    /** Runs an entry point; its results are then in the evaluation. */
    public static void run(
            Plan plan,
            RegoValue[] constants,
            PlanFunction entrypoint,
            @Nullable RegoValue input,
            RegoValue data,
            Evaluation evaluation,
            @Nullable Observer observer) {
        Frame frame = new Frame(entrypoint);
        frame.locals[0] = input;
        frame.locals[1] = data;
        new Interpreter(plan, constants, evaluation, observer).run(frame);
    }

    /** Runs a rule; null when it is undefined. */
    public static @Nullable RegoValue rule(
            Plan plan,
            RegoValue[] constants,
            PlanFunction rule,
            @Nullable RegoValue input,
            RegoValue data,
            Evaluation evaluation) {
        Frame frame = new Frame(rule);
        frame.locals[0] = input;
        frame.locals[1] = data;
        return new Interpreter(plan, constants, evaluation, null).call(frame);
    }

    /** The locals of one call of a function. */
    private static final class Frame {
        final PlanFunction function;
        final @Nullable RegoValue[] locals;

        @Nullable
        RegoValue result;

        Frame(PlanFunction function) {
            this.function = function;
            this.locals = new RegoValue[function.locals()];
        }
    }

    private @Nullable RegoValue run(Frame frame) {
        for (Block block : frame.function.blocks()) {
            if (run(frame, block) == RETURN) {
                return frame.result;
            }
        }
        return null;
    }

    private int run(Frame frame, Block block) {
        evaluation.spend(block.size());
        for (int i = 0; i < block.size(); i++) {
            Statement statement = block.statement(i);
            int outcome = run(frame, statement);
            if (observer != null) {
                observer.ran(frame.function, statement, outcome == NEXT, frame.locals);
            }
            if (outcome != NEXT) {
                return outcome;
            }
        }
        return NEXT;
    }

    private RegoValue get(Frame frame, int operand) {
        RegoValue value = operand < 0 ? constants[~operand] : frame.locals[operand];
        if (value == null) {
            throw new IllegalStateException("A plan reads local " + operand + " before it is set.");
        }
        return value;
    }

    private static int next(boolean defined) {
        return defined ? NEXT : UNDEFINED;
    }

    private static int outer(int outcome) {
        return outcome == RETURN ? RETURN : outcome - 1;
    }

    private int run(Frame frame, Statement statement) {
        @Nullable RegoValue[] locals = frame.locals;
        switch (statement) {
            case Statement.Dot s -> {
                RegoValue source = s.source() < 0 ? null : locals[s.source()];
                RegoValue value = source == null ? null : source.get(get(frame, s.key()));
                if (value == null && s.ofData() && source != null) {
                    value = Evaluation.dataAt(source, get(frame, s.key()));
                }
                locals[s.target()] = value;
                return next(value != null);
            }
            case Statement.AssignVar s ->
                locals[s.target()] = s.source() < 0 ? constants[~s.source()] : locals[s.source()];
            case Statement.Equal s -> {
                return next(get(frame, s.a()).equals(get(frame, s.b())));
            }
            case Statement.NotEqual s -> {
                return next(!get(frame, s.a()).equals(get(frame, s.b())));
            }
            case Statement.Blocks s -> {
                for (Block block : s.blocks()) {
                    int outcome = run(frame, block);
                    if (outcome > 0) {
                        return outer(outcome);
                    }
                }
            }
            case Statement.Call s -> {
                PlanFunction function = plan.function(s.function());
                Frame callee = new Frame(function);
                List<Integer> args = s.args();
                for (int i = 0; i < args.size(); i++) {
                    int arg = args.get(i);
                    callee.locals[i] = arg < 0 ? constants[~arg] : locals[arg];
                }
                return next((locals[s.result()] = call(callee)) != null);
            }
            case Statement.CallBuiltin s -> {
                return next((locals[s.result()] = callBuiltin(frame, s)) != null);
            }
            case Statement.Not s -> {
                int outcome = run(frame, s.block());
                return outcome == NEXT ? UNDEFINED : outer(outcome);
            }
            case Statement.Scan s -> {
                return scan(frame, s);
            }
            case Statement.Break s -> {
                return s.index();
            }
            case Statement.ReturnLocal s -> {
                frame.result = locals[s.source()];
                return RETURN;
            }
            case Statement.IsDefined s -> {
                return next(locals[s.source()] != null);
            }
            case Statement.IsUndefined s -> {
                return next(locals[s.source()] == null);
            }
            case Statement.ResetLocal s -> locals[s.target()] = null;
            case Statement.AssignVarOnce s -> {
                RegoValue value = get(frame, s.source());
                RegoValue known = locals[s.target()];
                if (known != null && !known.equals(value)) {
                    throw Evaluation.assignConflict(s.location());
                }
                locals[s.target()] = value;
            }
            case Statement.AssignInt s -> locals[s.target()] = constants[s.constant()];
            case Statement.MakeNull s -> locals[s.target()] = RegoNull.NULL;
            case Statement.MakeNumberInt s -> locals[s.target()] = constants[s.constant()];
            case Statement.MakeNumberRef s -> locals[s.target()] = constants[s.constant()];
            case Statement.MakeArray s -> locals[s.target()] = RegoArray.open(s.capacity());
            case Statement.MakeObject s -> locals[s.target()] = RegoObject.open();
            case Statement.MakeSet s -> locals[s.target()] = RegoSet.open();
            case Statement.ArrayAppend s ->
                locals[s.array()] = ((RegoArray) get(frame, s.array())).adding(get(frame, s.value()));
            case Statement.SetAdd s -> locals[s.set()] = ((RegoSet) get(frame, s.set())).adding(get(frame, s.value()));
            case Statement.ObjectInsert s ->
                locals[s.object()] =
                        ((RegoObject) get(frame, s.object())).adding(get(frame, s.key()), get(frame, s.value()));
            case Statement.ObjectInsertOnce s -> {
                RegoObject object = (RegoObject) get(frame, s.object());
                RegoValue key = get(frame, s.key());
                RegoValue value = get(frame, s.value());
                RegoValue known = object.get(key);
                if (known != null && !known.equals(value)) {
                    throw Evaluation.insertConflict(s.location());
                }
                value.seal(); // it may be reached by another name, and must not grow under this one
                locals[s.object()] = object.adding(key, value);
            }
            case Statement.ObjectMerge s -> locals[s.target()] = Evaluation.merge(get(frame, s.a()), get(frame, s.b()));
            case Statement.IsArray s -> {
                return next(s.source() >= 0 && locals[s.source()] instanceof RegoArray);
            }
            case Statement.IsObject s -> {
                return next(s.source() >= 0 && locals[s.source()] instanceof RegoObject);
            }
            case Statement.IsSet s -> {
                return next(s.source() >= 0 && locals[s.source()] instanceof RegoSet);
            }
            case Statement.Len s -> locals[s.target()] = RegoNumber.of(length(get(frame, s.source())));
            case Statement.With s -> {
                return with(frame, s);
            }
            case Statement.CallDynamic s -> {
                return callDynamic(frame, s);
            }
            case Statement.ResultSetAdd s -> evaluation.addResult(get(frame, s.value()));
            case Statement.Nop s -> {}
        }
        return NEXT;
    }

    private @Nullable RegoValue call(Frame callee) {
        int index = callee.function.index();
        if (callee.function.isRule()) {
            RegoValue remembered = evaluation.remembered(index);
            if (remembered != null) {
                return Evaluation.isUndefined(remembered) ? null : remembered;
            }
        }
        evaluation.enter();
        RegoValue result = run(callee);
        evaluation.leave();
        if (callee.function.isRule()) {
            evaluation.remember(index, result);
        }
        return result;
    }

    private @Nullable RegoValue callBuiltin(Frame frame, Statement.CallBuiltin s) {
        List<Integer> args = s.args();
        if (s.builtin() instanceof Builtin.Binary f && args.size() == 2) {
            return evaluation.call(s.name(), f, get(frame, args.getFirst()), get(frame, args.getLast()), s.location());
        }
        if (s.builtin() instanceof Builtin.Unary f && args.size() == 1) {
            return evaluation.call(s.name(), f, get(frame, args.getFirst()), s.location());
        }
        RegoValue[] values = new RegoValue[args.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(frame, args.get(i));
        }
        return evaluation.call(s.name(), s.builtin(), values, s.location());
    }

    /** A path that no function has is undefined, so that the data may answer; an undefined result ends the reference. */
    private int callDynamic(Frame frame, Statement.CallDynamic s) {
        List<String> path = new ArrayList<>();
        for (int operand : s.path()) {
            path.add(get(frame, operand) instanceof RegoString text ? text.value() : "");
        }
        PlanFunction function = plan.function(path);
        if (function == null) {
            return UNDEFINED;
        }
        Frame callee = new Frame(function);
        for (int i = 0; i < s.args().size(); i++) {
            callee.locals[i] = frame.locals[s.args().get(i)];
        }
        RegoValue result = call(callee);
        frame.locals[s.result()] = result;
        return result == null ? 3 : NEXT;
    }

    private int scan(Frame frame, Statement.Scan s) {
        RegoValue source = frame.locals[s.source()];
        if (source instanceof RegoString) {
            return NEXT;
        }
        int size = source == null ? 0 : length(source);
        for (int i = 0; i < size; i++) {
            if (source instanceof RegoArray array) {
                frame.locals[s.key()] = RegoNumber.of(i);
                frame.locals[s.value()] = array.get(i);
            } else if (source instanceof RegoObject object) {
                frame.locals[s.key()] = object.keyAt(i);
                frame.locals[s.value()] = object.valueAt(i);
            } else if (source instanceof RegoSet set) {
                frame.locals[s.key()] = frame.locals[s.value()] = set.at(i);
            }
            int outcome = run(frame, s.block());
            if (outcome > 0) {
                return outer(outcome);
            }
        }
        return NEXT;
    }

    private static int length(RegoValue value) {
        return switch (value) {
            case RegoArray a -> a.size();
            case RegoObject o -> o.size();
            case RegoSet s -> s.size();
            case RegoString s -> s.value().codePointCount(0, s.value().length());
            default -> 0;
        };
    }

    private int with(Frame frame, Statement.With s) {
        RegoValue kept = frame.locals[s.local()];
        RegoValue value = s.value() < 0 ? constants[~s.value()] : frame.locals[s.value()];
        if (s.path().isEmpty()) {
            frame.locals[s.local()] = value;
        } else {
            RegoValue[] path = new RegoValue[s.path().size()];
            for (int i = 0; i < path.length; i++) {
                path[i] = constants[s.path().get(i)];
            }
            frame.locals[s.local()] = Evaluation.upsert(kept, path, 0, get(frame, s.value()));
        }
        @Nullable RegoValue @Nullable [] memo = evaluation.freshMemo();
        int outcome = run(frame, s.block());
        evaluation.restoreMemo(memo);
        frame.locals[s.local()] = kept;
        return outcome <= 0 ? outcome : outer(outcome);
    }
}
