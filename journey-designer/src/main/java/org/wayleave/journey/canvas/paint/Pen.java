package org.wayleave.journey.canvas.paint;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.wayleave.journey.canvas.geometry.DetailLevel;

/**
 * What painters draw with: a graphics context in world units, inks, letters and the level of detail.
 *
 * @param g draws in world units
 * @param inks gives the colours
 * @param letters gives the fonts and cuts texts
 * @param scale screen pixels for a world unit
 * @param level of detail at this scale
 */
public record Pen(GraphicsContext g, InkedRegion inks, Lettering letters, double scale, DetailLevel level) {

    /** Returns the colour of an ink. */
    public Color color(Ink ink) {
        return inks.ink(ink);
    }

    /** Sets the fill. */
    public void fill(Ink ink) {
        g.setFill(inks.ink(ink));
    }

    /** Sets colour and width of lines. */
    public void stroke(Ink ink, double width) {
        g.setStroke(inks.ink(ink));
        g.setLineWidth(width);
    }

    /** Returns the width of a line that is this many pixels on screen at any scale. */
    public double pixels(double width) {
        return width / scale;
    }

    /** Writes a text with its baseline at {@code y}, starting at {@code x}. */
    public void write(String text, Font font, Ink ink, double x, double y) {
        write(text, font, ink, x, y, TextAlignment.LEFT, VPos.BASELINE);
    }

    /** Writes a text. */
    public void write(String text, Font font, Ink ink, double x, double y, TextAlignment side, VPos line) {
        g.setFont(font);
        g.setTextAlign(side);
        g.setTextBaseline(line);
        g.setFill(inks.ink(ink));
        g.fillText(text, x, y);
    }
}
