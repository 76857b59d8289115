package org.wayleave.data.identity;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IdentityDocumentsTest {
    private final String rules = DocumentNode.resource("rules.json");
    private final String scene = DocumentNode.resource("scene.json");

    @Test
    void theBundledRulesAreRead() {
        IdentityRules read = IdentityRules.bundled();
        assertEquals("identity-rules v1", read.reference());
        assertEquals(5, read.rules().size());
        assertEquals(read, IdentityRulesReader.read(rules));
    }

    @Test
    void brokenRulesAreRefusedWithThePlace() {
        refused(rules.replace("\"leastDays\": 3", "\"leastDays\": 1"), "one day is a coincidence");
        refused(rules.replace("\"leastShare\": 0.9", "\"leastShare\": 0.4"), "[0].leastShare must be a number");
        refused(rules.replace("\"perDay\": 0.55", "\"perday\": 0.55"), "[0].perDay is missing");
        refused(
                rules.replace("\"halfLifeDays\": 720", "\"halfLifeDays\": 720, \"halfLife\": 3"),
                "halfLife is not known");
        refused(
                rules.replace("[\"login\", \"customer-id\"],\n  \"rules\"", "[\"passport\"],\n  \"rules\""),
                "no kind of identifier");
        refused(rules.replace("\"card-login\"", "\"card-customer\""), "declared twice");
        refused(
                rules.replace("[\"loyalty-card\", \"login\"]", "[\"loyalty-card\", \"customer-id\"]"),
                "two rules are about");
        refused("{", "not valid JSON");
        refused("[]", "must be an object");
    }

    @Test
    void brokenScenesAreRefused() {
        String message = requireNonNull(
                assertThrows(IdentityRulesException.class, () -> SceneSettings.read(scene.replace("0.41", "0.51")))
                        .getMessage());
        assertTrue(message.contains("add up to 1"), message);
        assertThrows(IdentityRulesException.class, () -> SceneSettings.read(scene.replace("0.82", "1.82")));
    }

    private static void refused(String json, String expected) {
        String message = requireNonNull(assertThrows(IdentityRulesException.class, () -> IdentityRulesReader.read(json))
                .getMessage());
        assertTrue(message.contains(expected), message);
    }
}
