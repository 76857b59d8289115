package org.wayleave.journey.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.journey.decide.Documents;
import org.wayleave.journey.decide.Ladder;
import org.wayleave.journey.decide.LadderDecision;
import org.wayleave.journey.decide.PolicyDecider;
import org.wayleave.journey.decide.RetailPolicy;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.samples.SampleJourneys;

class WhatIfTest {

    private final PolicyDecider retail = RetailPolicy.decider();
    private final WhatIf whatIf = new WhatIf(retail, new Titles(RetailPolicy.catalogue()));
    private final Ladder offer = new Ladder(
            (MessageStep) SampleJourneys.retail().getFirst().step("offer").orElseThrow());

    @Test
    void anExpiredConsentWouldHaveToBeRenewed() {
        assertEquals(
                List.of(List.of("Consent to email is renewed")),
                changes(new Documents().email("expired").person(), 10));
    }

    @Test
    void atNightAnotherHourWouldDo() {
        assertEquals(List.of(List.of("It is 08:00 where the person is")), changes(new Documents().person(), 23));
    }

    @Test
    void twoObstaclesNeedTwoChangesAndNoSmallerChangeIsLeftOut() {
        List<List<String>> changes =
                changes(new Documents().email("denied").contactsToday(2).person(), 10);
        assertFalse(changes.isEmpty());
        for (List<String> change : changes) {
            assertEquals(2, change.size());
            assertTrue(change.contains("Consent to email is granted"), change.toString());
        }
        assertTrue(changes.stream().anyMatch(change -> change.contains("No contact in the last 7 days")));
    }

    @Test
    void aMinorWouldHaveToBeOlder() {
        List<List<String>> changes = changes(new Documents().ageBand("16-17").person(), 10);
        assertEquals(List.of(List.of("The person is in the age band 18-24")), changes);
    }

    private List<List<String>> changes(RegoObject person, int hour) {
        LadderDecision decision = offer.decide(retail, person, Documents.at(hour));
        LadderDecision.Tried top = decision.tried().getFirst();
        assertFalse(top.verdict().allow());
        return whatIf.changes(top.document(), top.verdict()).stream()
                .map(PersonPath.Change::facts)
                .toList();
    }
}
