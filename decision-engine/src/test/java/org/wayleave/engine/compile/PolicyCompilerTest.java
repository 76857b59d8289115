package org.wayleave.engine.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wayleave.engine.PolicyBundle;
import org.wayleave.engine.builtin.BuiltinCaches;
import org.wayleave.engine.builtin.BuiltinContext;
import org.wayleave.engine.builtin.Builtins;
import org.wayleave.engine.compliance.ComplianceCase;
import org.wayleave.engine.compliance.ComplianceTest;
import org.wayleave.engine.evaluate.Evaluation;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanReader;
import org.wayleave.engine.value.RegoValue;

/** Compiled code cut into the smallest parts, so that every way of leaving a part is taken, with every body indexed. */
class PolicyCompilerTest {
    private static final int TINY = 60;

    @Test
    void partsOfFunctionsBehaveAsTheWhole() throws IOException {
        assumeTrue(Files.exists(ComplianceTest.CASES), "the compliance cases are planned where there is a Go");
        List<String> problems = new ArrayList<>();
        int run = 0;
        int parts = 0;
        for (ComplianceCase each : ComplianceCase.read(ComplianceTest.CASES)) {
            boolean absent = each.calls().stream()
                    .anyMatch(name -> ComplianceTest.ABSENT.keySet().stream().anyMatch(name::startsWith));
            if (absent || each.version().equals("v0")) {
                continue;
            }
            int[] count = new int[1];
            String problem = each.problem((bundle, strict, input) -> runInParts(bundle, strict, input, count));
            run++;
            parts += count[0];
            if (problem != null) {
                problems.add(each.note() + ": " + problem);
            }
        }
        assertEquals(List.of(), problems.stream().limit(5).toList(), problems.size() + " of " + run);
        assertTrue(parts > run, "functions are in fact cut into parts, " + parts);
    }

    private static List<RegoValue> runInParts(
            PolicyBundle bundle, boolean strict, @Nullable RegoValue input, int[] parts) {
        Plan plan = PlanReader.read(bundle.planJson(), new Builtins()::find);
        FunctionFacts facts = new FunctionFacts(plan);
        PolicyWriter writer =
                new PolicyWriter(plan, bundle.data(), facts, new KnownRules(plan, bundle.data(), facts), TINY, 1);
        byte[] bytes = writer.write();
        assertEquals(List.of(), ClassFile.of().verify(bytes));
        parts[0] = (int) ClassFile.of().parse(bytes).methods().stream()
                .filter(m -> m.methodName().stringValue().contains("part"))
                .count();
        Evaluation evaluation = new Evaluation(
                new BuiltinContext.Surroundings(InstantSource.system(), 0, line -> {}, new BuiltinCaches()),
                writer.memoSlots(),
                strict,
                Long.MAX_VALUE,
                0);
        try {
            PolicyCompiler.define(bytes, writer).run(0, evaluation, input, bundle.data());
        } catch (NotCompilableException e) {
            throw new IllegalStateException(e);
        }
        evaluation.results().forEach(RegoValue::seal);
        return evaluation.results();
    }
}
