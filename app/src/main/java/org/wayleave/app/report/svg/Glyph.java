package org.wayleave.app.report.svg;

import java.util.Locale;
import java.util.Optional;

/** The signs for consent states and ladder rungs: each has a colour and a shape, the same everywhere in Wayleave. */
public enum Glyph {
    GRANTED,
    DENIED,
    UNKNOWN,
    EXPIRED,
    PERSONALISED,
    CONTEXTUAL,
    GENERIC,
    SILENCE;

    /** The sign of a wire name such as {@code granted} or {@code generic}. */
    public static Optional<Glyph> of(String wire) {
        for (Glyph glyph : values()) {
            if (glyph.wire().equals(wire)) {
                return Optional.of(glyph);
            }
        }
        return Optional.empty();
    }

    /** The name in documents and decisions. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What people read. */
    public String title() {
        return name().charAt(0) + wire().substring(1);
    }

    /**
     * Draws the sign.
     *
     * @param x centre
     * @param y centre
     * @param size height in pixels
     */
    public void draw(Svg svg, double x, double y, double size) {
        double r = size / 2;
        String style = "glyph " + wire();
        switch (this) {
            case GRANTED -> svg.empty("circle", "cx", x, "cy", y, "r", r, "class", style);
            case DENIED -> svg.rect(x - r * 0.9, y - r * 0.9, 1.8 * r, 1.8 * r, 0.6, style);
            case UNKNOWN -> svg.empty("circle", "cx", x, "cy", y, "r", r - 0.75, "class", style + " ring");
            case EXPIRED ->
                svg.empty("circle", "cx", x, "cy", y, "r", r - 0.75, "class", style + " ring")
                        .empty(
                                "path",
                                "d",
                                "M" + Svg.number(x) + " " + Svg.number(y - r + 0.75) + "a" + Svg.number(r - 0.75) + " "
                                        + Svg.number(r - 0.75) + " 0 0 0 0 " + Svg.number(2 * r - 1.5) + "z",
                                "class",
                                style);
            case PERSONALISED -> polygon(svg, style, x, y - r, x + r, y + r * 0.85, x - r, y + r * 0.85);
            case CONTEXTUAL -> polygon(svg, style, x, y - r, x + r, y, x, y + r, x - r, y);
            case GENERIC -> svg.rect(x - r, y - r * 0.4, size, r * 0.8, 0.5, style);
            case SILENCE -> svg.empty("circle", "cx", x, "cy", y, "r", Math.max(1.4, r * 0.32), "class", style);
        }
    }

    private static void polygon(Svg svg, String style, double... points) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < points.length; i += 2) {
            list.append(i == 0 ? "" : " ")
                    .append(Svg.number(points[i]))
                    .append(',')
                    .append(Svg.number(points[i + 1]));
        }
        svg.empty("polygon", "points", list, "class", style);
    }

    /** The sign alone, as a small picture within a line of text. */
    public String inline() {
        Svg svg = Svg.picture(14, 14, title());
        draw(svg, 7, 7, 10);
        return svg.markup();
    }
}
