package org.wayleave.journey.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Recipe;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.journey.decide.Decider;
import org.wayleave.journey.decide.Verdict;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.Claim;
import org.wayleave.journey.graph.Comparison;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.ConsentStanding;
import org.wayleave.journey.graph.Expectation;
import org.wayleave.journey.graph.Extras;
import org.wayleave.journey.graph.FactValue;
import org.wayleave.journey.graph.Happening;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.RungKind;
import org.wayleave.journey.samples.SampleJourneys;
import org.wayleave.policy.pack.PolicyPack;

/** Expectations are held against what single people, replayed alone, went through. */
class ExpectationTest {

    private static final int PEOPLE = 3_000;
    private static final Decider ALLOW = document -> new Verdict(true, List.of(), Outlet.GRANTED, RegoNull.NULL);
    private static final ConsentStanding EMAIL_DENIED =
            new ConsentStanding(ConsentStanding.About.CHANNEL, "email", Outlet.DENIED);

    private final Journey winBack = SampleJourneys.retail().getFirst();

    @Test
    void whoReachesAStepIsCounted() {
        Expectation expectation = never(List.of(), "", null, new Happening.Reaches("offer"));
        ExpectationResult result = run(plan(expectation));
        assertCounts(result, walk -> true, (walk, visit) -> visit.step().id().equals("offer"));
        assertEquals(ExpectationResult.Verdict.BROKEN, result.verdict());
        Replay replay = new Replay(plan(expectation));
        assertEquals(ExpectationResult.MOST_WITNESSES, result.witnesses().size());
        result.witnesses()
                .forEach(person -> assertTrue(replay.person(person).visits().stream()
                        .anyMatch(visit -> visit.step().id().equals("offer"))));
    }

    @Test
    void onlyPeopleForWhomTheConditionsHoldAreConcerned() {
        Condition young = new Condition("ageBand", Comparison.IS, FactValue.of("18-24"));
        ExpectationResult result = run(plan(never(List.of(young), "", null, new Happening.Reaches("offer"))));
        assertCounts(
                result,
                walk -> walk.person().ageBand().wire().equals("18-24"),
                (walk, visit) -> visit.step().id().equals("offer"));
    }

    @Test
    void onlyWhoComesToTheStepIsConcernedAndOnlyWhatHappensThenCounts() {
        ExpectationResult result =
                run(plan(never(List.of(), "ask-again", null, new Happening.Gets("email", "", "", null))));
        assertCounts(
                result,
                walk -> walk.visits().stream()
                        .anyMatch(visit -> visit.step().id().equals("ask-again")),
                (walk, visit) -> visit.arrived() >= arrival(walk, "ask-again") && gets(visit, "email", null));
    }

    @Test
    void messagesAreToldApartByChannelAndRung() {
        for (RungKind rung : List.of(RungKind.PERSONALISED, RungKind.CONTEXTUAL, RungKind.GENERIC)) {
            ExpectationResult result = run(plan(never(List.of(), "", null, new Happening.Gets("email", "", "", rung))));
            assertCounts(result, walk -> true, (walk, visit) -> gets(visit, "email", rung));
        }
    }

    @Test
    void thePolicyKeepsEmailFromWhoHasDeniedItAndAnExpectationShowsThat() {
        Expectation expectation = never(List.of(), "", EMAIL_DENIED, new Happening.Gets("email", "", "", null));
        ExpectationResult kept = run(plan(expectation));
        assertEquals(ExpectationResult.Verdict.HOLDS, kept.verdict());
        assertTrue(kept.concerned() > 20, "people without consent came in: " + kept.concerned());
        ExpectationResult broken =
                new Simulation(plan(expectation), ALLOW).run().expectations().getFirst();
        assertEquals(ExpectationResult.Verdict.BROKEN, broken.verdict());
        Replay replay = new Replay(plan(expectation), ALLOW);
        broken.witnesses()
                .forEach(person -> assertTrue(replay.person(person).visits().stream()
                        .anyMatch(visit ->
                                gets(visit, "email", null) && denies(replay.person(person), visit.arrived()))));
    }

    @Test
    void aShareIsHeldAgainstThoseConcerned() {
        Happening reaches = new Happening.Reaches("holdout");
        assertEquals(
                ExpectationResult.Verdict.HOLDS,
                run(plan(share(Claim.AT_LEAST, 1, reaches))).verdict());
        assertEquals(
                ExpectationResult.Verdict.HOLDS,
                run(plan(share(Claim.ALWAYS, 0, reaches))).verdict());
        ExpectationResult most = run(plan(share(Claim.AT_MOST, 0.5, reaches)));
        assertEquals(ExpectationResult.Verdict.BROKEN, most.verdict());
        assertEquals(1, most.high());
        assertTrue(most.low() > 0.9 && most.low() < 1);
        ExpectationResult held = run(plan(share(Claim.AT_LEAST, 0.5, new Happening.Reaches("bought-held"))));
        assertEquals(ExpectationResult.Verdict.BROKEN, held.verdict());
        double observed = (double) held.shown() / held.concerned();
        assertTrue(held.low() < observed && observed < held.high());
    }

