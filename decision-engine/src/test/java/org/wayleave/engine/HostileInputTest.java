package org.wayleave.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wayleave.engine.batch.BatchPolicy;
import org.wayleave.engine.batch.BatchResult;
import org.wayleave.engine.batch.BatchRows;
import org.wayleave.engine.batch.BatchSchema;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoJsonException;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoValue;

/** What is too large, too deep or never ends costs a typed error and nothing else. */
class HostileInputTest {

    @Test
    void aHundredMegabytesAreRefusedUnread() {
        RegoJsonException refused =
                assertThrows(RegoJsonException.class, () -> RegoJson.parse(new byte[100 * 1024 * 1024]));
        assertEquals("The JSON has 104857600 bytes; at most 67108864 are read.", refused.getMessage());
    }

    @Test
    void aStreamThatNeverEndsIsGivenUp() {
        Reader endless = new Reader() {
            private boolean begun;

            @Override
            public int read(char[] buffer, int offset, int length) {
                Arrays.fill(buffer, offset, offset + length, ' ');
                if (!begun) {
                    buffer[offset] = '[';
                    begun = true;
                }
                return length;
            }

            @Override
            public void close() {}
        };
        assertThrows(RegoJsonException.class, () -> RegoJson.parse(endless));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anInputAsDeepAsIsReadIsDecided(Engine engine) throws URISyntaxException {
        int depth = RegoJson.MAX_DEPTH - 1;
        RegoValue input = RegoJson.parse(
                "{\"contacts\": {\"day\": 0}, \"channels\": " + "[".repeat(depth) + "]".repeat(depth) + "}");
        assertNotNull(policy(engine).decide("one", input));
        assertThrows(RegoJsonException.class, () -> RegoJson.parse("[".repeat(1_001) + "]".repeat(1_001)));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aValueBuiltDeeperThanTheStackIsATypedErrorOrAnAnswer(Engine engine) throws URISyntaxException {
        RegoValue deep = RegoArray.EMPTY;
        for (int i = 0; i < 200_000; i++) {
            deep = RegoArray.of(List.of(deep));
        }
        RegoValue tree = RegoObject.builder().put("x", deep).build();
        RegoObject input = RegoObject.builder().put("tree", tree).build();
        try {
            policy(engine).decide("one", input);
        } catch (PolicyException e) {
            assertEquals(PolicyException.Code.TOO_DEEP, e.code());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void loopsWithinLoopsAreGivenUpAfterTheirStepsOrTheirTime(Engine engine) {
        StringBuilder loops = new StringBuilder("{\"type\": \"NopStmt\", \"stmt\": {}}");
        for (int level = 0; level < 6; level++) {
            loops.insert(
                    0,
                    "{\"type\": \"ScanStmt\", \"stmt\": {\"source\": 1, \"key\": " + (10 + level) + ", \"value\": "
                            + (20 + level) + ", \"block\": {\"stmts\": [");
            loops.append("]}}}");
        }
        String plan = "{\"plans\": {\"plans\": [{\"name\": \"p\", \"blocks\": [{\"stmts\": [" + loops + "]}]}]}}";
        RegoObject.Builder data = RegoObject.builder();
        for (int i = 0; i < 500; i++) {
            data.put("k" + i, RegoNumber.of(i));
        }
        PolicyBundle bundle = PolicyBundle.of(plan, data.build());
        PolicyOptions options = PolicyOptions.standard().with(engine);

        Policy counted = Policy.load(bundle, options.withLimits(200_000, Duration.ZERO));
        assertEquals(engine, counted.engine());
        assertEquals(PolicyException.Code.STEP_LIMIT, code(counted));
        Policy timed = Policy.load(bundle, options.withLimits(Long.MAX_VALUE, Duration.ofMillis(30)));
        long began = System.nanoTime();
        assertEquals(PolicyException.Code.DEADLINE, code(timed));
        assertTrue(Duration.ofNanos(System.nanoTime() - began).toSeconds() < 60);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void dataAndResultsAsDeepAsIsReadComeOutWhole(Engine engine) {
        int depth = RegoJson.MAX_DEPTH - 2;
        String nested = "[".repeat(depth) + "]".repeat(depth);
        RegoValue data = RegoJson.parse("{\"deep\": " + nested + "}");
        String plan = "{\"static\": {\"strings\": [{\"value\": \"result\"}]}, \"plans\": {\"plans\": [{\"name\": \"p\","
                + " \"blocks\": [{\"stmts\": [{\"type\": \"MakeObjectStmt\", \"stmt\": {\"target\": 2}},"
                + "{\"type\": \"ObjectInsertStmt\", \"stmt\": {\"key\": {\"type\": \"string_index\", \"value\": 0},"
                + " \"value\": {\"type\": \"local\", \"value\": 1}, \"object\": 2}},"
                + "{\"type\": \"ResultSetAddStmt\", \"stmt\": {\"value\": 2}}]}]}]}}";
        Policy policy = Policy.load(PolicyBundle.of(plan, data), engine);
        RegoValue result = Objects.requireNonNull(policy.decide("p", null));
        assertEquals("{\"deep\":" + nested + "}", RegoJson.write(result));
        assertEquals(data.hashCode(), result.hashCode());
        assertEquals(result, policy.explain("p", null).result());
    }

    @Test
    void aRowOfABatchThatNeverEndsFailsAlone() throws URISyntaxException {
        Path bundle = Path.of(Objects.requireNonNull(HostileInputTest.class.getResource("batch/send.tar.gz"))
                .toURI());
        Policy policy =
                Policy.load(PolicyBundle.read(bundle), PolicyOptions.standard().withLimits(1, Duration.ofMillis(1)));
        BatchSchema schema = BatchSchema.of("{\"type\": \"object\"}", List.of("person", "time"));
        BatchPolicy batch = policy.batch("shop/send", schema, RegoJson.parse("{\"action\": {}}"));
        BatchRows rows = batch.rows(1);
        BatchResult result = batch.result(1);
        String flags = "\"x\",".repeat(20_000) + "\"y\"";
        rows.set(0, RegoJson.parse("{\"action\": {}, \"time\": 1, \"person\": {\"flags\": [" + flags + "]}}"));
        batch.decide(rows, 0, 1, result);
        assertEquals(1, result.left());
        PolicyException failure = Objects.requireNonNull(result.failure(0));
        assertTrue(
                failure.code() == PolicyException.Code.STEP_LIMIT || failure.code() == PolicyException.Code.DEADLINE);
    }

    private static PolicyException.Code code(Policy policy) {
        return assertThrows(PolicyException.class, () -> policy.decide("p", null))
                .code();
    }

    private static Policy policy(Engine engine) throws URISyntaxException {
        Path bundle = Path.of(Objects.requireNonNull(HostileInputTest.class.getResource("one.tar.gz"))
                .toURI());
        return Policy.load(PolicyBundle.read(bundle), engine);
    }
}
