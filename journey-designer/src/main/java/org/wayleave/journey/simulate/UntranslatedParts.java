package org.wayleave.journey.simulate;

import java.util.List;
import java.util.Optional;
import org.wayleave.journey.graph.BranchArm;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.EventMatch;
import org.wayleave.journey.graph.GoalStep;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.OpaqueStep;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.Trigger;
import org.wayleave.journey.graph.WaitRule;
import org.wayleave.journey.graph.WaitStep;

/** Parts of a journey that another tool's file brought in and that mean nothing here: nobody can walk through them. */
public final class UntranslatedParts {

    private UntranslatedParts() {}

    /**
     * Refuses a journey that has such parts.
     *
     * @throws IllegalArgumentException with one clear line that names the first of them and says what to do
     */
    public static void refuse(Journey journey) {
        for (Step step : journey.steps()) {
            if (step instanceof OpaqueStep opaque) {
                throw new IllegalArgumentException("The step “" + opaque.title() + "” of “" + journey.title()
                        + "” was imported from another tool (" + opaque.summary()
                        + ") and does nothing here. Put steps in its place that do what it did, or remove it, and run"
                        + " the journey again.");
            }
            if (event(step).filter(EventMatch::untranslated).isPresent()) {
                throw new IllegalArgumentException("The step “" + step.title() + "” of “" + journey.title()
                        + "” looks for an event of another tool that is not translated. Choose the event of the"
                        + " catalogue that it stands for, and run the journey again.");
            }
            Optional<Condition> unknown =
                    conditions(step).stream().filter(Condition::untranslated).findFirst();
            if (unknown.isPresent()) {
                throw new IllegalArgumentException("The step “" + step.title() + "” of “" + journey.title()
                        + "” has a condition of another tool (" + unknown.get().fact()
                        + ") that is not translated. Say it with a fact that is known here, or remove it, and run the"
                        + " journey again.");
            }
        }
    }

    private static Optional<EventMatch> event(Step step) {
        return switch (step) {
            case EntryStep entry ->
                entry.trigger() instanceof Trigger.OnEvent trigger ? Optional.of(trigger.match()) : Optional.empty();
            case WaitStep wait ->
                wait.rule() instanceof WaitRule.ForEvent rule ? Optional.of(rule.match()) : Optional.empty();
            case GoalStep goal -> Optional.of(goal.match());
            default -> Optional.empty();
        };
    }

    private static List<Condition> conditions(Step step) {
        return switch (step) {
            case EntryStep entry ->
                switch (entry.trigger()) {
                    case Trigger.OnEvent trigger -> trigger.conditions();
                    case Trigger.OnAudience trigger -> trigger.conditions();
                    case Trigger.OnSchedule trigger -> trigger.conditions();
                };
            case BranchStep branch ->
                branch.arms().stream()
                        .map(BranchArm::conditions)
                        .flatMap(List::stream)
                        .toList();
            default -> List.of();
        };
    }
}
