package org.wayleave.journey.canvas;

import org.wayleave.journey.canvas.geometry.EdgeRoute;
import org.wayleave.journey.canvas.paint.Ink;

/**
 * An edge where it is drawn.
 *
 * @param key names the edge
 * @param to id of the step it reaches
 * @param route its bends
 * @param ink its colour, that of its outlet
 * @param label what tells it from its siblings; empty when there are none or the outlet's shape says it
 */
public record Line(EdgeKey key, String to, EdgeRoute route, Ink ink, String label) {}
