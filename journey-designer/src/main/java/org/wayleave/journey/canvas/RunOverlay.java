package org.wayleave.journey.canvas;

import java.util.Map;

/**
 * The figures of a run, drawn on the steps.
 *
 * @param title what the overlay is called, such as the run's number and time
 * @param steps figures by step id
 */
public record RunOverlay(String title, Map<String, StepFigures> steps) {

    /** Draws nothing. */
    public static final RunOverlay NONE = new RunOverlay("", Map.of());

    /** Creates an overlay. */
    public RunOverlay {
        steps = Map.copyOf(steps);
    }
}
