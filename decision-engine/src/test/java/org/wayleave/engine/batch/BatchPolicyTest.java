package org.wayleave.engine.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.wayleave.engine.Policy;
import org.wayleave.engine.PolicyBundle;
import org.wayleave.engine.PolicyException;
import org.wayleave.engine.PolicyOptions;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoValue;

class BatchPolicyTest {
    private static final String SCHEMA = """
            {"type": "object", "required": ["person", "action", "time"], "properties": {
              "person": {"type": "object", "required": ["contacts", "flags", "consent", "seen"], "properties": {
                "contacts": {"type": "object", "required": ["day"], "properties": {"day": {"type": "integer"}}},
                "flags": {"type": "array", "items": {"type": "string"}},
                "consent": {"type": "object", "additionalProperties": {"$ref": "#/definitions/consent"}},
                "seen": {"type": "string"}}},
              "action": {"type": "object"}, "time": {"type": "string"}},
             "definitions": {"consent": {"type": "object", "required": ["state"], "properties": {"state": {"type": "string"}}}}}
            """;

    private static final RegoValue KNOWN = RegoJson.parse("{\"action\": {\"purpose\": \"marketing\"}}");
    private static final long DAY = 86_400_000_000_000L;

    private static Path fixture() throws URISyntaxException {
        return Path.of(BatchPolicyTest.class.getResource("send.tar.gz").toURI());
    }

    private static Policy policy() throws URISyntaxException {
        return Policy.load(PolicyBundle.read(fixture()));
    }

    private static BatchSchema schema() {
        return BatchSchema.of(SCHEMA, List.of("person", "time"));
    }

    private static BatchPolicy batch() throws URISyntaxException {
        return policy().batch("shop/send", schema(), KNOWN);
    }

    private static RegoValue document(String contacts, String flags, String state, String seen) {
        return RegoJson.parse(
                "{\"action\": {\"purpose\": \"marketing\"}, \"time\": \"2026-03-02T08:00:00Z\", \"person\":"
                        + " {\"contacts\": " + contacts + ", \"flags\": " + flags
                        + ", \"consent\": {\"marketing\": {\"state\": \""
                        + state + "\"}}, \"seen\": \"" + seen + "\"}}");
    }

    private static RegoValue document(int day, String state) {
        return document("{\"day\": " + day + "}", "[]", state, "2026-02-01T00:00:00Z");
    }

    private static int column(BatchPolicy batch, String path) {
        for (int i = 0; i < batch.columns().size(); i++) {
            if (batch.columns().get(i).path().equals(path)) {
                return i;
            }
        }
        throw new AssertionError("There is no column " + path + " among " + batch.columns());
    }

