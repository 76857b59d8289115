package org.wayleave.engine.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Arguments made to cost much: each ends soon, as a failure of the function. */
class HostileArgumentsTest {
    private static final int BUDGET = 2_000_000;

    private int spent;

    private RegoValue call(String name, RegoValue... args) {
        BuiltinContext.Surroundings surroundings =
                new BuiltinContext.Surroundings(InstantSource.system(), 1, line -> {}, new BuiltinCaches());
        BuiltinContext context = new BuiltinContext(surroundings, () -> {
            spent += 1_000;
            if (spent > BUDGET) {
                throw BuiltinException.failed("the budget is used up");
            }
        });
        RegoValue result = new Builtins().find(name).call(context, args);
        return result == null ? RegoString.of("undefined") : result;
    }

    private String failure(String name, RegoValue... args) {
        return String.valueOf(
                assertThrows(BuiltinException.class, () -> call(name, args)).getMessage());
    }

    @Test
    void aliasesDoNotFillMemory() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 20; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(alias).append((", " + alias).repeat(8)).append("]\n");
        }
        String message = failure("yaml.unmarshal", RegoString.of(bomb.toString()));
        assertTrue(message.contains("excessive aliasing"), message);
    }

    @Test
    void anAliasInsideItsOwnAnchorEnds() {
        String message = failure("yaml.unmarshal", RegoString.of("&a [*a]"));
        assertTrue(message.contains("contains itself"), message);
    }

    @Test
    void deepNestingIsRefused() {
        failure("yaml.unmarshal", RegoString.of("[".repeat(50_000)));
        failure("strings.render_template", RegoString.of("{{if .a}}".repeat(20_000)), RegoObject.EMPTY);
        failure("strings.render_template", RegoString.of("{{" + "(".repeat(20_000)), RegoObject.EMPTY);
        RegoValue deep = RegoJson.parse("{\"not\":".repeat(900) + "{}" + "}".repeat(900));
        failure("json.match_schema", RegoString.of("1"), deep);
    }

    @Test
    void aTemplateThatCallsItselfEnds() {
        failure(
                "strings.render_template",
                RegoString.of("{{define \"t\"}}{{template \"t\" .}}{{end}}{{template \"t\" .}}"),
                RegoObject.EMPTY);
    }

    @Test
    void aTemplateThatCountsForeverUsesUpItsBudget() {
        String message =
                failure("strings.render_template", RegoString.of("{{range 9000000000}}{{end}}"), RegoObject.EMPTY);
        assertEquals("the budget is used up", message);
    }

    @Test
    void aSchemaThatIsItselfEnds() {
        failure("json.match_schema", RegoString.of("1"), RegoString.of("{\"$ref\": \"#\"}"));
        failure("json.match_schema", RegoString.of("1"), RegoString.of("{\"allOf\": [{\"$ref\": \"#\"}]}"));
    }

    @Test
    void noSchemaIsFetched() {
        String message = failure(
                "json.match_schema",
                RegoString.of("1"),
                RegoString.of("{\"$ref\": \"http://example.com/schema.json\"}"));
        assertEquals("remote reference loading disabled: http://example.com/schema.json", message);
    }

    @Test
    void brokenCertificatesAreFailures() {
        failure("crypto.x509.parse_certificates", RegoString.of("MIIB"));
        failure("crypto.x509.parse_certificates", RegoString.of("MIT/////"));
        failure("crypto.x509.parse_certificate_request", RegoString.of("MIIB"));
        failure(
                "crypto.parse_private_keys",
                RegoString.of("-----BEGIN EC PRIVATE KEY-----\nMAA=\n-----END EC PRIVATE KEY-----\n"));
    }

    @Test
    void tokensNestedInTokensEnd() {
        String token = "e30";
        for (int i = 0; i < 12; i++) {
            token = base64("{\"cty\":\"JWT\"}") + "." + base64(token) + ".e30";
        }
        failure("io.jwt.decode", RegoString.of(token));
    }

    private static String base64(String text) {
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
