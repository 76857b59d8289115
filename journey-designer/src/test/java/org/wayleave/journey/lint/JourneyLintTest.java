package org.wayleave.journey.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.Claim;
import org.wayleave.journey.graph.Comparison;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.ConsentStanding;
import org.wayleave.journey.graph.Creative;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.EventMatch;
import org.wayleave.journey.graph.Expectation;
import org.wayleave.journey.graph.Extras;
import org.wayleave.journey.graph.FactValue;
import org.wayleave.journey.graph.Happening;
import org.wayleave.journey.graph.HoldoutStep;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.OpaqueStep;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.ReEntry;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.graph.RungKind;
import org.wayleave.journey.graph.SourceFragment;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.Trigger;
import org.wayleave.journey.graph.WaitRule;
import org.wayleave.journey.graph.WaitStep;
import org.wayleave.journey.samples.SampleJourneys;

class JourneyLintTest {

    private final Catalogue catalogue = catalogue();
    private final Journey winBack = SampleJourneys.retail().getFirst();

    @Test
    void anEmptyJourneyLacksEntryAndExit() {
        Journey empty = new Journey("e", "E", "retail", "", List.of(), List.of());
        assertEquals(Set.of("no-entry", "no-exit"), codes(empty));
    }

    @Test
    void aMessageWithoutPurposeIsAnError() {
        MessageStep offer = (MessageStep) winBack.step("offer").orElseThrow();
        MessageStep without = new MessageStep(
                offer.id(), offer.title(), offer.position(), offer.channel(), "", offer.topic(), offer.ladder());
        assertTrue(codes(new JourneyEdit.ChangeStep(without).apply(winBack)).contains("no-purpose"));
    }

    @Test
    void anExpectationThatNamesWhatIsNotThereIsAnError() {
        Expectation expectation = new Expectation(
                "e",
                "Nobody who likes birds",
                List.of(new Condition("likesBirds", Comparison.IS, FactValue.of(true))),
                "gone",
                new ConsentStanding(ConsentStanding.About.TOPIC, "birds", Outlet.DENIED),
                Claim.NEVER,
                0,
                new Happening.Gets("pigeon", "", "", null),
                Extras.NONE);
        Journey journey = winBack.withExpectations(List.of(expectation));
        List<Problem> problems = JourneyLint.problems(journey, catalogue);
        assertEquals(
                Set.of("expectation-step", "unknown-fact", "unknown-topic", "unknown-channel"),
                problems.stream().map(Problem::code).collect(Collectors.toSet()));
        assertTrue(problems.stream().allMatch(problem -> problem.reason().contains("Nobody who likes birds")));
    }

    @Test
    void aCutEdgeLeavesAnOpenPortAndAnUnreachableStep() {
        Journey cut = new JourneyEdit.Disconnect("send-window", Port.NEXT).apply(winBack);
        List<Problem> problems = JourneyLint.problems(cut, catalogue);
        assertTrue(has(problems, "open-port", "send-window"));
        assertTrue(has(problems, "unreachable-step", "offer"));
        assertFalse(has(problems, "unreachable-step", "bought-held"));
    }

    @Test
    void peopleHeldOutMayNotBeContacted() {
        Journey contaminated = new JourneyEdit.Connect("holdout", Port.HELD, "offer").apply(winBack);
        assertTrue(has(JourneyLint.problems(contaminated, catalogue), "held-contacted", "offer"));
    }

    @Test
    void aPathAroundTheHoldoutIsFound() {
        Step second = new EntryStep(
                "second", "Second", Position.ORIGIN, new Trigger.OnEvent(new EventMatch("purchase")), ReEntry.never());
        Journey around = new JourneyEdit.Connect("second", Port.NEXT, "send-window")
                .apply(new JourneyEdit.AddStep(second).apply(winBack));
        assertTrue(has(JourneyLint.problems(around, catalogue), "holdout-bypassed", "offer"));
    }

