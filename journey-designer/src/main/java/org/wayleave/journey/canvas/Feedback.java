package org.wayleave.journey.canvas;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.geometry.Box;
import org.wayleave.journey.canvas.geometry.EdgeRoute;

/**
 * What is drawn only while a gesture goes on.
 *
 * @param marquee the rubber band, in world units, or null
 * @param snaplines thin boxes along which cards agree
 * @param connection the edge being drawn, or null
 * @param hovered id of the step under the pointer, or null
 */
public record Feedback(
        @Nullable Box marquee,
        List<Box> snaplines,
        @Nullable Connection connection,
        @Nullable String hovered) {

    /**
     * An edge being drawn.
     *
     * @param route its way so far
     * @param target id of the step under the pointer, or null
     * @param reason why it cannot end there; empty when it can, or when there is nothing under the pointer
     */
    public record Connection(EdgeRoute route, @Nullable String target, String reason) {}

    /** No gesture. */
    public static final Feedback NONE = new Feedback(null, List.of(), null, null);

    /** Creates feedback. */
    public Feedback {
        snaplines = List.copyOf(snaplines);
    }

    /** Returns feedback of a rubber band. */
    public static Feedback marquee(Box box) {
        return new Feedback(box, List.of(), null, null);
    }

    /** Returns feedback of a drag of cards. */
    public static Feedback moving(List<Box> snaplines) {
        return new Feedback(null, snaplines, null, null);
    }

    /** Returns feedback of an edge being drawn. */
    public static Feedback connecting(Connection connection) {
        return new Feedback(null, List.of(), connection, null);
    }

    /** Returns feedback of the pointer resting over a step or over nothing. */
    public static Feedback hovering(@Nullable String step) {
        return step == null ? NONE : new Feedback(null, List.of(), null, step);
    }
}
