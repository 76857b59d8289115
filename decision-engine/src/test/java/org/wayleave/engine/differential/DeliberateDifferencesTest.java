package org.wayleave.engine.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;

/** Where OPA's answer is a crash, a leak or a slip, and the module's README says what is given instead. */
class DeliberateDifferencesTest {
    private static final String ED25519 =
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"%s}";
    private static final String PRIVATE_PART = ",\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\"";

    private static @Nullable String answer(String function, String args) {
        return OpaBuiltins.own(new OpaBuiltins.Call(function, ((RegoArray) RegoJson.parse(args)).toList()));
    }

    @Test
    void noSchemaIsFetched() {
        assertEquals(
                "[false,\"jsonschema: remote reference loading disabled: http://example.com/s\"]",
                answer("json.verify_schema", "[{\"$ref\": \"http://example.com/s\"}]"));
    }

    @Test
    void theErrorsOfADocumentComeInOneOrder() {
        String schema = "{\"required\": [\"z\", \"a\"], \"properties\": {\"q\": {\"type\": \"null\"}, \"b\": {\"type\":"
                + " \"null\"}}}";
        String args = "[{\"b\": 1, \"q\": 1}, " + schema + "]";
        assertEquals(answer("json.match_schema", args), answer("json.match_schema", args));
    }

    @Test
    void anAsymmetricKeySignsNoHmac() {
        String header = "{\"alg\": \"HS256\"}";
        String open = RegoJson.write(RegoJson.parse(ED25519.formatted("")));
        String whole = RegoJson.write(RegoJson.parse(ED25519.formatted(PRIVATE_PART)));
        assertNull(answer("io.jwt.encode_sign", "[" + header + ", {}, " + open + "]"));
        assertNull(answer("io.jwt.encode_sign", "[" + header + ", {}, " + whole + "]"));
    }

    @Test
    void anIssuerThatIsNoStringIsNotTheOneAskedFor() {
        String token = RegoJson.write(RegoJson.parse(String.valueOf(answer(
                "io.jwt.encode_sign",
                "[{\"alg\": \"HS256\"}, {\"iss\": 1}, {\"kty\": \"oct\", \"k\": \"c2VjcmV0\"}]"))));
        assertEquals(
                "[false,{},{}]",
                answer("io.jwt.decode_verify", "[" + token + ", {\"secret\": \"secret\", \"iss\": \"i\"}]"));
    }

    @Test
    void aNetworkOfIpv4InItsOtherFormIsMerged() {
        assertEquals("[\"1.2.3.0/24\"]", answer("net.cidr_merge", "[[\"::ffff:1.2.3.4/121\", \"1.2.3.128/25\"]]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1null", "{\\\"a\\\":1}null}", "nullnull-0"})
    void whatFollowsAJsonTextSpoilsIt(String text) {
        assertNull(answer("json.unmarshal", "[\"" + text + "\"]"));
    }

    @ParameterizedTest
    @CsvSource({".5, 0.5", "5., 5", "+1, 1", "01, 1", "0x1p1, 2"})
    void aNumberThatNoJsonCanHoldIsWrittenAsOneThatItCan(String text, String number) {
        assertEquals(number, answer("to_number", "[\"" + text + "\"]"));
    }

    @Test
    void noNumberHasAnUnderscore() {
        assertNull(answer("to_number", "[\"1_0\"]"));
    }

    @Test
    void aDocumentThatIsRemovedWholeIsNull() {
        assertEquals("null", answer("json.patch", "[{\"a\": 1}, [{\"op\": \"remove\", \"path\": \"\"}]]"));
    }

    @Test
    void numbersBeyondTheLimitsAreUndefined() {
        assertNull(answer("json.unmarshal", "[\"1e40001\"]"));
    }

    @Test
    void noAddressInMemoryIsShown() {
        assertEquals(
                "\"[%!p(json.Number=1)]\"",
                answer("strings.render_template", "[\"{{printf `%p` .a}}\", {\"a\": [1]}]"));
    }

    @Test
    void theListIsInTheReadme() throws java.io.IOException {
        String readme = java.nio.file.Files.readString(java.nio.file.Path.of("README.md"));
        for (String each :
                List.of("$ref", "in a circle", "HS*", "`iss`", "net.cidr_merge", "json.unmarshal", "to_number", "%p")) {
            assertEquals(true, readme.contains(each), each);
        }
    }
}
