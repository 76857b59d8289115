package org.wayleave.journey.canvas;

/**
 * The badge of a step.
 *
 * @param count problems of the step, at least 1
 * @param gravity of the gravest one
 */
public record ProblemMark(int count, Gravity gravity) {

    /** How grave a problem is, gravest first. */
    public enum Gravity {
        /** Keeps the journey from being activated. */
        ERROR,
        /** Ought to be mended. */
        WARNING,
        /** Worth knowing. */
        INFO
    }
}
