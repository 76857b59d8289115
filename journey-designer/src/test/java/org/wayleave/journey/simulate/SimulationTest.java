package org.wayleave.journey.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Reaction;
import org.wayleave.data.Recipe;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;
import org.wayleave.engine.Engine;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.journey.decide.Decider;
import org.wayleave.journey.decide.Verdict;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.Creative;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.ExitStep;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.ReEntry;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.graph.RungKind;
import org.wayleave.journey.graph.Trigger;
import org.wayleave.journey.ledger.DecisionRow;
import org.wayleave.journey.ledger.RunLedger;
import org.wayleave.journey.samples.SampleJourneys;
import org.wayleave.policy.pack.PolicyPack;

class SimulationTest {

    private static final Recipe RETAIL = Recipe.bundled("retail");
    private static final PolicyPack PACK = PolicyPack.bundled("retail");
    private static final String SETTINGS = PolicyPack.bundledSettings("retail");
    private static final Decider ALLOW = document -> new Verdict(true, List.of(), Outlet.GRANTED, RegoNull.NULL);

    @TempDir
    Path folder = Path.of("");

    @Test
    void theSameBytesComeOutOnAnyThreadsInAnyLocaleAndZone() {
        for (Journey journey : SampleJourneys.retail()) {
            SimulationPlan plan = plan(journey).withSize(1100, 40);
            RunResult one = new Simulation(plan).run();
            Locale locale = Locale.getDefault();
            TimeZone zone = TimeZone.getDefault();
            RunResult three;
            try {
                Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
                three = new Simulation(plan.withThreads(3)).run();
            } finally {
                Locale.setDefault(locale);
                TimeZone.setDefault(zone);
            }
            assertTrue(one.decisions() > 5, journey.id());
            assertEquals(withoutTimes(one), withoutTimes(three), journey.id());
            assertNotEquals(
                    one.ledgerHash(), new Simulation(plan.withSeed(2)).run().ledgerHash());
        }
    }

    @Test
    void interpretedAndCompiledPolicyGiveTheSameLedger() {
        SimulationPlan plan = plan(SampleJourneys.retail().getFirst()).withSize(400, 60);
        RunResult compiled = new Simulation(plan, plan.decider(Engine.COMPILE)).run();
        RunResult interpreted = new Simulation(plan, plan.decider(Engine.INTERPRET)).run();
        assertEquals(interpreted.ledgerHash(), compiled.ledgerHash());
        assertEquals("interpret", interpreted.engine());
    }

    @Test
    void aPersonReplayedAloneHasTheRowsOfTheRun() {
        for (Journey journey : SampleJourneys.retail()) {
            Path file = folder.resolve(journey.id() + ".duckdb");
            SimulationPlan plan = plan(journey).withSize(300, 90).withThreads(2).withLedger(file);
            RunResult result = new Simulation(plan).run();
            Replay replay = new Replay(plan);
            long rows = 0;
            try (RunLedger ledger = RunLedger.open(file)) {
                for (int person = 0; person < 300; person++) {
                    List<DecisionRow> alone = replay.person(person).visits().stream()
                            .flatMap(visit -> Optional.ofNullable(visit.row()).stream())
                            .toList();
                    assertEquals(ledger.decisions(person), alone);
                    rows += alone.size();
                }
                assertEquals(result.ledgerHash(), ledger.hash());
                assertEquals(RunLedger.COMPLETE, ledger.facts().get(RunLedger.STATE));
            }
            assertEquals(result.decisions(), rows);
        }
    }

    @Test
    void peopleAreNeitherLostNorMadeAtAStep() {
        for (Journey journey : SampleJourneys.retail()) {
            RunResult result = new Simulation(plan(journey).withSize(2000, 60), ALLOW).run();
            Map<String, Long> into = new java.util.TreeMap<>();
            result.steps().forEach((id, figures) -> {
                long out = figures.ports().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                if (!figures.type().equals("exit")) {
                    assertEquals(figures.visits(), out + figures.stillThere(), id);
                }
                figures.ports()
                        .forEach((port, count) ->
                                journey.edge(id, port).ifPresent(edge -> into.merge(edge.to(), count, Long::sum)));
            });
            result.steps().forEach((id, figures) -> {
                long expected = figures.type().equals("entry") ? result.entries() : into.getOrDefault(id, 0L);
                assertEquals(expected, figures.visits(), id);
            });
        }
    }

