package org.wayleave.policy.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wayleave.engine.Policy;
import org.wayleave.engine.PolicyException;
import org.wayleave.engine.batch.BatchPolicy;
import org.wayleave.engine.batch.BatchResult;
import org.wayleave.engine.batch.BatchRows;
import org.wayleave.engine.batch.BatchSchema;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoValue;

class PackBatchTest {
    private static final int ROWS = 60;
    private static final BatchSchema SCHEMA = DecisionDocument.batches();

    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("verticals")
    void oddDocumentsDecideInColumnsAsTheyDoCompiled(String vertical) {
        Policy policy = PolicyPack.bundled(vertical)
                .engine(BundledCatalogue.json(vertical), PolicyPack.bundledSettings(vertical));
        assertEquals(List.of(), differences(vertical, policy, 1, 150));
    }

    @ParameterizedTest
    @MethodSource("verticals")
    void oddSettingsAndCataloguesDecideInColumnsAsTheyDoCompiled(String vertical) throws JsonProcessingException {
        List<String> differences = new ArrayList<>();
        for (long seed = 1; seed <= 12; seed++) {
            VerticalDocuments random = new VerticalDocuments(vertical, seed);
            ObjectNode catalogue = (ObjectNode) mapper.readTree(BundledCatalogue.json(vertical));
            ObjectNode settings = (ObjectNode) mapper.readTree(PolicyPack.bundledSettings(vertical));
            for (int i = 0; i < 3; i++) {
                random.spoil(catalogue);
                random.spoil(settings);
            }
            Policy policy = PolicyPack.bundled(vertical).engine(catalogue.toString(), settings.toString());
            differences.addAll(differences(vertical, policy, 1000 * seed, 8));
        }
        assertEquals(List.of(), differences);
    }

    @Test
    void columnsDecideEveryDocumentThatIsAsTheSchemaSays() {
        String vertical = "retail";
        Policy policy = PolicyPack.bundled(vertical)
                .engine(BundledCatalogue.json(vertical), PolicyPack.bundledSettings(vertical));
        RegoValue document = RegoJson.parse("""
            {"person": {"id": "p1", "ageBand": "25-34", "country": "SE", "flags": ["vulnerable"], "consent": {"channel":
             {"email": {"state": "expired", "time": "2024-02-03T04:05:06Z", "policyVersion": "", "source": ""}},
             "purpose": {}, "category": {}}, "contacts": {"day": 2, "week": 5, "topicWeek": {"offers": 4}}, "features": {},
             "dataAge": {"purchase-history": 9000}},
             "action": {"id": "a", "channel": "email", "purpose": "marketing", "topic": "offers", "dataElements":
             ["purchase-history"], "rung": "personalised", "creative": {"id": "c", "sensitive": false, "approved": false}},
             "context": {"time": "2026-03-02T23:00:00Z", "localHour": 23, "weekday": 1, "journey": {"id": "j",
             "version": 1}, "step": "s", "arm": ""}}
            """);
        BatchPolicy batch = policy.batch(PolicyPack.SEND, SCHEMA, document);
        assertNull(batch.whyLeft());
        BatchRows rows = batch.rows(1);
        BatchResult result = batch.result(1);
        rows.set(0, document);
        batch.decide(rows, 0, 1, result);
        assertEquals(0, result.left());
        assertEquals(
                List.of(
                        "cap-day",
                        "cap-topic",
                        "cap-week",
                        "consent-category",
                        "consent-channel",
                        "consent-purpose",
                        "creative-approval",
                        "quiet-hours",
                        "retention",
                        "topic-diversity"),
                result.firedRules(0));
        assertEquals("expired", result.consent(0));
        assertTrue(result.agrees(0, policy.decide(PolicyPack.SEND, document)));
    }

    static List<String> verticals() {
        return PolicyPack.verticals();
    }

    private static List<String> differences(String vertical, Policy policy, long from, int batches) {
        List<String> differences = new ArrayList<>();
        int left = 0;
        for (long seed = from; seed < from + batches; seed++) {
            VerticalDocuments random = new VerticalDocuments(vertical, seed);
            ObjectNode known = random.known();
            BatchPolicy batch = policy.batch(PolicyPack.SEND, SCHEMA, RegoJson.parse(known.toString()));
            BatchRows rows = batch.rows(ROWS);
            BatchResult result = batch.result(ROWS);
            for (int row = 0; row < ROWS; row++) {
                rows.set(row, RegoJson.parse(random.document(known)));
            }
            batch.decide(rows, 0, ROWS, result);
            left += result.left();
            for (int row = 0; row < ROWS; row++) {
                compare(policy, rows.document(row), result, row, differences);
            }
        }
        assertTrue(
                left < batches * ROWS / 2, left + " rows of " + batches * ROWS + " were left to the compiled policy");
        return differences;
    }

    private static void compare(
            Policy policy, @Nullable RegoValue document, BatchResult result, int row, List<String> differences) {
        try {
            RegoValue answer = policy.decide(PolicyPack.SEND, document);
            if (!result.agrees(row, answer)) {
                differences.add(document + "\ncompiled " + answer + "\nin columns " + result.firedRules(row));
            }
        } catch (PolicyException e) {
            PolicyException failure = result.failure(row);
            if (failure == null || failure.code() != e.code()) {
                differences.add(document + "\ncompiled " + e.code() + "\nin columns " + failure);
            }
        }
    }
}
