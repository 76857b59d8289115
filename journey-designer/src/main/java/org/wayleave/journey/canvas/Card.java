package org.wayleave.journey.canvas;

import java.util.List;
import org.wayleave.journey.canvas.geometry.Box;
import org.wayleave.journey.canvas.geometry.CardShape;
import org.wayleave.journey.canvas.geometry.Point;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.Step;

/**
 * A step where it is drawn.
 *
 * @param step the step
 * @param box where its card lies, in world units; while it is dragged that is not where the step is
 * @param ports the step's ways out
 * @param look icon and tint
 */
public record Card(Step step, Box box, List<Port> ports, StepLook look) {

    /** Creates a card at the step's own place. */
    public static Card of(Step step) {
        return new Card(
                step,
                CardShape.box(step.position().x(), step.position().y()),
                List.copyOf(step.ports()),
                StepLook.of(step));
    }

    /** Returns the step's id. */
    public String id() {
        return step.id();
    }

    /** Returns this card elsewhere. */
    public Card at(Point place) {
        return new Card(step, CardShape.box(place.x(), place.y()), ports, look);
    }

    /** Returns where the edges of a port leave. */
    public Point outlet(int port) {
        return CardShape.outlet(box, port, ports.size());
    }

    /** Returns the number of a port from the left, or -1. */
    public int portIndex(String name) {
        for (int i = 0; i < ports.size(); i++) {
            if (ports.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
