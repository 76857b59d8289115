package org.wayleave.journey.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.lint.JourneyLint;
import org.wayleave.policy.pack.PolicyPack;

class SampleJourneysTest {

    @Test
    void theSamplesHaveNoProblems() throws Exception {
        for (Journey journey : everySample()) {
            Catalogue catalogue = Catalogue.parse(
                    resource(Catalogue.class, "/org/wayleave/data/" + journey.vertical() + "/catalogue.json"));
            assertEquals(List.of(), JourneyLint.problems(journey, catalogue), journey.id());
        }
    }

    @Test
    void theFilesAreInTheFormInWhichJourneysAreWritten() throws Exception {
        for (Journey journey : everySample()) {
            assertEquals(
                    resource(SampleJourneys.class, journey.vertical() + "/" + journey.id() + ".json"),
                    JourneyJson.write(journey));
        }
    }

    @Test
    void everyVerticalWithAPolicyHasThreeSamplesOfItsOwn() {
        for (String vertical : PolicyPack.verticals()) {
            List<Journey> samples = SampleJourneys.of(vertical);
            assertEquals(3, samples.size(), vertical);
            samples.forEach(sample -> assertEquals(vertical, sample.vertical(), sample.id()));
        }
        assertEquals(List.of(), SampleJourneys.of("unknown"));
    }

    @Test
    void aModelActsOnlyInsideALadderAndNoEntryReadsWhatWasInferred() {
        for (Journey journey : everySample()) {
            String json = JourneyJson.write(journey);
            for (String inferred : List.of("feature.churnRisk", "feature.savingsReceptivity", "feature.inferred")) {
                assertFalse(json.contains(inferred), journey.id() + " reads " + inferred);
            }
        }
    }

    @Test
    void noTwoCardsOverlap() {
        for (Journey journey : everySample()) {
            for (Step one : journey.steps()) {
                for (Step other : journey.steps()) {
                    if (!one.id().equals(other.id())) {
                        assertFalse(
                                overlap(one.position(), other.position()),
                                journey.id() + ": " + one.id() + ", " + other.id());
                    }
                }
            }
        }
    }

    private static List<Journey> everySample() {
        return PolicyPack.verticals().stream()
                .flatMap(vertical -> SampleJourneys.of(vertical).stream())
                .toList();
    }

    private static boolean overlap(Position one, Position other) {
        return Math.abs(one.x() - other.x()) < 200 + 24 && Math.abs(one.y() - other.y()) < 64 + 24;
    }

    private static String resource(Class<?> anchor, String name) throws Exception {
        try (InputStream in = anchor.getResourceAsStream(name)) {
            assertNotNull(in, name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
