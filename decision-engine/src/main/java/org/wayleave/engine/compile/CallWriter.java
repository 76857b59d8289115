package org.wayleave.engine.compile;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.Builtin;
import org.wayleave.engine.evaluate.BuiltinCall;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoValue;

/** Writes calls of functions and built-ins. */
final class CallWriter {
    /** Built-ins that are a test of a value's type. */
    private static final Map<String, ClassDesc> TYPE_TESTS = Map.of(
            "is_array", Types.ARRAY,
            "is_boolean", Types.BOOLEAN,
            "is_null", Types.of(RegoNull.class),
            "is_number", Types.of(RegoNumber.class),
            "is_object", Types.OBJECT,
            "is_set", Types.SET,
            "is_string", Types.TEXT);

    /** Built-ins that compare two values, with the method of {@link Operations} that does so. */
    private static final Map<String, String> COMPARISONS = Map.of(
            "equal", "same",
            "neq", "differ",
            "lt", "less",
            "lte", "lessOrSame",
            "gt", "greater",
            "gte", "greaterOrSame",
            "internal.member_2", "isMember");

    private final MethodFrame frame;
    private final CodeBuilder code;
    private final PolicyWriter policy;
    private final CompiledFunction of;

    CallWriter(MethodFrame frame, PolicyWriter policy, CompiledFunction of) {
        this.frame = frame;
        this.code = frame.code();
        this.policy = policy;
        this.of = of;
    }

    void write(Statement.Call s) {
        PlanFunction callee = policy.plan().function(s.function());
        code.aload(MethodFrame.EVALUATION);
        s.args().forEach(frame::operand);
        code.invokestatic(
                Types.CODE, policy.functionName(callee, of.passesOwnData()), Types.function(callee.parameters()));
        frame.storeOrLeave(s.result());
    }

    /**
     * Writes a test, a built-in whose result only decides whether the block goes on, as a jump; returns of how many
     * statements, 0 when it is none.
     */
    int writeTest(List<Statement> statements, int from) {
        if (from + 1 < statements.size()
                && statements.get(from) instanceof Statement.CallBuiltin call
                && statements.get(from + 1) instanceof Statement.NotEqual check
                && check.a() == call.result()
                && frame.known(check.b()) instanceof RegoBoolean wanted
                && !wanted.value()
                && of.shape().readsOf(call.result()) == 1
                && !of.shape().isTested(call.result())
                && test(call)) {
            return 2;
        }
        return 0;
    }

    private boolean test(Statement.CallBuiltin s) {
        ClassDesc type = TYPE_TESTS.get(s.name());
        if (type != null && s.args().size() == 1) {
            frame.operand(s.args().getFirst());
            code.instanceOf(type).ifeq(frame.undefined());
            return true;
        }
        String comparison = COMPARISONS.get(s.name());
        if (comparison == null || s.args().size() != 2) {
            return false;
        }
        frame.operand(s.args().getFirst());
        RegoValue second = frame.known(s.args().getLast());
        if (comparison.equals("isMember") && members(second) instanceof RegoSet set) {
            code.ldc(frame.constants().of(set, RegoSet.class)).swap();
            code.invokevirtual(Types.SET, "contains", MethodTypeDesc.of(CD_boolean, Types.VALUE));
        } else {
            frame.operand(s.args().getLast());
            frame.operation(comparison, Types.TEST_OF_TWO);
        }
        code.ifeq(frame.undefined());
        return true;
    }

    /** The members of a known set or array as a set, the value itself when it is something else. */
    private static @Nullable RegoValue members(@Nullable RegoValue known) {
        return known instanceof RegoArray array ? RegoSet.of(array.toList()) : known;
    }

    void write(Statement.CallBuiltin s) {
        List<Integer> args = s.args();
        if (s.builtin() instanceof Builtin.Unary f && args.size() == 1) {
            call(new BuiltinCall.One(s.name(), f, s.location()), BuiltinCall.One.class, args);
        } else if (s.builtin() instanceof Builtin.Binary f && args.size() == 2) {
            call(new BuiltinCall.Two(s.name(), f, s.location()), BuiltinCall.Two.class, args);
        } else if (s.builtin() instanceof Builtin.Ternary f && args.size() == 3) {
            call(new BuiltinCall.Three(s.name(), f, s.location()), BuiltinCall.Three.class, args);
        } else {
            code.ldc(frame.constants()
                            .of(new BuiltinCall.Any(s.name(), s.builtin(), s.location()), BuiltinCall.Any.class))
                    .aload(MethodFrame.EVALUATION);
            frame.array(args);
            code.invokevirtual(
                    Types.of(BuiltinCall.Any.class),
                    "call",
                    MethodTypeDesc.of(Types.VALUE, Types.EVALUATION, Types.VALUES));
        }
        frame.storeOrLeave(s.result());
    }

    private void call(BuiltinCall call, Class<? extends BuiltinCall> type, List<Integer> args) {
        code.ldc(frame.constants().of(call, type)).aload(MethodFrame.EVALUATION);
        args.forEach(frame::operand);
        code.invokevirtual(Types.of(type), "call", Types.function(args.size()));
    }

    void write(Statement.CallDynamic s) {
        if (s.args().size() != 2) {
            throw new IllegalArgumentException("a dynamic call passes more than input and data");
        }
        int index = frame.newSlot();
        code.ldc(frame.constants().of(policy.functionsByPath(), Map.class));
        frame.array(s.path());
        frame.operation("function", MethodTypeDesc.of(CD_int, Types.of(Map.class), Types.VALUES));
        code.dup().istore(index);
        Label found = code.newLabel();
        code.ifge(found);
        frame.leave(0);
        code.labelBinding(found);
        frame.reached();
        code.aload(MethodFrame.EVALUATION).iload(index);
        s.args().forEach(frame::operand);
        code.invokestatic(Types.CODE, policy.dispatchName(of.passesOwnData()), Types.DISPATCH)
                .dup();
        frame.store(s.result());
        Label defined = code.newLabel();
        code.ifnonnull(defined);
        frame.leave(3);
        code.labelBinding(defined);
        frame.reached();
    }
}
