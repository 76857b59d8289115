package org.wayleave.policy.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wayleave.engine.Policy;
import org.wayleave.engine.PolicyException;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoValue;
import org.wayleave.policy.opa.Formatting;
import org.wayleave.policy.opa.OpaCompiler;
import org.wayleave.policy.opa.OpaExecutable;
import org.wayleave.policy.opa.OpaSearch;
import org.wayleave.policy.opa.RealOpa;
import org.wayleave.policy.opa.RegoFault;
import org.wayleave.policy.opa.TestRun;
import org.wayleave.policy.parity.DecisionSample;
import org.wayleave.policy.parity.Parity;
import org.wayleave.policy.parity.ParityCheck;

class PackWithOpaTest {

    private static OpaCompiler compiler;

    @BeforeAll
    static void findOpa() {
        compiler = new OpaCompiler(RealOpa.required());
    }

    @ParameterizedTest
    @MethodSource("verticals")
    void theCommittedPlanIsWhatOpaMakesNow(String vertical) throws IOException {
        CommittedPlan.check(
                compiler,
                PolicyPack.bundled(vertical),
                Path.of("src/main/resources/org/wayleave/policy/pack", vertical, "plan.json"));
    }

    @ParameterizedTest
    @MethodSource("verticals")
    void everyUnitTestPasses(String vertical) {
        TestRun run = compiler.test(files(vertical));
        assertEquals(List.of(), run.faults());
        assertTrue(
                run.passed(),
                () -> run.results().stream()
                        .filter(result -> result.outcome() != TestRun.Outcome.PASSED)
                        .toList()
                        .toString());
        assertEquals(
                PolicyPack.bundled(vertical).files().stream()
                        .mapToInt(file -> file.outline().tests().size())
                        .sum(),
                run.results().size());
    }

    @ParameterizedTest
    @MethodSource("verticals")
    void everyFileIsInOpasForm(String vertical) {
        files(vertical)
                .forEach((name, text) ->
                        assertEquals(new Formatting.Formatted(text), compiler.format(name, text), name));
    }

    @ParameterizedTest
    @MethodSource("verticals")
    void everyRuleReadsOnlyWhatTheDecisionDocumentHas(String vertical) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        PolicyPack.bundled(vertical).sources().forEach(file -> sources.put(file.name(), file.text()));
        String schema = Files.readString(Path.of("../docs/schemas/decision.schema.json"));
        assertEquals(List.of(), compiler.check(sources, schema));
        List<RegoFault> faults = compiler.check(
                Map.of("typo.rego", "package wayleave.typo\n\nx if input.person.ageband == \"18-24\"\n"), schema);
        assertTrue(faults.getFirst().message().contains("undefined ref"), faults::toString);
    }

    @ParameterizedTest
    @MethodSource("verticals")
    void theEngineDecidesAsOpaDoesOnOddDocumentsThatReachEveryRule(String vertical) {
        PolicyPack pack = PolicyPack.bundled(vertical);
        String catalogue = BundledCatalogue.json(vertical);
        String settings = PolicyPack.bundledSettings(vertical);
        Policy policy = pack.engine(catalogue, settings);
        List<DecisionSample> samples = new ArrayList<>();
        Set<String> missing = new TreeSet<>();
        pack.rules().forEach(rule -> missing.add(rule.id()));
        for (long seed = 1; samples.size() < 600; seed++) {
            VerticalDocuments random = new VerticalDocuments(vertical, seed);
            String input = random.document(random.known());
            String answer = answer(policy, input);
            if (!answer.isEmpty()) {
                samples.add(new DecisionSample(input, answer));
                missing.removeIf(rule -> answer.contains("\"rule\":\"" + rule + "\""));
            }
        }
        assertEquals(Set.of(), missing, "rules that no document reaches");
        OpaExecutable opa = RealOpa.required();
        Parity parity = new ParityCheck(new OpaSearch(Optional.of(opa), "OPA " + opa.version()))
                .check(pack, catalogue, settings, samples);
        assertEquals(Parity.Status.CHECKED, parity.status(), parity.reason());
        assertEquals(0, parity.mismatches(), () -> parity.examples().toString());
    }

    /** What the engine answers; empty when the document is so odd that deciding it is an error. */
    private static String answer(Policy policy, String input) {
        try {
            RegoValue answer = policy.decide(PolicyPack.SEND, RegoJson.parse(input));
            return answer == null ? "" : RegoJson.write(answer);
        } catch (PolicyException odd) {
            return "";
        }
    }

    static List<String> verticals() {
        return PolicyPack.verticals();
    }

    private static Map<String, String> files(String vertical) {
        Map<String, String> files = new LinkedHashMap<>();
        PolicyPack.bundled(vertical).files().forEach(file -> files.put(file.name(), file.text()));
        return files;
    }
}
