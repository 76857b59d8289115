package org.wayleave.journey.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.wayleave.journey.canvas.geometry.Point;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.StepType;
import org.wayleave.journey.samples.SampleJourneys;

final class DiagramLabelsTest {

    private static Journey winBack() {
        return SampleJourneys.retail().stream()
                .filter(journey -> journey.id().equals("win-back"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> labels(Diagram diagram, Journey journey, String from) {
        return journey.outgoing(from).stream()
                .map(edge -> diagram.line(EdgeKey.of(edge)).orElseThrow().label())
                .filter(label -> !label.isEmpty())
                .toList();
    }

    private static String first(Journey journey, StepType type, Predicate<Step> wanted) {
        return journey.steps().stream()
                .filter(step -> step.type() == type && wanted.test(step))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** A goal whose ways out all lead to one step. */
    private static String funnel(Journey journey) {
        return first(
                journey,
                StepType.GOAL,
                step -> journey.outgoing(step.id()).stream()
                                .map(Edge::to)
                                .distinct()
                                .count()
                        == 1);
    }

    @Test
    void waysOutToTheSameStepShareOneLabelBetweenThem() {
        Journey journey = winBack();
        Diagram diagram = new Diagram();
        diagram.show(journey);
        String from = funnel(journey);
        assertEquals(List.of("Reached, Missed"), labels(diagram, journey, from));
        Card card = diagram.card(from).orElseThrow();
        Line labelled =
                diagram.line(EdgeKey.of(journey.outgoing(from).getFirst())).orElseThrow();
        assertTrue(card.outlet(0).x() < labelled.labelPlace().x()
                && labelled.labelPlace().x() < card.outlet(1).x());
    }

    @Test
    void waysOutToDifferentStepsKeepLabelsOfTheirOwn() {
        Journey journey = winBack();
        Diagram diagram = new Diagram();
        diagram.show(journey);
        String holdout = first(journey, StepType.HOLDOUT, step -> true);
        assertEquals(2, labels(diagram, journey, holdout).size());
    }

    @Test
    void aDragKeepsTheSharedLabelAndItsEndLeavesTheDiagramAsAFreshOne() {
        Journey journey = winBack();
        Diagram diagram = new Diagram();
        diagram.show(journey);
        String from = funnel(journey);
        diagram.preview(Map.of(from, new Point(900, 40)));
        assertEquals(List.of("Reached, Missed"), labels(diagram, journey, from));
        diagram.show(journey);
        Diagram fresh = new Diagram();
        fresh.show(journey);
        for (Edge edge : journey.edges()) {
            assertEquals(fresh.line(EdgeKey.of(edge)), diagram.line(EdgeKey.of(edge)));
        }
    }
}