    @Test
    void saysWhichColumnsDecide() throws URISyntaxException {
        List<String> columns = batch().columns().stream()
                .map(c -> c.path() + " " + c.kind())
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "input.person.consent.marketing.state TEXT",
                        "input.person.contacts.day WHOLE",
                        "input.person.flags TEXTS",
                        "time.parse_rfc3339_ns(input.person.seen) WHOLE",
                        "time.parse_rfc3339_ns(input.time) WHOLE"),
                columns);
        assertEquals(List.of("cap-day", "consent", "flagged", "stale"), batch().rules());
    }

    @Test
    void namesTheRulesThatObjectAndTheConsent() throws URISyntaxException {
        BatchPolicy batch = batch();
        BatchRows rows = batch.rows(4);
        BatchResult result = batch.result(4);
        rows.set(0, document(0, "granted"));
        rows.set(1, document(3, "denied"));
        rows.set(2, document("{\"day\": 1}", "[\"deceased\", \"vip\"]", "granted", "2024-02-01T00:00:00Z"));
        rows.set(3, document(1, "odd"));
        batch.decide(rows, 0, 4, result);
        assertEquals(0, result.left());
        assertTrue(result.allowed(0));
        assertEquals(List.of(), result.firedRules(0));
        assertEquals("granted", result.consent(0));
        assertFalse(result.allowed(1));
        assertEquals(List.of("cap-day", "consent"), result.firedRules(1));
        assertEquals("denied", result.consent(1));
        assertEquals(0b1100, result.fired(2));
        assertEquals("unknown", result.consent(3));
        for (int row = 0; row < 4; row++) {
            assertTrue(result.agrees(row, policy().decide("shop/send", rows.document(row))), "row " + row);
        }
    }

    @Test
    void columnsCanBeFilledInPlace() throws URISyntaxException {
        BatchPolicy batch = batch();
        BatchRows rows = batch.rows(1);
        BatchResult result = batch.result(1);
        int state = column(batch, "input.person.consent.marketing.state");
        int flags = column(batch, "input.person.flags");
        rows.longs(column(batch, "input.person.contacts.day"))[0] = 9;
        rows.codes(state)[0] = batch.columns().get(state).noText();
        rows.longs(flags)[0] = batch.columns().get(flags).bit("suppressed");
        rows.longs(column(batch, "time.parse_rfc3339_ns(input.time)"))[0] = 400 * DAY;
        rows.longs(column(batch, "time.parse_rfc3339_ns(input.person.seen)"))[0] = 40 * DAY;
        batch.decide(rows, 0, 1, result);
        assertEquals(List.of("cap-day", "consent", "flagged"), result.firedRules(0));
        assertEquals("unknown", result.consent(0));
        rows.longs(flags)[0] = 0;
        rows.longs(column(batch, "time.parse_rfc3339_ns(input.time)"))[0] = 405 * DAY + 1;
        batch.decide(rows, 0, 1, result);
        assertEquals(List.of("cap-day", "consent", "stale"), result.firedRules(0));
    }

    @Test
    void aRowThatDoesNotFitTheSchemaIsDecidedByTheWholePolicy() throws URISyntaxException {
        BatchPolicy batch = batch();
        List<String> odd = List.of(
                "{\"day\": 2.5}",
                "{\"day\": \"3\"}",
                "{\"day\": null}",
                "{\"day\": 9007199254740993}",
                "{}",
                "[]",
                "null");
        BatchRows rows = batch.rows(odd.size());
        BatchResult result = batch.result(odd.size());
        for (int i = 0; i < odd.size(); i++) {
            rows.set(i, document(odd.get(i), "[]", "granted", ""));
        }
        batch.decide(rows, 0, odd.size(), result);
        assertEquals(odd.size(), result.left());
        for (int i = 0; i < odd.size(); i++) {
            assertTrue(result.isLeft(i), odd.get(i));
            assertTrue(result.agrees(i, policy().decide("shop/send", rows.document(i))), odd.get(i));
        }
        rows.set(0, document(0, "granted"));
        batch.decide(rows, 0, 1, result);
        assertEquals(0, result.left());
        assertNull(result.answer(0));
        assertTrue(result.allowed(0));
    }

    @Test
    void aWholeNumberMayBeWrittenAsAFraction() throws URISyntaxException {
        BatchPolicy batch = batch();
        BatchRows rows = batch.rows(1);
        BatchResult result = batch.result(1);
        rows.set(0, document("{\"day\": 2.0}", "[]", "granted", ""));
        batch.decide(rows, 0, 1, result);
        assertEquals(0, result.left());
        assertEquals(List.of("cap-day"), result.firedRules(0));
    }

    @Test
    void aTimeThatIsNoneLeavesItsRuleUndefined() throws URISyntaxException {
        BatchPolicy batch = batch();
        BatchRows rows = batch.rows(1);
        BatchResult result = batch.result(1);
        rows.set(0, document("{\"day\": 0}", "[]", "granted", "yesterday"));
        batch.decide(rows, 0, 1, result);
        assertEquals(0, result.left());
        assertTrue(result.allowed(0));
    }

    @Test
    void aRowWithOtherFixedPartsIsDecidedByTheWholePolicy() throws URISyntaxException {
        BatchPolicy batch = batch();
        BatchRows rows = batch.rows(1);
        BatchResult result = batch.result(1);
        RegoValue service =
                RegoJson.parse("{\"action\": {\"purpose\": \"service\"}, \"time\": \"\", \"person\": {\"contacts\":"
                        + " {\"day\": 0}, \"flags\": [\"suppressed\"], \"consent\": {}, \"seen\": \"\"}}");
        rows.set(0, service);
        batch.decide(rows, 0, 1, result);
        assertTrue(result.isLeft(0));
        assertEquals(List.of("consent"), result.firedRules(0));
    }

    @Test
    void strictErrorsLeaveEveryRowToTheWholePolicy() throws URISyntaxException {
        Policy strict = Policy.load(
                PolicyBundle.read(fixture()), PolicyOptions.standard().withStrictErrors(true));
        BatchPolicy batch = strict.batch("shop/send", schema(), KNOWN);
        assertNotNull(batch.whyLeft());
        BatchRows rows = batch.rows(1);
        BatchResult result = batch.result(1);
        assertThrows(IllegalStateException.class, () -> batch.decide(rows, 0, 1, result));
        rows.set(0, document(3, "denied"));
        batch.decide(rows, 0, 1, result);
        assertEquals(List.of("cap-day", "consent"), result.firedRules(0));
    }

    @Test
    void anUnknownEntryPointIsRefused() {
        PolicyException e = assertThrows(PolicyException.class, () -> policy().batch("two", schema(), KNOWN));
        assertEquals(PolicyException.Code.MISSING_ENTRYPOINT, e.code());
    }

    @Test
    void aSchemaThatContainsItselfOrGrowsWithoutEndIsRead() throws URISyntaxException {
        StringBuilder definitions = new StringBuilder("\"d0\": {\"type\": \"string\"}");
        for (int i = 1; i <= 60; i++) {
            String inner = "{\"$ref\": \"#/definitions/d" + (i - 1) + "\"}";
            definitions.append(", \"d" + i + "\": {\"type\": \"object\", \"properties\": {\"a\": " + inner + ", \"b\": "
                    + inner + ", \"self\": {\"$ref\": \"#/definitions/d" + i + "\"}}}");
        }
        String schema = "{\"$ref\": \"#/definitions/d60\", \"definitions\": {" + definitions + "}}";
        BatchPolicy batch = policy().batch("shop/send", BatchSchema.of(schema, List.of("person", "time")), KNOWN);
        BatchRows rows = batch.rows(1);
        BatchResult result = batch.result(1);
        rows.set(0, document(3, "denied"));
        batch.decide(rows, 0, 1, result);
        assertEquals(List.of("cap-day", "consent"), result.firedRules(0));
    }

    @Test
    void decidingMakesNoObjects() throws URISyntaxException {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        BatchPolicy batch = batch();
        BatchRows rows = batch.rows(1024);
        BatchResult result = batch.result(1024);
        for (int i = 0; i < rows.capacity(); i++) {
            rows.set(i, document(i % 5, i % 3 == 0 ? "denied" : "granted"));
        }
        batch.decide(rows, 0, 1024, result);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
            batch.decide(rows, 0, 1024, result);
        }
        long made = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(made < 1024, made + " bytes for 102,400 decisions");
    }

    @Test
    void oneBatchServesManyThreads() throws URISyntaxException, InterruptedException, ExecutionException {
        BatchPolicy batch = batch();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> denied = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                int days = t;
                denied.add(threads.submit(() -> denied(batch, days)));
            }
            assertEquals(0, denied.get(0).get());
            assertEquals(500, denied.get(3).get());
        }
    }

    private static int denied(BatchPolicy batch, int days) {
        BatchRows rows = batch.rows(500);
        BatchResult result = batch.result(500);
        for (int i = 0; i < 500; i++) {
            rows.set(i, document(days, "granted"));
        }
        batch.decide(rows, 0, 500, result);
        int denied = 0;
        for (int i = 0; i < 500; i++) {
            denied += result.allowed(i) ? 0 : 1;
        }
        return denied;
    }
}
