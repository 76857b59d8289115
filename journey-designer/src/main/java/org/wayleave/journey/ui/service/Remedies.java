package org.wayleave.journey.ui.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.ExitStep;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.graph.RungKind;
import org.wayleave.journey.graph.Step;

/** The problems that one edit mends without a decision that only a person can make. */
final class Remedies {

    private static final double BELOW = 160;

    private Remedies() {}

    static Optional<JourneyEdit> of(String code, Journey journey, String stepId) {
        Optional<Step> step = journey.step(stepId);
        return switch (code) {
            case "unreachable-step" -> Optional.of(new JourneyEdit.RemoveStep(stepId, false));
            case "open-port" -> step.map(found -> leadOut(journey, found));
            case "ladder-end" ->
                step.filter(MessageStep.class::isInstance).map(found -> endLadder((MessageStep) found));
            case "ladder-order" ->
                step.filter(MessageStep.class::isInstance).map(found -> orderLadder((MessageStep) found));
            default -> Optional.empty();
        };
    }

    /** Leads every open port of a step to an exit: the nearest one there is, or a new one below the step. */
    private static JourneyEdit leadOut(Journey journey, Step step) {
        Optional<String> exit = journey.steps().stream()
                .filter(ExitStep.class::isInstance)
                .min((a, b) -> Double.compare(distance(a, step), distance(b, step)))
                .map(Step::id);
        String target = exit.orElseGet(() -> journey.freeId("exit"));
        List<JourneyEdit> edits = new ArrayList<>();
        if (exit.isEmpty()) {
            Position below = step.position().plus(0, BELOW);
            edits.add(new JourneyEdit.AddSteps(List.of(new ExitStep(target, "Exit", below, "")), List.<Edge>of()));
        }
        for (Port port : step.ports()) {
            if (journey.edge(step.id(), port.name()).isEmpty()) {
                edits.add(new JourneyEdit.Connect(step.id(), port.name(), target));
            }
        }
        return new JourneyEdit.Together("Lead the open ways out of “" + step.title() + "” to an exit", edits);
    }

    private static JourneyEdit endLadder(MessageStep step) {
        List<Rung> ladder = new ArrayList<>(step.ladder());
        ladder.removeIf(rung -> rung.kind() == RungKind.SILENCE);
        ladder.add(Rung.silence());
        return withLadder(step, ladder);
    }

    private static JourneyEdit orderLadder(MessageStep step) {
        List<Rung> ladder = new ArrayList<>(step.ladder());
        ladder.sort((a, b) -> a.kind().compareTo(b.kind()));
        return withLadder(step, ladder);
    }

    private static JourneyEdit withLadder(MessageStep step, List<Rung> ladder) {
        return new JourneyEdit.ChangeStep(new MessageStep(
                step.id(),
                step.title(),
                step.position(),
                step.channel(),
                step.purpose(),
                step.topic(),
                ladder,
                step.extras()));
    }

    private static double distance(Step a, Step b) {
        return Math.hypot(
                a.position().x() - b.position().x(),
                a.position().y() - b.position().y());
    }
}
