package org.wayleave.data.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;
import org.wayleave.data.feature.FeatureKind;

class QualityCheckTest {
    private static final Recipe RETAIL = Recipe.bundled("retail");
    private static final PersonGenerator GENERATOR =
            new PersonGenerator(RETAIL, 5, Instant.parse("2026-03-02T00:00:00Z"), 30);

    private final QualityReport report =
            new QualityCheck(GENERATOR, RETAIL.catalogue()).measure(5000, 1500, done -> {}, () -> false);

    @Test
    void theLowestIndexesAreMeasuredUpToTheMostThatIsAskedFor() {
        assertEquals(1500, report.measured());
        assertEquals(5000, report.people());
        assertEquals(RETAIL.featureSchema().features().size(), report.features().size());
        assertEquals(RETAIL.consentRegistry().size(), report.consents().size());
    }

    @Test
    void whatIsMissingIsWhatThePeopleLack() {
        int recency = RETAIL.featureSchema().position("recencyDays");
        long without = IntStream.range(0, 1500)
                .filter(i -> !GENERATOR.person(i).features().present(recency))
                .count();
        assertTrue(without > 0);
        assertEquals(without, report.features().get(recency).missing());
    }

    @Test
    void everyFeatureAddsUpAndOnlyNumbersHaveADistribution() {
        for (FeatureProfile profile : report.features()) {
            int counted = profile.values().stream()
                    .mapToInt(FeatureProfile.ValueCount::people)
                    .sum();
            assertEquals(
                    profile.people(),
                    counted + profile.missing(),
                    profile.spec().name());
            if (profile.spec().kind() == FeatureKind.NUMBER) {
                assertNotNull(profile.distribution(), profile.spec().name());
                assertTrue(
                        profile.distribution().least() <= profile.distribution().median());
                assertTrue(profile.distribution().median()
                        <= profile.distribution().most());
            } else {
                assertNull(profile.distribution(), profile.spec().name());
            }
        }
    }

    @Test
    void theNewestRateIsThatOfTheMomentOfObservation() {
        int email = RETAIL.consentRegistry().position(Dimension.CHANNEL, "email");
        long asOf = GENERATOR.asOf().toEpochMilli();
        long granted = IntStream.range(0, 1500)
                .filter(i -> GENERATOR.person(i).consents().status(email, asOf) == ConsentState.State.GRANTED)
                .count();
        ConsentRate rate = report.consents().get(email);
        assertEquals(QualityCheck.MONTHS + 1, rate.times().size());
        assertEquals(granted / 1500.0, rate.share(ConsentState.State.GRANTED), 1e-12);
        assertTrue(rate.people(0) < rate.people(QualityCheck.MONTHS), "some became customers meanwhile");
    }

    @Test
    void eventsKeepToTheirContractsAndBrokenOnesAreNamed() {
        assertTrue(report.events().checked() > 500);
        assertEquals(0, report.events().broken());
        Catalogue strict = Catalogue.parse(RETAIL.catalogue()
                .json()
                .replace("\"name\": \"size\", \"type\": \"string\"", "\"name\": \"size\", \"type\": \"number\""));
        QualityReport.EventCheck broken = new QualityCheck(GENERATOR, strict)
                .measure(200, 200, done -> {}, () -> false)
                .events();
        assertTrue(broken.broken() > 0);
        assertTrue(broken.example().contains("the field size must be of type number"), broken.example());
    }

    @Test
    void aCancelledCheckIsAboutThoseLookedAt() {
        AtomicInteger asked = new AtomicInteger();
        QualityReport partial = new QualityCheck(GENERATOR, RETAIL.catalogue())
                .measure(5000, 5000, done -> {}, () -> asked.incrementAndGet() > 2);
        assertEquals(128, partial.measured());
        assertEquals(128, partial.features().getFirst().people());
    }
}
