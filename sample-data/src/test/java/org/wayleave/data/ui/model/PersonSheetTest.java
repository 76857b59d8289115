package org.wayleave.data.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.consent.ConsentState;

class PersonSheetTest {
    private static final Recipe RETAIL = Recipe.bundled("retail");
    private static final Instant AS_OF = Instant.parse("2026-03-02T00:00:00Z");
    private static final ObservedPopulation PEOPLE = new ObservedPopulation(
            new PersonGenerator(RETAIL, 1, AS_OF, 90), 500, RETAIL.catalogue(), "version 1, active", "as in run-0001");

    @Test
    void nothingAfterTheMomentOfObservationIsShown() {
        for (int i = 0; i < 200; i++) {
            PersonSheet sheet = new PersonSheet(PEOPLE, i);
            sheet.events().forEach(event -> assertTrue(event.time() < AS_OF.toEpochMilli()));
            sheet.consents().entries().forEach(entry -> assertTrue(entry.time() <= AS_OF.toEpochMilli()));
            sheet.consents().lanes().stream()
                    .flatMap(lane -> lane.spans().stream())
                    .forEach(span -> assertTrue(span.to() <= AS_OF.toEpochMilli()));
        }
    }

    @Test
    void theLanesSayWhatTheHistorySaysAtEveryInstant() {
        for (int i = 0; i < 100; i++) {
            ConsentSheet consents = new PersonSheet(PEOPLE, i).consents();
            long step = Math.max(1, (consents.asOf() - consents.begin()) / 37);
            for (long time = consents.begin(); time < consents.asOf(); time += step) {
                for (ConsentSheet.Lane lane : consents.lanes()) {
                    long now = time;
                    ConsentState.State drawn = lane.spans().stream()
                            .filter(span -> span.from() <= now && now < span.to())
                            .findFirst()
                            .map(ConsentSheet.Span::state)
                            .orElse(ConsentState.State.UNKNOWN);
                    assertEquals(consents.state(lane.position(), time), drawn);
                }
            }
        }
    }

    @Test
    void whatNobodyWasAskedForIsUnknownWithoutDateAndSource() {
        ConsentSheet consents = new PersonSheet(PEOPLE, 3).consents();
        List<ConsentSheet.Standing> standings = consents.at(consents.begin() - 1);
        assertEquals(PEOPLE.consents().size(), standings.size());
        assertEquals(
                RETAIL.consentRegistry().size(),
                standings.size() + consents.free().size());
        for (ConsentSheet.Standing standing : standings) {
            assertEquals(ConsentState.State.UNKNOWN, standing.state());
            assertEquals("", standing.since() + standing.source() + standing.text());
        }
    }

    @Test
    void everyFeatureIsExplainedAndNamesTheDataItIsMadeFrom() {
        List<PersonSheet.FeatureRow> rows = new PersonSheet(PEOPLE, 5).features();
        assertEquals(RETAIL.featureSchema().features().size(), rows.size());
        for (PersonSheet.FeatureRow row : rows) {
            assertTrue(row.explanation().endsWith("."), row.name());
            assertFalse(row.basis().equals("not declared"), row.name());
            assertFalse(row.value().isEmpty(), row.name());
        }
    }

    @Test
    void wordsAreThoseOfTheDomain() {
        assertEquals("35–44", Words.ageBand(org.wayleave.data.AgeBand.FROM_35));
        assertEquals("Preference centre", Words.title("preference-centre"));
        assertEquals("0.4", Words.number(0.40));
        assertEquals("1,200", Words.number(1200));
        assertEquals("1 person", Words.people(1));
        assertEquals("France", Words.country(RETAIL, "FR"));
    }
}
