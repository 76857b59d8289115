package org.wayleave.policy.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wayleave.engine.Policy;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoValue;
import org.wayleave.policy.opa.OpaExecutable;
import org.wayleave.policy.opa.OpaSearch;
import org.wayleave.policy.opa.RealOpa;
import org.wayleave.policy.pack.BundledCatalogue;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.policy.pack.RuleInfo;

class ParityCheckTest {

    private static final PolicyPack PACK = PolicyPack.bundled("retail");
    private static final String SETTINGS = PolicyPack.bundledSettings("retail");
    private static final String CATALOGUE = BundledCatalogue.json("retail");
    private static final List<DecisionSample> SAMPLES = samples(1_000);

    @Test
    void theEngineDecidesAsOpaDoesOnRandomDocuments() {
        OpaExecutable opa = RealOpa.required();
        List<DecisionSample> samples = SAMPLES;
        Parity parity = check(opa).check(PACK, CATALOGUE, SETTINGS, samples);
        assertEquals(Parity.Status.CHECKED, parity.status(), parity.reason());
        assertEquals(1_000, parity.sampled());
        assertEquals(0, parity.mismatches(), () -> parity.examples().toString());
    }

    @Test
    void aChangedDecisionIsFound() {
        OpaExecutable opa = RealOpa.required();
        List<DecisionSample> samples = new ArrayList<>(SAMPLES.subList(0, 20));
        samples.set(7, new DecisionSample(samples.get(7).inputJson(), "{\"allow\":true}"));
        Parity parity = check(opa).check(PACK, CATALOGUE, SETTINGS, samples);
        assertEquals(1, parity.mismatches());
        assertEquals(7, parity.examples().getFirst().sample());
    }

    @Test
    void withoutOpaNothingIsCheckedAndTheReasonSaysWhatToInstall() {
        OpaSearch none = new OpaSearch(Optional.empty(), "Install OPA 1.22 on the PATH.");
        Parity parity = new ParityCheck(none).check(PACK, CATALOGUE, SETTINGS, SAMPLES.subList(0, 3));
        assertEquals(Parity.Status.NOT_CHECKED, parity.status());
        assertEquals(0, parity.sampled());
        assertTrue(parity.reason().contains("Install OPA 1.22"), parity.reason());
    }

    /** So that the comparison means something: each rule objects somewhere, and something is allowed. */
    @Test
    void theRandomDocumentsReachEveryRule() {
        Set<String> reached = new HashSet<>();
        for (DecisionSample sample : SAMPLES) {
            reached.add(sample.resultJson().contains("\"allow\":true") ? "allowed" : "blocked");
            for (RuleInfo rule : PACK.rules()) {
                if (sample.resultJson().contains("\"rule\":\"" + rule.id() + "\"")) {
                    reached.add(rule.id());
                }
            }
        }
        Set<String> expected = new HashSet<>(Set.of("allowed", "blocked"));
        PACK.rules().forEach(rule -> expected.add(rule.id()));
        assertEquals(expected, reached);
    }

    private static ParityCheck check(OpaExecutable opa) {
        return new ParityCheck(new OpaSearch(Optional.of(opa), "OPA " + opa.version()));
    }

    private static List<DecisionSample> samples(int count) {
        Policy policy = PACK.engine(CATALOGUE, SETTINGS);
        Random random = new Random(20260302);
        List<DecisionSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String input = document(random, i);
            RegoValue result = policy.decide(PolicyPack.SEND, RegoJson.parse(input));
            assertNotNull(result, input);
            samples.add(new DecisionSample(input, RegoJson.write(result)));
        }
        return samples;
    }

    private static String document(Random random, int i) {
        String channel = any(random, "email", "sms", "push", "web", "ads", "fax");
        String purpose = any(random, "marketing", "marketing", "service", "personalisation", "loyalty");
        String topic = any(random, "offers", "offers", "news", "stock-alerts", "wellbeing", "general");
        String element = any(
                random,
                "\"purchase-history\"",
                "\"told-goals\"",
                "\"browsing-history\"",
                "\"product-affinity\",\"email-token\"",
                "\"inferred-wellbeing-status\"",
                "\"shoe-size\"",
                "");
        return String.format(
                        Locale.ROOT,
                        """
                        {"person":{"id":"p%06d","ageBand":"%s","country":"NL","flags":[%s],
                         "consent":{"channel":{"%s":%s},"purpose":{"%s":%s,"personalisation":%s},"category":{"%s":%s}},
                         "contacts":{"day":%d,"week":%d,"topicWeek":{"%s":%d}},"features":{},
                         "dataAge":{"purchase-history":%d,"browsing-history":%d}%s},
                         "action":{"id":"a","channel":"%s","purpose":"%s","topic":"%s","dataElements":[%s],"rung":"%s",
                         "creative":{"id":"c%d","sensitive":%b,"approved":%b}%s},
                         "context":{"time":"2026-03-04T10:00:00Z","localHour":%d,"weekday":3,
                         "journey":{"id":"j","version":1},"step":"s","arm":"treated"}}\
                        """,
                        i,
                        any(random, "25-34", "45-54", "65-plus", "25-34", "16-17", "unheard-of"),
                        any(random, "", "", "", "\"suppressed\"", "\"vulnerable\"", "\"deceased\",\"vulnerable\""),
                        channel,
                        consent(random),
                        purpose,
                        consent(random),
                        consent(random),
                        topic,
                        consent(random),
                        random.nextInt(3),
                        random.nextInt(7),
                        topic,
                        random.nextInt(5),
                        random.nextInt(1_500),
                        random.nextInt(250),
                        i % 50 == 0 ? ",\"age\":null" : "",
                        channel,
                        purpose,
                        topic,
                        element,
                        any(random, "personalised", "contextual", "generic"),
                        i,
                        random.nextBoolean(),
                        random.nextBoolean(),
                        any(random, "", "", ",\"model\":{\"id\":\"propensity\",\"version\":1}"),
                        random.nextInt(24))
                .replace(i % 97 == 5 ? "\"flags\":[" : "\u0000", "\"marks\":[");
    }

    private static String consent(Random random) {
        return switch (random.nextInt(8)) {
            case 0 ->
                "{\"state\":\"denied\",\"time\":\"2026-02-28T23:59:59Z\",\"policyVersion\":\"1\",\"source\":\"web\"}";
            case 1 ->
                "{\"state\":\"expired\",\"time\":\"2025-11-05T00:00:00Z\",\"policyVersion\":\"1\",\"source\":\"\"}";
            case 2 -> "{\"state\":\"unknown\",\"time\":\"\",\"policyVersion\":\"\",\"source\":\"\"}";
            default ->
                "{\"state\":\"granted\",\"time\":\"2026-01-01T08:00:00Z\",\"policyVersion\":\"2\",\"source\":\"app\"}";
        };
    }

    private static String any(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
