package org.wayleave.app.ui.governance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AuditFactsTest {
    @Test
    void timesAndShortenedFingerprintsComeLast() {
        String hash = "sha256:" + "3e27def5664c".repeat(5) + "abcd";
        assertEquals(
                "from draft · to in-review · changed 2026-03-02T09:00:00Z · content hash 3e27def5664c…",
                AuditFacts.line("{\"changed\":\"2026-03-02T09:00:00Z\",\"contentHash\":\"" + hash
                        + "\",\"from\":\"draft\",\"to\":\"in-review\"}"));
    }

    @Test
    void numbersAndNestedFactsAreShownAsTheyAre() {
        assertEquals(
                "days 90 · active true · roles [\"a\"]",
                AuditFacts.line("{\"days\":90,\"active\":true,\"roles\":[\"a\"]}"));
    }

    @Test
    void whatIsNoObjectStaysAsItIs() {
        assertEquals("{broken", AuditFacts.line("{broken"));
        assertEquals("[1]", AuditFacts.line("[1]"));
        assertEquals("", AuditFacts.line("{}"));
    }
}
