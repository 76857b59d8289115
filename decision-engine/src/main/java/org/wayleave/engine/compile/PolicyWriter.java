package org.wayleave.engine.compile;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wayleave.engine.compile.MethodWriter.Kind;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.value.RegoValue;

/** Writes the class of a policy. */
final class PolicyWriter {
    static final String DISPATCH = "dispatch";

    private static final int FINAL_CLASS = ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC;
    private static final int STATIC = ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE | ClassFile.ACC_SYNTHETIC;
    private static final int PUBLIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC;

    private final Plan plan;
    private final RegoValue data;
    private final int limit;
    private final Constants constants = new Constants();
    private final Map<PlanFunction, FunctionShape> shapes = new HashMap<>();
    private final Map<List<String>, Integer> byPath = new HashMap<>();
    private final MemoPlan memo;

    PolicyWriter(Plan plan, RegoValue data, int limit) {
        this.plan = plan;
        this.data = data;
        this.limit = limit;
        this.memo = new MemoPlan(plan);
        for (PlanFunction function : plan.functions()) {
            if (!function.path().isEmpty() && function.isRule()) {
                byPath.putIfAbsent(function.path(), function.index());
            }
        }
    }

    Plan plan() {
        return plan;
    }

    RegoValue data() {
        return data;
    }

    Constants constants() {
        return constants;
    }

    int memoSlots() {
        return memo.slots();
    }

    Map<List<String>, Integer> functionsByPath() {
        return byPath;
    }

    FunctionShape shape(PlanFunction function) {
        return shapes.computeIfAbsent(function, FunctionShape::new);
    }

    /** The method to call for a function: one that remembers its result where that can save work. */
    String functionName(PlanFunction function) {
        return (memo.slot(function) >= 0 ? "remembered" : "function") + function.index();
    }

    private final IdentityHashMap<Block, String> partNames = new IdentityHashMap<>();

    String partName(PlanFunction function, Kind kind, Block part) {
        return Objects.requireNonNull(
                partNames.get(part), () -> "a part of " + function.name() + " " + kind + " has no name");
    }

    /** The bytes of the class file. */
    byte[] write() {
        ClassHierarchyResolver resolver = ClassHierarchyResolver.ofClassLoading(MethodHandles.lookup())
                .orElse(ClassHierarchyResolver.defaultResolver());
        return ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(resolver)).build(Types.CODE, this::write);
    }

    private void write(ClassBuilder builder) {
        builder.withFlags(FINAL_CLASS).withInterfaceSymbols(Types.COMPILED);
        builder.withMethodBody(
                ConstantDescs.INIT_NAME,
                ConstantDescs.MTD_void,
                PUBLIC,
                code -> code.aload(0)
                        .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                        .return_());
        for (PlanFunction function : plan.functions()) {
            write(
                    builder,
                    function,
                    Kind.FUNCTION,
                    "function" + function.index(),
                    Types.function(function.parameters()));
            if (memo.slot(function) >= 0) {
                writeRemembered(builder, function);
            }
        }
        for (PlanFunction entrypoint : plan.entrypoints()) {
            write(builder, entrypoint, Kind.ENTRYPOINT, "entrypoint" + entrypoint.index(), Types.ENTRY);
        }
        builder.withMethodBody("run", Types.RUN, PUBLIC, this::writeRun);
        if (!byPath.isEmpty()) {
            builder.withMethodBody(DISPATCH, Types.DISPATCH, STATIC, this::writeDispatch);
        }
    }

    private void write(ClassBuilder builder, PlanFunction function, Kind kind, String name, MethodTypeDesc type) {
        Outline outline = new Outline(function, limit);
        for (int i = 0; i < outline.all().size(); i++) {
            partNames.put(outline.all().get(i), name + "part" + i);
        }
        builder.withMethodBody(
                name, type, STATIC, code -> new MethodWriter(code, this, function, kind, outline).writeWhole());
        for (Block part : outline.all()) {
            builder.withMethodBody(
                    Objects.requireNonNull(partNames.get(part)),
                    Types.PART,
                    STATIC,
                    code -> new MethodWriter(code, this, function, Kind.PART, outline).writePart(part));
        }
    }

    /** Gives the remembered result of a rule, or runs it and remembers. */
    private void writeRemembered(ClassBuilder builder, PlanFunction function) {
        builder.withMethodBody("remembered" + function.index(), Types.function(function.parameters()), STATIC, code -> {
            int slot = memo.slot(function);
            Label run = code.newLabel();
            code.aload(0)
                    .loadConstant(slot)
                    .invokevirtual(Types.EVALUATION, "remembered", MethodTypeDesc.of(Types.VALUE, CD_int))
                    .dup()
                    .astore(3)
                    .ifnull(run)
                    .aload(3)
                    .invokestatic(Types.EVALUATION, "result", Types.VALUE_OF_ONE)
                    .areturn()
                    .labelBinding(run)
                    .aload(0)
                    .aload(1)
                    .aload(2)
                    .invokestatic(Types.CODE, "function" + function.index(), Types.function(2))
                    .astore(3)
                    .aload(0)
                    .loadConstant(slot)
                    .aload(3)
                    .invokevirtual(Types.EVALUATION, "remember", MethodTypeDesc.of(CD_void, CD_int, Types.VALUE))
                    .aload(3)
                    .areturn();
        });
    }

    private void writeRun(CodeBuilder code) {
        Label none = code.newLabel();
        List<SwitchCase> cases = new ArrayList<>();
        for (PlanFunction entrypoint : plan.entrypoints()) {
            cases.add(SwitchCase.of(entrypoint.index(), code.newLabel()));
        }
        code.iload(1).tableswitch(0, cases.size() - 1, none, cases);
        for (PlanFunction entrypoint : plan.entrypoints()) {
            code.labelBinding(cases.get(entrypoint.index()).target())
                    .aload(2)
                    .aload(3)
                    .aload(4)
                    .invokestatic(Types.CODE, "entrypoint" + entrypoint.index(), Types.ENTRY)
                    .return_();
        }
        code.labelBinding(none).return_();
    }

    private void writeDispatch(CodeBuilder code) {
        Label none = code.newLabel();
        List<SwitchCase> cases = new ArrayList<>();
        byPath.values().stream().sorted().forEach(i -> cases.add(SwitchCase.of(i, code.newLabel())));
        code.iload(1).lookupswitch(none, cases);
        for (SwitchCase each : cases) {
            PlanFunction function = plan.function(each.caseValue());
            code.labelBinding(each.target())
                    .aload(0)
                    .aload(2)
                    .aload(3)
                    .invokestatic(Types.CODE, functionName(function), Types.function(2))
                    .areturn();
        }
        code.labelBinding(none).aconst_null().areturn();
    }
}
