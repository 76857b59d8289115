package org.wayleave.journey.canvas;

import org.wayleave.journey.canvas.geometry.EdgeRoute;
import org.wayleave.journey.canvas.geometry.Point;
import org.wayleave.journey.canvas.paint.Ink;

/**
 * An edge where it is drawn.
 *
 * @param key names the edge
 * @param to id of the step it reaches
 * @param route its bends
 * @param ink its colour, that of its outlet
 * @param title what tells it from its siblings; empty when there are none or the outlet's shape says it
 * @param label what is written on it: its title, with those of siblings that reach the same step; empty when it stands on a
 *     sibling
 * @param labelPlace the middle of the label
 */
public record Line(EdgeKey key, String to, EdgeRoute route, Ink ink, String title, String label, Point labelPlace) {

    /** Returns this line with another label. */
    Line labelled(String words, Point place) {
        return words.equals(label) && place.equals(labelPlace)
                ? this
                : new Line(key, to, route, ink, title, words, place);
    }
}
