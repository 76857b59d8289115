package org.wayleave.policy.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wayleave.policy.opa.Formatting;
import org.wayleave.policy.opa.OpaCompiler;
import org.wayleave.policy.opa.RealOpa;
import org.wayleave.policy.opa.RegoFault;
import org.wayleave.policy.opa.TestRun;

class RetailPackWithOpaTest {

    private static OpaCompiler compiler;

    @BeforeAll
    static void findOpa() {
        compiler = new OpaCompiler(RealOpa.required());
    }

    @Test
    void theCommittedPlanIsWhatOpaMakesNow() throws IOException {
        CommittedPlan.check(
                compiler,
                PolicyPack.bundled("retail"),
                Path.of("src/main/resources/org/wayleave/policy/pack/retail/plan.json"));
    }

    @Test
    void everyUnitTestPasses() {
        TestRun run = compiler.test(files());
        assertEquals(List.of(), run.faults());
        assertTrue(
                run.passed(),
                () -> run.results().stream()
                        .filter(result -> result.outcome() != TestRun.Outcome.PASSED)
                        .toList()
                        .toString());
        assertEquals(
                PolicyPack.bundled("retail").files().stream()
                        .mapToInt(file -> file.outline().tests().size())
                        .sum(),
                run.results().size());
    }

    @Test
    void everyFileIsInOpasForm() {
        files().forEach((name, text) ->
                assertEquals(new Formatting.Formatted(text), compiler.format(name, text), name));
    }

    @Test
    void everyRuleReadsOnlyWhatTheDecisionDocumentHas() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        PolicyPack.bundled("retail").sources().forEach(file -> sources.put(file.name(), file.text()));
        String schema = Files.readString(Path.of("../docs/schemas/decision.schema.json"));
        assertEquals(List.of(), compiler.check(sources, schema));
        List<RegoFault> faults = compiler.check(
                Map.of("typo.rego", "package wayleave.typo\n\nx if input.person.ageband == \"18-24\"\n"), schema);
        assertTrue(faults.getFirst().message().contains("undefined ref"), faults::toString);
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        PolicyPack.bundled("retail").files().forEach(file -> files.put(file.name(), file.text()));
        return files;
    }
}
