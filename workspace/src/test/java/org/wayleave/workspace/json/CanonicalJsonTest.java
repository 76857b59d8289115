package org.wayleave.workspace.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private final ObjectMapper mapper = JsonMappers.hardened();

    @Test
    void theExampleOfTheRfcComesOutAsPrinted() {
        // RFC 8785, 3.2.2 to 3.2.4
        String input = "{\"numbers\":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"
                + "\"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\"literals\":[null,true,false]}";
        assertEquals(
                "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
                CanonicalJson.text(input));
    }

    @Test
    void namesAreOrderedByUtf16CodeUnits() {
        assertEquals(
                "{\"1\":1,\"ö\":4,\"€\":2,\"\ud83d\ude00\":5,\"\ufb33\":3}",
                CanonicalJson.text("{\"€\":2,\"\ufb33\":3,\"1\":1,\"\ud83d\ude00\":5,\"ö\":4}"));
    }

    @Test
    void orderSpacingAndSpellingOfNumbersDoNotChangeTheHash() throws JsonProcessingException {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            JsonNode value = object(random, 4);
            String canonical = CanonicalJson.text(value.toString());
            JsonNode other = shuffled(value, random);
            assertEquals(canonical, CanonicalJson.text(other.toPrettyString()));
            assertEquals(canonical, CanonicalJson.text(canonical));
            assertEquals(CanonicalJson.hash(value.toString()), CanonicalJson.hash(canonical));
            assertEquals(mapper.readTree(canonical), mapper.readTree(CanonicalJson.text(value.toString())));
        }
    }

    private JsonNode object(Random random, int depth) {
        ObjectNode object = mapper.createObjectNode();
        for (int i = random.nextInt(5); i >= 0; i--) {
            object.set("k" + random.nextInt(100), value(random, depth - 1));
        }
        return object;
    }

    private JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth <= 0 ? 4 : 6)) {
            case 0 -> mapper.getNodeFactory().numberNode(random.nextInt());
            case 1 -> mapper.getNodeFactory().numberNode(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
            case 2 -> mapper.getNodeFactory().textNode("é\u0001" + random.nextInt());
            case 3 -> mapper.getNodeFactory().booleanNode(random.nextBoolean());
            case 4 -> object(random, depth);
            default -> mapper.createArrayNode().add(value(random, depth - 1)).add(value(random, depth - 1));
        };
    }

    private JsonNode shuffled(JsonNode value, Random random) {
        if (value instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.shuffle(names, random);
            ObjectNode copy = mapper.createObjectNode();
            names.forEach(name -> copy.set(name, shuffled(object.path(name), random)));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = mapper.createArrayNode();
            array.forEach(item -> copy.add(shuffled(item, random)));
            return copy;
        }
        return value;
    }

    @Test
    void wholeNumbersThatADoubleCannotHoldAreRefused() {
        assertEquals("{\"n\":9007199254740992}", CanonicalJson.text("{\"n\":9007199254740992}"));
        JsonProblem refused =
                assertThrows(JsonProblem.class, () -> CanonicalJson.text("{\"a\":{\"n\":9007199254740993}}"));
        assertTrue(refused.getMessage().contains("/a/n"), refused.getMessage());
    }

    @Test
    void aHardenedMapperRefusesWhatIsTooMuch() {
        assertThrows(JsonProcessingException.class, () -> mapper.readTree("[".repeat(500) + "]".repeat(500)));
        assertThrows(JsonProcessingException.class, () -> mapper.readTree("{\"a\":1,\"a\":2}"));
        assertThrows(JsonProcessingException.class, () -> mapper.readTree("1".repeat(1_000)));
        assertThrows(JsonProcessingException.class, () -> mapper.readTree("{} {}"));
        assertThrows(
                JsonProcessingException.class,
                () -> JsonMappers.hardened(20_000).readTree(" ".repeat(30_000) + "{}"));
    }
}
