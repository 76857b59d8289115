package org.wayleave.journey.graph;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Random steps, journeys and edits from a seed. */
public final class RandomJourneys {

    private final Random random;

    public RandomJourneys(long seed) {
        this.random = new Random(seed);
    }

    public Journey journey(int size) {
        EditHistory history = new EditHistory(empty());
        while (history.current().steps().size() < size) {
            tryEdit(history);
        }
        return history.current();
    }

    public static Journey empty() {
        return new Journey("drawn", "Drawn", "retail", "", List.of(), List.of());
    }

    /** Makes one random edit; false when it was refused. */
    public boolean tryEdit(EditHistory history) {
        try {
            history.apply(edit(history.current()));
            return true;
        } catch (EditRefused refused) {
            return false;
        }
    }

    private JourneyEdit edit(Journey journey) {
        String wish = Integer.toString(random.nextInt(1000), 36);
        int kind = journey.steps().size() > 60 ? 4 : random.nextInt(13);
        return switch (kind) {
            case 0, 1, 2 -> new JourneyEdit.AddStep(step(random.nextInt(20) == 0 ? wish : journey.freeId(wish)));
            case 3 -> new JourneyEdit.MoveSteps(Map.of(any(journey), new Position(random.nextInt(5000), -0.0)));
            case 4 -> new JourneyEdit.RemoveSteps(Set.of(any(journey)), random.nextBoolean());
            case 5, 6, 7 -> new JourneyEdit.Connect(any(journey), port(journey), any(journey));
            case 8 -> new JourneyEdit.Disconnect(any(journey), port(journey));
            case 9 -> new JourneyEdit.ChangeStep(step(any(journey)));
            case 10 -> JourneyEdit.copyOf(journey, Set.of(any(journey), any2(journey)), journey, 240, 0);
            case 11 -> new JourneyEdit.ChangeTexts("Title " + wish, "goal " + wish);
            default ->
                new JourneyEdit.ChangeExpectations(
                        "Expect " + wish, List.of(expectation(journey, "e-" + wish), expectation(journey, "other")));
        };
    }

    private Expectation expectation(Journey journey, String id) {
        Claim claim = List.of(Claim.values()).get(random.nextInt(4));
        Happening what = random.nextBoolean()
                ? new Happening.Reaches(any(journey), extras())
                : new Happening.Gets(
                        random.nextBoolean() ? "" : "email",
                        "",
                        "offers",
                        random.nextBoolean() ? null : RungKind.GENERIC,
                        extras());
        return new Expectation(
                id,
                random.nextBoolean() ? "" : "Title é",
                random.nextBoolean() ? List.of() : List.of(condition(), condition()),
                random.nextBoolean() ? "" : any(journey),
                random.nextBoolean()
                        ? null
                        : new ConsentStanding(
                                List.of(ConsentStanding.About.values()).get(random.nextInt(3)),
                                "news",
                                List.of(Outlet.values()).get(random.nextInt(4)),
                                extras()),
                claim,
                claim.takesShare() ? random.nextInt(101) / 100.0 : 0,
                what,
                extras());
    }

    private String any2(Journey journey) {
        String first = any(journey);
        return first + "-";
    }

    private String any(Journey journey) {
        return journey.steps().isEmpty()
                ? "absent"
                : journey.steps().get(random.nextInt(journey.steps().size())).id();
    }

    private String port(Journey journey) {
        Step step = journey.step(any(journey)).orElse(null);
        if (step == null || step.ports().isEmpty()) {
            return Port.NEXT;
        }
        return step.ports().get(random.nextInt(step.ports().size())).name();
    }

