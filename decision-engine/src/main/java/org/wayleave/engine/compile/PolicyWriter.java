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
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wayleave.engine.compile.MethodWriter.Kind;
import org.wayleave.engine.evaluate.ResultCache;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.value.KeyTables;
import org.wayleave.engine.value.RegoValue;

/** Writes the class of a policy. */
final class PolicyWriter {
    private static final int FIRST_ARGUMENT = 2; // behind input and data
    private static final int MOST_ARGUMENTS = 3;

    private static final int FINAL_CLASS = ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC;
    private static final int STATIC = ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE | ClassFile.ACC_SYNTHETIC;
    private static final int PUBLIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC;

    private final Plan plan;
    private final RegoValue data;
    private final int limit;
    private final int fewestIndexed;
    private final Constants constants = new Constants();
    private final KeyTables keyTables = new KeyTables();
    private final Map<List<String>, Integer> byPath = new HashMap<>();
    private final FunctionFacts facts;
    private final KnownRules rules;
    private final MemoPlan memo;

    /**
     * A class to be written.
     *
     * @param limit bytes of code beyond which a function is cut into parts
     * @param fewestIndexed bodies from which on a function's bodies are indexed
     */
    PolicyWriter(Plan plan, RegoValue data, FunctionFacts facts, KnownRules rules, int limit, int fewestIndexed) {
        this.plan = plan;
        this.data = data;
        this.limit = limit;
        this.fewestIndexed = fewestIndexed;
        this.facts = facts;
        this.rules = rules;
        this.memo = new MemoPlan(plan, rules, facts.replacesData());
        for (PlanFunction function : plan.functions()) {
            if (!function.path().isEmpty() && function.isRule()) {
                byPath.putIfAbsent(function.path(), function.index());
            }
        }
    }

    Plan plan() {
        return plan;
    }

    Constants constants() {
        return constants;
    }

    KeyTables keyTables() {
        return keyTables;
    }

    int memoSlots() {
        return memo.slots();
    }

    Map<List<String>, Integer> functionsByPath() {
        return byPath;
    }

    /**
     * The method to call for a function.
     *
     * @param ownData whether it is called with the policy's own data, and not what a {@code with} has put in its place
     */
    String functionName(PlanFunction function, boolean ownData) {
        if (memo.slot(function) >= 0) {
            return remembering(bareName(function, ownData));
        }
        return ownData && isCached(function) ? caching(bareName(function, true)) : bareName(function, ownData);
    }

    private static String bareName(PlanFunction function, boolean ownData) {
        return (ownData ? "function" : "general") + function.index();
    }

    private static String remembering(String bareName) {
        return bareName + "remembered";
    }

    private static String caching(String bareName) {
        return bareName + "cached";
    }

    String dispatchName(boolean ownData) {
        return ownData ? "dispatch" : "dispatchGeneral";
    }

    /** Whether what a function gave is worth keeping beyond a decision. */
    private boolean isCached(PlanFunction function) {
        int arguments = function.parameters() - FIRST_ARGUMENT;
        return arguments >= 1 && arguments <= MOST_ARGUMENTS && facts.ignoresInput(function) && facts.isHeavy(function);
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
        writeFunctions(builder, true);
        if (facts.replacesData()) {
            writeFunctions(builder, false);
        }
        for (PlanFunction entrypoint : plan.entrypoints()) {
            write(builder, entrypoint, Kind.ENTRYPOINT, "entrypoint" + entrypoint.index(), true, Types.ENTRY);
        }
        builder.withMethodBody("run", Types.RUN, PUBLIC, this::writeRun);
    }

    private void writeFunctions(ClassBuilder builder, boolean ownData) {
        for (PlanFunction function : plan.functions()) {
            String name = bareName(function, ownData);
            write(builder, function, Kind.FUNCTION, name, ownData, Types.function(function.parameters()));
            if (memo.slot(function) >= 0) {
                builder.withMethodBody(
                        remembering(name), Types.function(2), STATIC, code -> writeRemembered(code, function, name));
            } else if (ownData && isCached(function)) {
                builder.withMethodBody(
                        caching(name),
                        Types.function(function.parameters()),
                        STATIC,
                        code -> writeCached(code, function, name));
            }
        }
        if (!byPath.isEmpty()) {
            builder.withMethodBody(dispatchName(ownData), Types.DISPATCH, STATIC, code -> writeDispatch(code, ownData));
        }
    }

    private void write(
            ClassBuilder builder, PlanFunction planned, Kind kind, String name, boolean ownData, MethodTypeDesc type) {
        PlanFunction function = Renaming.of(planned);
        FunctionShape shape = new FunctionShape(function);
        KnownValues known = new KnownValues(plan, function, shape, ownData ? data : null, ownData ? rules : null);
        BodyIndex index = BodyIndex.of(function, planned.locals(), shape, known, fewestIndexed);
        CompiledFunction of =
                new CompiledFunction(function, name, ownData, shape, known, new Outline(function, limit), index);
        builder.withMethodBody(name, type, STATIC, code -> new MethodWriter(code, this, of, kind).writeWhole());
        for (Block part : of.outline().all()) {
            builder.withMethodBody(
                    of.partName(part),
                    Types.PART,
                    STATIC,
                    code -> new MethodWriter(code, this, of, Kind.PART).writePart(part));
        }
    }

    /** Gives the remembered result of a rule, or runs it and remembers. */
    private void writeRemembered(CodeBuilder code, PlanFunction function, String name) {
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
                .invokestatic(Types.CODE, name, Types.function(2))
                .astore(3)
                .aload(0)
                .loadConstant(slot)
                .aload(3)
                .invokevirtual(Types.EVALUATION, "remember", MethodTypeDesc.of(CD_void, CD_int, Types.VALUE))
                .aload(3)
                .areturn();
    }

    /** Gives what a function gave for the same arguments in whatever decision, or runs it and keeps that. */
    private void writeCached(CodeBuilder code, PlanFunction function, String name) {
        DynamicConstantDesc<?> cache = constants.of(new ResultCache(), ResultCache.class);
        int result = 1 + function.parameters();
        Label run = code.newLabel();
        code.ldc(cache);
        arguments(code, function);
        code.invokevirtual(Types.CACHE, "find", Types.VALUE_OF_THREE)
                .dup()
                .astore(result)
                .ifnull(run)
                .aload(result)
                .invokestatic(Types.EVALUATION, "result", Types.VALUE_OF_ONE)
                .areturn()
                .labelBinding(run)
                .aload(0);
        for (int i = 0; i < function.parameters(); i++) {
            code.aload(1 + i);
        }
        code.invokestatic(Types.CODE, name, Types.function(function.parameters()))
                .astore(result)
                .ldc(cache);
        arguments(code, function);
        code.aload(result)
                .invokevirtual(
                        Types.CACHE,
                        "keep",
                        MethodTypeDesc.of(CD_void, Types.VALUE, Types.VALUE, Types.VALUE, Types.VALUE))
                .aload(result)
                .areturn();
    }

    private static void arguments(CodeBuilder code, PlanFunction function) {
        for (int i = 0; i < MOST_ARGUMENTS; i++) {
            if (FIRST_ARGUMENT + i < function.parameters()) {
                code.aload(1 + FIRST_ARGUMENT + i);
            } else {
                code.aconst_null();
            }
        }
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

    private void writeDispatch(CodeBuilder code, boolean ownData) {
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
                    .invokestatic(Types.CODE, functionName(function, ownData), Types.function(2))
                    .areturn();
        }
        code.labelBinding(none).aconst_null().areturn();
    }
}
