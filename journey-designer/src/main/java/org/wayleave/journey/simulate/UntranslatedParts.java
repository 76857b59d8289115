package org.wayleave.journey.simulate;

import java.util.List;
import java.util.Optional;
import org.wayleave.journey.graph.BranchArm;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.OpaqueStep;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.Trigger;

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
