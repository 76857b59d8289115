package org.wayleave.journey.canvas;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.BranchArm;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.Comparison;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.Creative;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.EventMatch;
import org.wayleave.journey.graph.ExitStep;
import org.wayleave.journey.graph.FactValue;
import org.wayleave.journey.graph.GoalStep;
import org.wayleave.journey.graph.HoldoutStep;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.RandomSplitStep;
import org.wayleave.journey.graph.ReEntry;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.graph.RungKind;
import org.wayleave.journey.graph.SplitArm;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.Trigger;
import org.wayleave.journey.graph.WaitRule;
import org.wayleave.journey.graph.WaitStep;

/**
 * Makes the steps that the palette adds. What only a person can say is left open and shows up as a problem: the purpose and
 * topic of a message.
 */
public final class NewSteps {

    private static final String FIRST_EVENT = "purchase";

    private final Texts texts;

    /** Creates a maker that gives titles in the language of the texts. */
    public NewSteps(Texts texts) {
        this.texts = texts;
    }

    /** Returns a new step with an id that is free in the journey. */
    public Step make(StepKind kind, Journey journey, Position position) {
        String title = texts.get(kind.textKey());
        String id = journey.freeId(title);
        return switch (kind) {
            case EMAIL, SMS, PUSH, WEB, ADS, SUPPORT ->
                new MessageStep(id, title, position, kind.channel(), "", "", ladder(id, kind.channel()));
            case WAIT -> new WaitStep(id, title, position, new WaitRule.ForDuration(Duration.ofDays(1)));
            case WAIT_FOR_EVENT ->
                new WaitStep(
                        id, title, position, new WaitRule.ForEvent(new EventMatch(FIRST_EVENT), Duration.ofDays(7)));
            case WAIT_FOR_WINDOW ->
                new WaitStep(id, title, position, new WaitRule.UntilWindow(LocalTime.of(8, 0), LocalTime.of(20, 0)));
            case BRANCH ->
                new BranchStep(
                        id,
                        title,
                        position,
                        List.of(new BranchArm(
                                "vulnerable",
                                texts.get("new.branch.arm"),
                                List.of(new Condition("flags", Comparison.CONTAINS, FactValue.of("vulnerable"))))));
            case RANDOM_SPLIT ->
                new RandomSplitStep(
                        id,
                        title,
                        position,
                        List.of(
                                new SplitArm("a", texts.get("new.split.a"), 1),
                                new SplitArm("b", texts.get("new.split.b"), 1)));
            case HOLDOUT -> new HoldoutStep(id, title, position, 0.1);
            case GOAL -> new GoalStep(id, title, position, new EventMatch(FIRST_EVENT), 14);
            case EXIT -> new ExitStep(id, title, position, "");
            case ENTRY ->
                new EntryStep(id, title, position, new Trigger.OnEvent(new EventMatch(FIRST_EVENT)), ReEntry.never());
        };
    }

    private static List<Rung> ladder(String id, String channel) {
        Action generic = new Action(channel, "", "", List.of(), new Creative(id + "-generic", false, false));
        return List.of(new Rung(RungKind.GENERIC, generic), Rung.silence());
    }
}
