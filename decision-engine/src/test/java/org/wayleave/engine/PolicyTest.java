package org.wayleave.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoValue;

class PolicyTest {
    private static final String INPUT = """
            {"contacts": {"day": 3}, "channels": ["email", "sms"], "consent": {"email": {"state": "granted"},
             "sms": {"state": "denied"}}, "tree": {"x": [1, 2], "y": [1]}, "numbers": [1, 2.5]}
            """;

    private static Path fixture(String name) throws URISyntaxException {
        return Path.of(PolicyTest.class.getResource(name).toURI());
    }

    private static Policy policy() throws URISyntaxException {
        return Policy.load(PolicyBundle.read(fixture("one.tar.gz")));
    }

    private static RegoValue json(String text) {
        return RegoJson.parse(text);
    }

    @Test
    void decidesAsOpaDoes() throws URISyntaxException {
        RegoValue decision = policy().decide("one", json(INPUT));
        assertNotNull(decision);
        assertEquals(
                "{\"allow\":false,\"by_channel\":{\"email\":\"granted\",\"sms\":\"denied\"},"
                        + "\"deny\":[{\"reason\":\"at most 2 a day\",\"rule\":\"cap-day\"},"
                        + "{\"reason\":\"no consent\",\"rule\":\"consent-sms\"}],"
                        + "\"every_positive\":true,\"tree\":{\"left\":{\"x\":[1,2],\"y\":[1]}}}",
                RegoJson.write(decision));
    }

    @Test
    void anUndefinedRuleIsNull() throws URISyntaxException {
        assertEquals(null, policy().decide("one/late", json("{}")));
    }

    @Test
    void withoutInputTheRulesThatReadItAreUndefined() throws URISyntaxException {
        RegoValue decision = policy().decide("one", null);
        assertEquals(
                "{\"allow\":true,\"by_channel\":{},\"deny\":[],\"tree\":{\"left\":{}}}",
                RegoJson.write(java.util.Objects.requireNonNull(decision)));
    }

    @Test
    void otherDataGivesOtherDecisions() throws URISyntaxException {
        Policy policy = policy().withData(json("{\"caps\": {\"day\": 10}}"));
        RegoValue decision = policy.decide("one", json("{\"contacts\": {\"day\": 3}, \"channels\": []}"));
        assertTrue(decision instanceof RegoObject o && json("true").equals(o.get("allow")));
    }

    @Test
    void namesItsEntryPoints() throws URISyntaxException {
        assertTrue(policy().entrypoints().containsAll(Set.of("one", "one/late")));
        PolicyException e = assertThrows(PolicyException.class, () -> policy().decide("two", null));
        assertEquals(PolicyException.Code.MISSING_ENTRYPOINT, e.code());
    }

    @Test
    void explainsWhichLinesRanAndHeld() throws URISyntaxException {
        Explanation explanation = policy().explain("one", json(INPUT));
        assertEquals(policy().decide("one", json(INPUT)), explanation.result());
        Explanation.FileCoverage lines =
                explanation.coverage().values().iterator().next();
        assertTrue(lines.ran().contains(10), "the cap of the day is compared");
        assertTrue(lines.held().contains(10), "and exceeded");
        Explanation quiet = policy().explain("one/deny", json("{\"contacts\": {\"day\": 0}, \"channels\": []}"));
        assertTrue(!quiet.coverage().values().iterator().next().held().contains(10), "not exceeded here");
        assertTrue(explanation.trace().stream()
                .anyMatch(s -> s.statement().equals("CallBuiltin")
                        && s.at().row() == 10
                        && s.locals().containsValue("3")));
    }