    @Test
    void whatConcernsNobodyIsUntried() {
        Condition nobody = new Condition("country", Comparison.IS, FactValue.of("XX"));
        ExpectationResult result = run(plan(never(List.of(nobody), "", null, new Happening.Reaches("offer"))));
        assertEquals(ExpectationResult.Verdict.UNTRIED, result.verdict());
        assertEquals(List.of(), result.witnesses());
    }

    @Test
    void threadsAndExpectationsChangeNoFigure() {
        SimulationPlan plain = plan().withSize(PEOPLE, 30);
        SimulationPlan expecting = plan(never(List.of(), "", EMAIL_DENIED, new Happening.Gets("email", "", "", null)));
        RunResult without = new Simulation(plain).run();
        RunResult one = new Simulation(expecting).run();
        RunResult three = new Simulation(expecting.withThreads(3)).run();
        assertEquals(without.steps(), one.steps());
        assertEquals(without.ledgerHash(), one.ledgerHash());
        assertEquals(one.expectations(), three.expectations());
        assertEquals(List.of(), without.expectations());
        assertEquals(
                one.expectations(),
                RunResult.fromSummaryJson(one.toSummaryJson()).expectations());
    }

    @Test
    void aSummaryFromBeforeThereWereExpectationsIsRead() {
        String json = new Simulation(plan().withSize(10, 5)).run().toSummaryJson();
        String older = json.replace(",\"expectations\":[]", "");
        assertFalse(older.equals(json));
        assertEquals(List.of(), RunResult.fromSummaryJson(older).expectations());
    }

    private void assertCounts(
            ExpectationResult result, Predicate<Replay.Walk> concerned, BiPredicate<Replay.Walk, Visit> shown) {
        Replay replay = new Replay(plan());
        List<Replay.Walk> walks = IntStream.range(0, PEOPLE)
                .mapToObj(replay::person)
                .filter(walk -> !walk.visits().isEmpty())
                .filter(concerned)
                .toList();
        assertEquals(walks.size(), result.concerned());
        assertTrue(result.concerned() > 0);
        List<Integer> who = new ArrayList<>();
        for (Replay.Walk walk : walks) {
            if (walk.visits().stream().anyMatch(visit -> shown.test(walk, visit))) {
                who.add(walk.person().index());
            }
        }
        assertEquals(who.size(), result.shown());
        assertEquals(who.stream().limit(ExpectationResult.MOST_WITNESSES).toList(), result.witnesses());
    }

    private static long arrival(Replay.Walk walk, String step) {
        return walk.visits().stream()
                .filter(visit -> visit.step().id().equals(step))
                .mapToLong(Visit::arrived)
                .min()
                .orElseThrow();
    }

    private static boolean gets(Visit visit, String channel, @Nullable RungKind rung) {
        if (visit.decision() == null || visit.decision().taken() < 0) {
            return false;
        }
        Action action = Objects.requireNonNull(((MessageStep) visit.step())
                .ladder()
                .get(visit.decision().taken())
                .action());
        return action.channel().equals(channel)
                && (rung == null || visit.decision().rung() == rung);
    }

    private static boolean denies(Replay.Walk walk, long time) {
        return walk.consents().state(Dimension.CHANNEL, "email", time).state() == ConsentState.State.DENIED;
    }

    private static Expectation never(
            List<Condition> people, String from, @Nullable ConsentStanding consent, Happening what) {
        return new Expectation("e", "", people, from, consent, Claim.NEVER, 0, what, Extras.NONE);
    }

    private static Expectation share(Claim claim, double share, Happening what) {
        return new Expectation("e", "", List.of(), "", null, claim, share, what, Extras.NONE);
    }

    private ExpectationResult run(SimulationPlan plan) {
        return new Simulation(plan).run().expectations().getFirst();
    }

    private SimulationPlan plan(Expectation... expectations) {
        return SimulationPlan.of(
                        winBack.withExpectations(List.of(expectations)),
                        1,
                        Recipe.bundled("retail"),
                        PolicyPack.bundled("retail"),
                        PolicyPack.bundledSettings("retail"))
                .withSize(PEOPLE, 30);
    }
}
