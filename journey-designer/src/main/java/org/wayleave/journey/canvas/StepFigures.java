package org.wayleave.journey.canvas;

/**
 * What a run did at one step, in people.
 *
 * @param entered people who came to the step
 * @param sent contacts on the best rung of the ladder
 * @param degraded contacts on a lower rung
 * @param blocked people whom no rung could reach
 */
public record StepFigures(long entered, long sent, long degraded, long blocked) {

    /** Says whether there is a bar to draw: the step decided about contacts. */
    public boolean decides() {
        return sent + degraded + blocked > 0;
    }

    /** Returns sent, degraded and blocked together. */
    public long decisions() {
        return sent + degraded + blocked;
    }
}