    @Test
    void damagedBundlesAreNamedAsSuch(@TempDir Path folder) throws Exception {
        Path empty = folder.resolve("empty.tar.gz");
        Files.write(empty, new byte[] {1, 2, 3});
        assertEquals(PolicyException.Code.BAD_BUNDLE, code(() -> PolicyBundle.read(empty)));
        assertEquals(PolicyException.Code.BAD_BUNDLE, code(() -> PolicyBundle.read(folder)));
        assertEquals(PolicyException.Code.BAD_BUNDLE, code(() -> load("{\"plans\": ")));
        assertEquals(PolicyException.Code.BAD_BUNDLE, code(() -> load("[]")));
        assertEquals(PolicyException.Code.BAD_BUNDLE, code(() -> load("{}")));
    }

    @Test
    void aStatementOfANewerOpaIsNamed() {
        assertEquals(PolicyException.Code.NEWER_PLAN, code(() -> load(plan("{\"type\": \"LeapStmt\", \"stmt\": {}}"))));
    }

    @Test
    void refusedAndUnknownFunctionsAreNamedAtLoad() {
        assertEquals(PolicyException.Code.REFUSED_BUILTIN, code(() -> load(plan(call("http.send")))));
        assertEquals(PolicyException.Code.REFUSED_BUILTIN, code(() -> load(plan(call("rego.parse_module")))));
        assertEquals(PolicyException.Code.UNKNOWN_BUILTIN, code(() -> load(plan(call("no.such")))));
    }

    @Test
    void aPolicyThatNeverEndsIsGivenUp() {
        String endless = "{\"static\": {\"strings\": [{\"value\": \"0\"}, {\"value\": \"999999999\"}]},"
                + "\"plans\": {\"plans\": [{\"name\": \"p\", \"blocks\": [{\"stmts\": ["
                + "{\"type\": \"MakeNumberRefStmt\", \"stmt\": {\"index\": 0, \"target\": 2}},"
                + "{\"type\": \"MakeNumberRefStmt\", \"stmt\": {\"index\": 1, \"target\": 3}},"
                + "{\"type\": \"CallStmt\", \"stmt\": {\"func\": \"numbers.range\", \"args\": ["
                + "{\"type\": \"local\", \"value\": 2}, {\"type\": \"local\", \"value\": 3}], \"result\": 4}}]}]}]}}";
        Policy policy = Policy.load(
                PolicyBundle.of(endless, RegoObject.EMPTY),
                PolicyOptions.standard().withLimits(1_000_000, Duration.ofMillis(50)));
        assertEquals(PolicyException.Code.DEADLINE, code(() -> policy.decide("p", null)));
    }

    @Test
    void recursionInAForgedPlanIsCut() {
        String recursive = "{\"plans\": {\"plans\": [{\"name\": \"p\", \"blocks\": [{\"stmts\": [" + callOf("f")
                + "]}]}]}, \"funcs\": {\"funcs\": [{\"name\": \"f\", \"params\": [0, 1], \"return\": 2, \"blocks\": "
                + "[{\"stmts\": [" + callOf("f") + "]}]}]}}";
        Policy policy = Policy.load(PolicyBundle.of(recursive, RegoObject.EMPTY));
        assertEquals(PolicyException.Code.TOO_DEEP, code(() -> policy.decide("p", null)));
    }

    private static String callOf(String function) {
        return "{\"type\": \"CallStmt\", \"stmt\": {\"func\": \"" + function + "\", \"args\": ["
                + "{\"type\": \"local\", \"value\": 0}, {\"type\": \"local\", \"value\": 1}], \"result\": 5}}";
    }

    private static String call(String function) {
        return "{\"type\": \"CallStmt\", \"stmt\": {\"func\": \"" + function + "\", \"args\": [], \"result\": 2}}";
    }

    private static String plan(String statement) {
        return "{\"plans\": {\"plans\": [{\"name\": \"p\", \"blocks\": [{\"stmts\": [" + statement + "]}]}]}}";
    }

    private static Policy load(String plan) {
        return Policy.load(PolicyBundle.of(plan, RegoObject.EMPTY));
    }

    private static PolicyException.Code code(org.junit.jupiter.api.function.Executable failing) {
        return assertThrows(PolicyException.class, failing).code();
    }
}
