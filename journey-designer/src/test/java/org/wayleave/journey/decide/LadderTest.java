package org.wayleave.journey.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.Creative;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.graph.RungKind;
import org.wayleave.journey.samples.SampleJourneys;

class LadderTest {

    private final PolicyDecider retail = RetailPolicy.decider();
    private final Ladder offer = new Ladder(
            (MessageStep) SampleJourneys.retail().getFirst().step("offer").orElseThrow());

    @Test
    void whoConsentsToEverythingGetsThePersonalisedMessage() {
        LadderDecision decision = offer.decide(retail, new Documents().person(), Documents.at(10));
        assertEquals(RungKind.PERSONALISED, decision.rung());
        assertEquals(Outlet.GRANTED, decision.outlet());
        assertEquals(1, decision.tried().size());
    }

    @Test
    void anExpiredPurposeLeavesTheGenericMessageAndTheExpiredOutlet() {
        LadderDecision decision = offer.decide(
                retail, new Documents().purpose("marketing", "expired").person(), Documents.at(10));
        assertEquals(RungKind.GENERIC, decision.rung());
        assertEquals(Outlet.EXPIRED, decision.outlet());
        assertTrue(denied(decision, 0).contains("consent-purpose"));
        assertEquals(
                List.of(RungKind.PERSONALISED, RungKind.CONTEXTUAL, RungKind.GENERIC),
                decision.tried().stream().map(LadderDecision.Tried::kind).toList());
    }

    @Test
    void aWithdrawnConsentIsNeverGranted() {
        for (String state : List.of("denied", "unknown", "expired")) {
            LadderDecision decision =
                    offer.decide(retail, new Documents().email(state).person(), Documents.at(10));
            assertEquals(Outlet.of(state).orElseThrow(), decision.outlet());
            assertTrue(decision.rung() == RungKind.GENERIC || decision.rung() == RungKind.SILENCE);
        }
    }

    @Test
    void capsAndQuietHoursComeFromPolicyAndKeepTheGrantedOutlet() {
        LadderDecision capped =
                offer.decide(retail, new Documents().contactsToday(2).person(), Documents.at(10));
        assertEquals(Outlet.GRANTED, capped.outlet());
        assertTrue(denied(capped, 0).contains("cap-day"));
        LadderDecision night = offer.decide(retail, new Documents().person(), Documents.at(23));
        assertEquals(Outlet.GRANTED, night.outlet());
        assertTrue(denied(night, 0).contains("quiet-hours"));
    }

    @Test
    void theFirstAllowedRungIsTakenAndTheOutletIsThatOfTheStepsChannel() {
        Random random = new Random(4);
        for (int trial = 0; trial < 2000; trial++) {
            List<Rung> rungs = new ArrayList<>();
            List<Verdict> verdicts = new ArrayList<>();
            List<String> channels = new ArrayList<>();
            for (RungKind kind : List.of(RungKind.PERSONALISED, RungKind.CONTEXTUAL, RungKind.GENERIC)) {
                String channel = random.nextBoolean() ? "email" : "web";
                channels.add(channel);
                rungs.add(new Rung(
                        kind, new Action(channel, "marketing", "offers", List.of(), new Creative("c", false, true))));
                verdicts.add(new Verdict(
                        random.nextInt(3) == 0,
                        List.of(),
                        List.of(Outlet.values()).get(random.nextInt(4)),
                        RegoNull.NULL));
            }
            rungs.add(Rung.silence());
            Ladder ladder =
                    new Ladder(new MessageStep("s", "S", Position.ORIGIN, "email", "marketing", "offers", rungs));
            int[] asked = {0};
            LadderDecision decision =
                    ladder.decide(document -> verdicts.get(asked[0]++), RegoObject.EMPTY, RegoObject.EMPTY);
            int first = 0;
            while (first < 3 && !verdicts.get(first).allow()) {
                first++;
            }
            assertEquals(first < 3 ? first : -1, decision.taken());
            assertEquals(Math.min(first + 1, 3), asked[0]);
            Outlet expected = Outlet.UNKNOWN;
            for (int i = 0; i < asked[0]; i++) {
                if (channels.get(i).equals("email")) {
                    expected = verdicts.get(i).consent();
                }
            }
            assertEquals(expected, decision.outlet());
        }
    }

    private static List<String> denied(LadderDecision decision, int rung) {
        return decision.tried().get(rung).verdict().denials().stream()
                .map(Denial::rule)
                .toList();
    }
}
