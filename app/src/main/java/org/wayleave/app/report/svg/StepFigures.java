package org.wayleave.app.report.svg;

/**
 * What a run did at one step.
 *
 * @param entered visits to the step
 * @param sent visits that got the first rung of the ladder
 * @param degraded visits that got a lower rung
 * @param blocked visits that got nothing
 */
public record StepFigures(long entered, long sent, long degraded, long blocked) {
    /** Whether the step contacts people, so that it has a bar. */
    boolean contacts() {
        return sent + degraded + blocked > 0;
    }
}
