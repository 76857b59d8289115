package org.wayleave.journey.graph;

/**
 * A way out of a step.
 *
 * @param name what edges refer to; stable
 * @param title what people read
 * @param kind what leaves through it
 */
public record Port(String name, String title, PortKind kind) {

    /** The name of the only port of a step that has one way out. */
    public static final String NEXT = "next";

    /** The port of a branch for people whom no arm takes. */
    public static final String OTHERWISE = "otherwise";

    /** The port of a wait whose event came in time. */
    public static final String HAPPENED = "happened";

    /** The port of a wait whose event did not come in time. */
    public static final String TIMEOUT = "timeout";

    /** The port of a holdout for the people kept without contact. */
    public static final String HELD = "held";

    /** The port of a holdout for the people who go on. */
    public static final String TREATED = "treated";

    /** The port of a goal that was reached in its window. */
    public static final String REACHED = "reached";

    /** The port of a goal that was not reached in its window. */
    public static final String MISSED = "missed";

    /** The only way out of a step with one. */
    public static Port next() {
        return new Port(NEXT, "Next", PortKind.NEXT);
    }
}
