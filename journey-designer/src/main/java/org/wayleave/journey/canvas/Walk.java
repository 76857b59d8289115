package org.wayleave.journey.canvas;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.Journey;

/** Where the keyboard goes from a step. */
public final class Walk {

    /** The arrow keys. */
    public enum Direction {
        UP,
        DOWN,
        LEFT,
        RIGHT
    }

    private Walk() {}

    /**
     * Returns the step to go to: up and down follow edges where there are any, left and right go to the nearest card on that
     * side; empty when there is none.
     *
     * @param from id of the step to start from; without it the walk starts at the first entry, or the first step
     */
    public static Optional<String> next(Diagram diagram, Journey journey, Optional<String> from, Direction direction) {
        Optional<Card> start = from.flatMap(diagram::card);
        if (start.isEmpty()) {
            return journey.entries().stream()
                    .map(entry -> entry.id())
                    .findFirst()
                    .or(() -> journey.steps().stream().map(step -> step.id()).findFirst());
        }
        Card card = start.get();
        List<String> linked = switch (direction) {
            case DOWN -> journey.outgoing(card.id()).stream().map(Edge::to).toList();
            case UP -> journey.incoming(card.id()).stream().map(Edge::from).toList();
            case LEFT, RIGHT -> List.of();
        };
        if (!linked.isEmpty()) {
            return nearest(diagram, linked, card);
        }
        return geometric(diagram, card, direction);
    }

    private static Optional<String> nearest(Diagram diagram, List<String> ids, Card card) {
        return ids.stream()
                .distinct()
                .flatMap(id -> diagram.card(id).stream())
                .min(Comparator.comparingDouble(
                        other -> Math.abs(other.box().centreX() - card.box().centreX())))
                .map(Card::id);
    }

    private static Optional<String> geometric(Diagram diagram, Card from, Direction direction) {
        ToDoubleFunction<Card> along = other -> switch (direction) {
            case LEFT -> from.box().centreX() - other.box().centreX();
            case RIGHT -> other.box().centreX() - from.box().centreX();
            case UP -> from.box().centreY() - other.box().centreY();
            case DOWN -> other.box().centreY() - from.box().centreY();
        };
        boolean level = direction == Direction.LEFT || direction == Direction.RIGHT;
        // Straying sideways counts double, so that a walk keeps to its row or column.
        ToDoubleFunction<Card> cost = other -> along.applyAsDouble(other)
                + 2
                        * (level
                                ? Math.abs(other.box().centreY() - from.box().centreY())
                                : Math.abs(other.box().centreX() - from.box().centreX()));
        return diagram.cards().stream()
                .filter(other -> along.applyAsDouble(other) > 1)
                .min(Comparator.comparingDouble(cost))
                .map(Card::id);
    }
}