    public Step step(String id) {
        Position at = new Position(random.nextInt(1000), random.nextInt(1000) / 4.0);
        String title = "Step \"" + id + "\" é\n";
        return switch (random.nextInt(11)) {
            case 0 -> new EntryStep(id, title, at, trigger(), reEntry(), extras());
            case 1 -> new WaitStep(id, title, at, new WaitRule.ForDuration(duration(), extras()), extras());
            case 2 -> new WaitStep(id, title, at, new WaitRule.ForEvent(match(), duration(), extras()), extras());
            case 3 ->
                new WaitStep(
                        id,
                        title,
                        at,
                        new WaitRule.UntilWindow(
                                LocalTime.of(random.nextInt(12), 15),
                                LocalTime.of(12 + random.nextInt(12), 0, random.nextInt(60)),
                                EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.SUNDAY),
                                extras()),
                        extras());
            case 4 -> new BranchStep(id, title, at, List.of(arm("a"), arm("b-" + random.nextInt(3))), extras());
            case 5 ->
                new RandomSplitStep(
                        id,
                        title,
                        at,
                        List.of(
                                new SplitArm("a", "A", 1 + random.nextDouble(), extras()),
                                new SplitArm("b", "B", 2, extras())),
                        extras());
            case 6 -> new MessageStep(id, title, at, "email", "marketing", "offers", ladder(), extras());
            case 7 -> new HoldoutStep(id, title, at, (1 + random.nextInt(98)) / 100.0, extras());
            case 8 -> new GoalStep(id, title, at, match(), 1 + random.nextInt(30), extras());
            case 9 ->
                new OpaqueStep(
                        id,
                        title,
                        at,
                        new SourceFragment(
                                "bpmn", "userTask", "task[" + id + "]", "<task>\n\t\"é\"\n</task>", extras()),
                        random.nextBoolean() ? List.of() : List.of(new OpaqueArm("next", "Next", extras())),
                        extras());
            default -> new ExitStep(id, title, at, "done", extras());
        };
    }

    private List<Rung> ladder() {
        List<Rung> ladder = new ArrayList<>();
        for (RungKind kind : List.of(RungKind.PERSONALISED, RungKind.CONTEXTUAL, RungKind.GENERIC)) {
            if (random.nextBoolean()) {
                Creative creative =
                        new Creative("c" + random.nextInt(9), random.nextBoolean(), random.nextBoolean(), extras());
                ModelRef model = random.nextBoolean() ? null : new ModelRef("m", "1", extras());
                List<String> elements = random.nextBoolean() ? List.of() : List.of("purchases", "size");
                ladder.add(new Rung(
                        kind,
                        new Action(
                                "push",
                                "service",
                                "news",
                                elements,
                                creative,
                                random.nextInt(5) / 8.0,
                                model,
                                asks(),
                                extras()),
                        extras()));
            }
        }
        ladder.add(new Rung(RungKind.SILENCE, null, extras()));
        return ladder;
    }

    private @Nullable ConsentAsk asks() {
        return random.nextBoolean() ? null : new ConsentAsk("email", "marketing", "offers", extras());
    }

    private Trigger trigger() {
        return switch (random.nextInt(3)) {
            case 0 -> new Trigger.OnEvent(match(), List.of(), extras());
            case 1 -> new Trigger.OnAudience(List.of(condition()), extras());
            default ->
                new Trigger.OnSchedule(
                        1 + random.nextInt(30), LocalTime.of(9, 0), List.of(condition(), condition()), extras());
        };
    }

    private ReEntry reEntry() {
        return switch (random.nextInt(3)) {
            case 0 -> ReEntry.never();
            case 1 -> ReEntry.afterExit();
            default -> ReEntry.afterDays(1 + random.nextInt(300));
        };
    }

    private EventMatch match() {
        return new EventMatch("purchase", random.nextBoolean() ? null : "shoes");
    }

    private Duration duration() {
        return Duration.ofSeconds(1 + random.nextInt(1_000_000));
    }

    private BranchArm arm(String port) {
        return new BranchArm(port, "Arm " + port, List.of(condition()), extras());
    }

    private Condition condition() {
        return switch (random.nextInt(3)) {
            case 0 ->
                new Condition(
                        "country",
                        Comparison.ONE_OF,
                        List.of(FactValue.of("FR"), FactValue.of("DE"), FactValue.of(true)),
                        extras());
            case 1 ->
                new Condition(
                        "feature.recency",
                        Comparison.AT_LEAST,
                        List.of(FactValue.of(random.nextInt(900) / 10.0)),
                        extras());
            default -> new Condition("flags", Comparison.CONTAINS, List.of(FactValue.of("employee")), extras());
        };
    }

    private Extras extras() {
        if (random.nextInt(8) > 0) {
            return Extras.NONE;
        }
        Map<String, String> json = new HashMap<>();
        json.put("x-" + random.nextInt(3), "{\"a\":[1,2.5,null,\"é\"]}");
        json.put("note", "\"kept\"");
        return new Extras(json);
    }
}