    @Test
    void aHoldoutHoldsItsShareAndThoseHeldAreNotContacted() {
        Journey journey = SampleJourneys.retail().getFirst();
        RunResult result = new Simulation(plan(journey).withSize(6000, 30), ALLOW).run();
        Map<String, Long> ports = step(result, "holdout").ports();
        long held = ports.getOrDefault(Port.HELD, 0L);
        long all = held + ports.getOrDefault(Port.TREATED, 0L);
        double tolerance = 4 * Math.sqrt(0.1 * 0.9 / all);
        assertEquals(0.1, (double) held / all, tolerance);
        Replay replay = new Replay(plan(journey).withSize(6000, 30), ALLOW);
        int someone = Objects.requireNonNull(result.examples().get("held"));
        assertTrue(replay.person(someone).visits().stream().allMatch(visit -> visit.decision() == null));
    }

    @Test
    void theEstimateRecoversTheTruth() {
        Journey journey = SampleJourneys.retail().getFirst();
        int seeds = 16;
        int covered = 0;
        double bias = 0;
        double variance = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            RunResult.Effect effect = Objects.requireNonNull(new Simulation(
                            plan(withHoldout(journey, 0.3)).withSize(1500, 40).withSeed(seed), ALLOW)
                    .run()
                    .effect());
            double low = Objects.requireNonNull(effect.low());
            double high = Objects.requireNonNull(effect.high());
            if (low <= effect.truth() && effect.truth() <= high) {
                covered++;
            }
            bias += (Objects.requireNonNull(effect.estimate()) - effect.truth()) / seeds;
            variance += Math.pow((high - low) / 4, 2) / seeds / seeds;
        }
        // 95 % intervals: fewer than 12 of 16 has a probability below one in a thousand.
        assertTrue(covered >= 12, "covered " + covered);
        assertEquals(0, bias, 4 * Math.sqrt(variance));
    }

    @Test
    void withoutAnyContactThereIsNoEffect() {
        Decider deny = document -> new Verdict(
                false, List.of(new org.wayleave.journey.decide.Denial("no", "No")), Outlet.DENIED, RegoNull.NULL);
        RunResult result =
                new Simulation(plan(SampleJourneys.retail().getFirst()).withSize(800, 40), deny).run();
        assertEquals(0, result.contacts());
        assertEquals(0, Objects.requireNonNull(result.effect()).truth());
        RunResult.RuleFigures no = Objects.requireNonNull(result.byRule().get("no"));
        assertEquals(result.decisions(), no.silenced());
        assertEquals(result.decisions(), no.sole());
    }

    @Test
    void whatWasDoneBeforeACancelIsKept() {
        Journey journey = SampleJourneys.retail().getFirst();
        Path file = folder.resolve("cancelled.duckdb");
        SimulationPlan plan = plan(journey).withSize(50_000, 30);
        AtomicInteger done = new AtomicInteger();
        RunResult cancelled = new Simulation(plan.withThreads(2).withLedger(file), ALLOW)
                .run((people, total) -> done.set(people), () -> done.get() >= Simulation.BLOCK);
        assertFalse(cancelled.complete());
        assertEquals(done.get(), cancelled.people());
        assertTrue(cancelled.people() < 50_000);
        RunResult first = new Simulation(plan.withSize(cancelled.people(), 30), ALLOW).run();
        assertEquals(first.ledgerHash(), cancelled.ledgerHash());
        assertEquals(first.steps(), cancelled.steps());
        try (RunLedger ledger = RunLedger.open(file)) {
            assertEquals(RunLedger.CANCELLED, ledger.facts().get(RunLedger.STATE));
            assertEquals(cancelled.decisions(), ledger.size());
        }
    }

    @Test
    void afterUnsubscribingNoEmailFollowsAndCapsHold() {
        SimulationPlan plan = plan(daily()).withSize(400, 35);
        PersonGenerator people = new PersonGenerator(RETAIL, plan.seed(), plan.start(), plan.days());
        long start = plan.start().toEpochMilli();
        Replay replay = new Replay(plan);
        int unsubscribed = 0;
        int most = 0;
        for (int person = 0; person < plan.people(); person++) {
            ConsentHistory consents = people.person(person).consents();
            if (consents.state(Dimension.CHANNEL, "email", start).state() != ConsentState.State.GRANTED
                    || consents.state(Dimension.PURPOSE, "marketing", start).state() != ConsentState.State.GRANTED) {
                continue;
            }
            List<Long> emails = new ArrayList<>();
            long gone = Long.MAX_VALUE;
            for (Visit visit : replay.person(person).visits()) {
                DecisionRow row = visit.row();
                if (row == null || row.rung() == RungKind.SILENCE) {
                    continue;
                }
                assertTrue(row.time() < gone, "an email after the withdrawal");
                emails.add(row.time());
                long now = row.time();
                most = Math.max(most, (int) emails.stream()
                        .filter(time -> time > now - 7 * Route.DAY)
                        .count());
                Reaction reaction = visit.reaction();
                if (reaction != null && reaction.unsubscribes()) {
                    gone = Math.min(gone, row.time() + reaction.unsubscribeDelayMillis());
                    unsubscribed++;
                }
            }
        }
        assertTrue(unsubscribed >= 2, "unsubscribed " + unsubscribed);
        assertTrue(most > 1 && most <= 5, "most contacts in a week " + most);
    }

    @Test
    void theParitySampleIsTheSameOnAnyThreads() {
        SimulationPlan plan =
                plan(SampleJourneys.retail().get(1)).withSize(2100, 30).withParitySample(50);
        List<ParitySample> one = new Simulation(plan, ALLOW).run().paritySamples();
        assertEquals(50, one.size());
        assertEquals(one, new Simulation(plan.withThreads(2), ALLOW).run().paritySamples());
        assertTrue(one.stream().map(ParitySample::person).distinct().count() > 30);
    }

    @Test
    void theSummaryReadsBack() {
        RunResult result = new Simulation(
                        plan(SampleJourneys.retail().getLast()).withSize(1500, 60), ALLOW)
                .run()
                .withParity(new RunResult.Parity(10, 0, "checked", ""));
        RunResult read = RunResult.fromSummaryJson(result.toSummaryJson());
        assertEquals(result.toSummaryJson(), read.toSummaryJson());
        assertEquals(result.steps(), read.steps());
        assertEquals(result.effect(), read.effect());
        assertFalse(result.toSummaryJson().contains("paritySamples"));
        assertThrows(IllegalArgumentException.class, () -> RunResult.fromSummaryJson("[]"));
    }

    @Test
    void numbersOutOfRangeAreOneClearLine() {
        SimulationPlan plan = plan(SampleJourneys.retail().getFirst());
        for (int people : new int[] {0, -5, SimulationPlan.MOST_PEOPLE + 1}) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> plan.withSize(people, 90));
            assertEquals("the number of people must lie between 1 and 10000000, is " + people, refused.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> plan.withSize(10, 0));
        assertThrows(IllegalArgumentException.class, () -> plan.withThreads(0));
    }

    private static Journey withHoldout(Journey journey, double share) {
        return new JourneyEdit.ChangeStep(
                        new org.wayleave.journey.graph.HoldoutStep("holdout", "Holdout", Position.ORIGIN, share))
                .apply(journey);
    }

    /** An email to everyone every morning. */
    private static Journey daily() {
        Action email = new Action("email", "marketing", "offers", List.of(), new Creative("c", false, true));
        Action news = new Action("email", "marketing", "news", List.of(), new Creative("n", false, true));
        return new Journey(
                "daily",
                "Daily",
                "retail",
                "",
                List.of(
                        new EntryStep(
                                "in",
                                "In",
                                Position.ORIGIN,
                                new Trigger.OnSchedule(1, LocalTime.of(10, 0), List.of()),
                                ReEntry.afterExit()),
                        new MessageStep(
                                "mail",
                                "Mail",
                                Position.ORIGIN,
                                "email",
                                "marketing",
                                "offers",
                                List.of(
                                        new Rung(RungKind.CONTEXTUAL, email),
                                        new Rung(RungKind.GENERIC, news),
                                        Rung.silence())),
                        new ExitStep("out", "Out", Position.ORIGIN, "")),
                List.of(
                        new Edge("in", Port.NEXT, "mail"),
                        new Edge("mail", "granted", "out"),
                        new Edge("mail", "denied", "out"),
                        new Edge("mail", "unknown", "out"),
                        new Edge("mail", "expired", "out")));
    }

    private static RunResult.StepFigures step(RunResult result, String id) {
        return Objects.requireNonNull(result.steps().get(id));
    }

    private static String withoutTimes(RunResult result) {
        String json = result.toSummaryJson();
        int from = json.indexOf("\"seconds\"");
        return json.substring(0, from) + json.substring(json.indexOf("\"parity\"", from));
    }

    private static SimulationPlan plan(Journey journey) {
        return SimulationPlan.of(journey, 1, RETAIL, PACK, SETTINGS);
    }
}
