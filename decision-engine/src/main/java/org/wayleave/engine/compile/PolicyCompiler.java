package org.wayleave.engine.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.value.RegoValue;

/**
 * Compiles plans. The class is hidden, so that it unloads with its policy, and is verified when it is defined. No method
 * is larger than HotSpot's just-in-time compiler takes, where the plan allows that.
 */
public final class PolicyCompiler {
    /** HotSpot leaves larger methods to its interpreter. */
    static final int LARGEST_METHOD = 8_000;

    private static final int[] LIMITS = {6_000, 3_000, 1_200};

    private PolicyCompiler() {}

    /** A compiled policy with the number of results that an evaluation has to be able to remember. */
    public record Result(CompiledPolicy policy, int memoSlots) {}

    /**
     * Compiles a plan over a data document.
     *
     * @param dump a folder that gets the class file, for a look with {@code javap}; empty for none
     * @throws NotCompilableException when the plan has to be interpreted
     */
    public static Result compile(Plan plan, RegoValue data, Optional<Path> dump) throws NotCompilableException {
        IllegalArgumentException failure = null;
        FunctionFacts facts = new FunctionFacts(plan);
        KnownRules rules = new KnownRules(plan, data, facts);
        for (int limit : LIMITS) {
            PolicyWriter writer = new PolicyWriter(plan, data, facts, rules, limit, BodyIndex.FEWEST);
            byte[] bytes;
            try {
                bytes = writer.write();
            } catch (IllegalArgumentException e) {
                failure = e; // a method beyond what a class file can hold; smaller parts may fit
                continue;
            }
            if (largestMethod(bytes) <= LARGEST_METHOD || limit == LIMITS[LIMITS.length - 1]) {
                dump.ifPresent(folder -> dump(folder, bytes));
                return new Result(define(bytes, writer), writer.memoSlots());
            }
        }
        throw new NotCompilableException("The plan does not fit into a class file: "
                + (failure == null ? "its methods are too large" : failure.getMessage()));
    }

    /** The size in bytes of the largest method. */
    static int largestMethod(byte[] bytes) {
        return ClassFile.of().parse(bytes).methods().stream()
                .flatMap(m -> m.code().stream())
                .mapToInt(c -> c instanceof CodeAttribute a ? a.codeLength() : 0)
                .max()
                .orElse(0);
    }

    static CompiledPolicy define(byte[] bytes, PolicyWriter writer) throws NotCompilableException {
        try {
            return (CompiledPolicy) MethodHandles.lookup()
                    .defineHiddenClassWithClassData(bytes, writer.constants().objects(), true)
                    .lookupClass()
                    .getConstructor()
                    .newInstance();
        } catch (IllegalAccessException
                | NoSuchMethodException
                | InstantiationException
                | InvocationTargetException
                | LinkageError e) {
            NotCompilableException wrapped =
                    new NotCompilableException("The compiled class is refused: " + e.getMessage());
            wrapped.initCause(e);
            throw wrapped;
        }
    }

    private static void dump(Path folder, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("PolicyCode.class"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The class file cannot be written to " + folder + ".", e);
        }
    }
}
