package org.wayleave.policy.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wayleave.policy.opa.Formatting;
import org.wayleave.policy.opa.OpaCompiler;
import org.wayleave.policy.opa.RealOpa;
import org.wayleave.policy.opa.TestRun;
import org.wayleave.policy.pack.BundledCatalogue;
import org.wayleave.policy.pack.CommittedPlan;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.policy.pack.RuleInfo;

class DesignCheckTest {

    private static final PolicyPack PACK = DesignCheck.bundledPack();
    private static final String SETTINGS = PolicyPack.bundledSettings("retail");

    /** One message, no holdout, an inferred guess about wellbeing, an unapproved creative and a model without a card. */
    private static final String RECKLESS = """
        { "id": "reckless", "title": "Reckless", "steps": [
            { "id": "start", "type": "entry" },
            { "id": "push-it", "type": "message", "ladder": [
              { "kind": "personalised", "action": { "channel": "push", "purpose": "marketing", "topic": "wellbeing",
                "dataElements": ["inferred-wellbeing-status"], "model": { "id": "uplift", "version": 1 },
                "creative": { "id": "c9", "sensitive": false, "approved": false } } } ] } ],
          "edges": [ { "from": "start", "port": "next", "to": "push-it" },
                     { "from": "push-it", "port": "granted", "to": "push-it" } ] }\
        """;

    @Test
    void theCommittedPlanIsWhatOpaMakesNow() throws IOException {
        CommittedPlan.check(
                new OpaCompiler(RealOpa.required()),
                PACK,
                Path.of("src/main/resources/org/wayleave/policy/check/design/plan.json"));
    }

    @Test
    void everyUnitTestPassesAndEveryFileIsInOpasForm() {
        OpaCompiler compiler = new OpaCompiler(RealOpa.required());
        TestRun run = compiler.test(files());
        assertEquals(List.of(), run.faults());
        assertTrue(run.passed(), run.results()::toString);
        files().forEach((name, text) ->
                assertEquals(new Formatting.Formatted(text), compiler.format(name, text), name));
    }

    @Test
    void aRecklessJourneyIsFoundOut() {
        List<Finding> findings = DesignCheck.bundled()
                .run(new DesignInput(List.of(RECKLESS), BundledCatalogue.json("retail"), SETTINGS));
        Set<String> codes = findings.stream().map(Finding::code).collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "creative-not-approved",
                        "data-outside-purpose",
                        "data-outside-uses",
                        "dpia-missing",
                        "inferred-sensitive",
                        "ladder-needs-consent",
                        "loop-without-wait",
                        "model-without-card",
                        "no-exit",
                        "no-holdout"),
                codes);
        Finding last = findings.getLast();
        assertEquals("no-holdout", last.code(), "warnings come after errors");
        assertEquals(Severity.WARNING, last.severity());
        assertEquals("No holdout", last.title());
        assertEquals("reckless", last.document());
    }

    @Test
    void assessmentCardAndApprovalSettleWhatTheyAreAbout() {
        DesignInput input = new DesignInput(
                List.of(RECKLESS),
                BundledCatalogue.json("retail"),
                SETTINGS,
                List.of(new DesignInput.Assessment("d1", "approved", List.of("reckless"))),
                List.of(new DesignInput.ModelCard("m1", "active", "uplift")),
                List.of(new DesignInput.Approval("creative", "c9")));
        Set<String> codes =
                DesignCheck.bundled().run(input).stream().map(Finding::code).collect(Collectors.toSet());
        assertFalse(codes.contains("dpia-missing"));
        assertFalse(codes.contains("model-without-card"));
        assertFalse(codes.contains("creative-not-approved"));
        assertTrue(codes.contains("inferred-sensitive"));
    }

    @Test
    void atLeastTenRulesAreExplained() {
        List<RuleInfo> rules = PACK.rules();
        assertTrue(rules.size() >= 10, rules::toString);
        rules.forEach(rule -> assertTrue(rule.description().endsWith("."), rule.id()));
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        PACK.files().forEach(file -> files.put(file.name(), file.text()));
        return files;
    }
}
