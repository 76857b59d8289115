package org.wayleave.journey.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.RandomJourneys;

class JourneyJsonTest {

    private static final String HEAD =
            "{\"schemaVersion\":1,\"id\":\"j\",\"title\":\"J\",\"vertical\":\"retail\",\"goal\":\"\",";

    @Test
    void whatIsWrittenReadsBackEqual() {
        for (int seed = 0; seed < 60; seed++) {
            Journey journey = new RandomJourneys(seed).journey(1 + seed % 40);
            String json = JourneyJson.write(journey);
            Journey read = JourneyJson.read(json);
            assertEquals(journey, read);
            assertEquals(json, JourneyJson.write(read));
        }
    }

    @Test
    void theOrderInWhichEdgesWereDrawnDoesNotShow() {
        Journey journey = new RandomJourneys(3).journey(30);
        List<Edge> shuffled = new ArrayList<>(journey.edges());
        Collections.reverse(shuffled);
        assertEquals(JourneyJson.write(journey), JourneyJson.write(journey.withGraph(journey.steps(), shuffled)));
    }

    @Test
    void unknownKeysAreKept() {
        String json = HEAD
                + "\"x-team\":{\"b\":1,\"a\":[true]},\"steps\":[{\"id\":\"out\",\"type\":\"exit\",\"title\":\"Out\","
                + "\"position\":{\"x\":1.5,\"y\":2},\"reason\":\"\",\"colour\":\"red\"}],\"edges\":[]}";
        Journey read = JourneyJson.read(json);
        assertEquals("\"red\"", read.steps().getFirst().extras().json().get("colour"));
        String written = JourneyJson.write(read);
        assertTrue(written.contains("\"colour\": \"red\""), written);
        assertTrue(written.contains("\"x-team\": {"), written);
    }

    @Test
    void anErrorNamesThePlace() {
        refused("steps[0].type: “teleport” is not a kind of step", "{\"id\":\"a\",\"type\":\"teleport\"}");
        refused("steps[0].share: is missing", "{\"id\":\"a\",\"type\":\"holdout\"}");
        refused(
                "steps[0].wait.duration: “tomorrow” is not a duration such as P3D or PT4H",
                "{\"id\":\"a\",\"type\":\"wait\",\"wait\":{\"kind\":\"duration\",\"duration\":\"tomorrow\"}}");
        refused(
                "steps[0].ladder[0].action.discount: a number is expected here",
                "{\"id\":\"a\",\"type\":\"message\",\"channel\":\"email\",\"ladder\":[{\"kind\":\"generic\",\"action\":"
                        + "{\"channel\":\"email\",\"creative\":{\"id\":\"c\"},\"discount\":\"10 %\"}}]}");
        refused(
                "steps[0]: a holdout keeps a share between 0 and 1: 1.5",
                "{\"id\":\"a\",\"type\":\"holdout\",\"share\":1.5}");
        refused("two steps have the id “a”", "{\"id\":\"a\",\"type\":\"exit\"},{\"id\":\"a\",\"type\":\"exit\"}");
        refused(
                "“A b” is no step id; it takes lower-case letters, digits and hyphens, at most 64",
                "{\"id\":\"A b\",\"type\":\"exit\"}");
    }

    private static void refused(String message, String steps) {
        JourneyFormatException refused = assertThrows(
                JourneyFormatException.class, () -> JourneyJson.read(HEAD + "\"steps\":[" + steps + "],\"edges\":[]}"));
        assertEquals(message, refused.getMessage());
    }

    @Test
    void hostileTextIsRefusedInOneLine() {
        assertThrows(JourneyFormatException.class, () -> JourneyJson.read("[".repeat(100_000)));
        assertThrows(JourneyFormatException.class, () -> JourneyJson.read(HEAD + "\"id\":\"k\"}"));
        assertThrows(JourneyFormatException.class, () -> JourneyJson.read(""));
        assertThrows(JourneyFormatException.class, () -> JourneyJson.read("null"));
        assertThrows(JourneyFormatException.class, () -> JourneyJson.read(" ".repeat(JourneyJson.MAX_LENGTH + 1)));
        assertThrows(
                JourneyFormatException.class,
                () -> JourneyJson.read(HEAD + "\"edges\":[{\"from\":\"a\",\"port\":\"next\",\"to\":\"b\"}]}"));
    }

    @Test
    void aNewerFormIsRefusedByItsVersion() {
        JourneyFormatException refused =
                assertThrows(JourneyFormatException.class, () -> JourneyJson.read("{\"schemaVersion\":2}"));
        assertTrue(String.valueOf(refused.getMessage()).contains("version 2"));
    }
}