    @Test
    void aLoopNeedsAWaitThatTakesTime() {
        Journey loop = new JourneyEdit.Connect("ask-again", "granted", "send-window").apply(winBack);
        List<Problem> problems = JourneyLint.problems(loop, catalogue);
        assertTrue(has(problems, "loop-without-wait", "offer"));
        assertFalse(has(problems, "loop-without-wait", "bought"));
        Step day = new WaitStep("day", "Day", Position.ORIGIN, new WaitRule.ForDuration(Duration.ofDays(1)));
        Journey slow = new JourneyEdit.InsertStep(day, Port.NEXT, "ask-again", "granted").apply(loop);
        assertFalse(codes(slow).contains("loop-without-wait"));
    }

    @Test
    void theLadderMustDescendAndUseTheStepsChannel() {
        Action email = new Action("email", "marketing", "offers", List.of(), new Creative("c", false, true));
        MessageStep upsideDown = new MessageStep(
                "offer",
                "Offer",
                Position.ORIGIN,
                "push",
                "marketing",
                "offers",
                List.of(new Rung(RungKind.GENERIC, email), new Rung(RungKind.PERSONALISED, email), Rung.silence()));
        Set<String> codes = codes(new JourneyEdit.ChangeStep(upsideDown).apply(winBack));
        assertTrue(codes.contains("ladder-order"));
        assertTrue(codes.contains("ladder-without-channel"));
    }

    @Test
    void whatTheCatalogueDoesNotKnowIsNamed() {
        Step entry = new EntryStep(
                "lapsed",
                "Lapsed",
                Position.ORIGIN,
                new Trigger.OnAudience(List.of(
                        new Condition("shoeSize", Comparison.IS, FactValue.of(43)),
                        new Condition("daysSince.teleport", Comparison.AT_LEAST, FactValue.of(1)))),
                ReEntry.never());
        List<Problem> problems = JourneyLint.problems(new JourneyEdit.ChangeStep(entry).apply(winBack), catalogue);
        assertTrue(problems.stream().anyMatch(p -> p.reason().contains("“shoeSize”")));
        assertTrue(problems.stream().anyMatch(p -> p.reason().contains("event “teleport”")));
    }

    @Test
    void whatAnotherToolsFileBroughtInIsAnErrorUntilSomebodyTranslatesIt() {
        Condition condition = new Condition("source.points", Comparison.AT_LEAST, FactValue.of(10));
        Journey imported = new Journey(
                "imported",
                "Imported",
                "retail",
                "",
                List.of(
                        new EntryStep(
                                "in",
                                "In",
                                Position.ORIGIN,
                                new Trigger.OnAudience(List.of(condition)),
                                ReEntry.never()),
                        new OpaqueStep(
                                "score",
                                "Score",
                                Position.ORIGIN,
                                new SourceFragment("mautic", "lead.changepoints", "campaign_event[0]", "{}"),
                                List.of())),
                List.of(new Edge("in", Port.NEXT, "score")));
        List<Problem> problems = JourneyLint.problems(imported, catalogue);
        assertTrue(has(problems, "opaque-step", "score"), problems.toString());
        assertTrue(has(problems, "untranslated-condition", "in"), problems.toString());
        assertFalse(has(problems, "unknown-fact", "in"), problems.toString());
    }

    @Test
    void everyProblemSaysWhatToDo() {
        Journey bad = new Journey(
                "bad",
                "Bad",
                "retail",
                "",
                List.of(
                        new HoldoutStep("h", " ", Position.ORIGIN, 0.9),
                        new MessageStep("m", "M", Position.ORIGIN, "fax", "", "gossip", List.of())),
                List.of(new Edge("h", Port.HELD, "m")));
        List<Problem> problems = JourneyLint.problems(bad, catalogue);
        assertTrue(problems.size() >= 8, problems.toString());
        problems.forEach(problem -> assertFalse(problem.fix().isBlank(), problem.code()));
    }

    private Set<String> codes(Journey journey) {
        return JourneyLint.problems(journey, catalogue).stream()
                .map(Problem::code)
                .collect(Collectors.toSet());
    }

    private static boolean has(List<Problem> problems, String code, String step) {
        return problems.stream()
                .anyMatch(problem -> problem.code().equals(code) && Objects.equals(problem.stepId(), step));
    }

    private static Catalogue catalogue() {
        try (InputStream in = Catalogue.class.getResourceAsStream("/org/wayleave/data/retail/catalogue.json")) {
            return Catalogue.parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
