package org.wayleave.app.report.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes one SVG element tree. Text and attribute values are escaped here and nowhere else. */
public final class Svg {
    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<String> open = new ArrayDeque<>();

    private Svg() {}

    /**
     * A picture that scales down with its column but not up.
     *
     * @param width width in CSS pixels
     * @param height height in CSS pixels
     * @param label what the picture shows, in a sentence, for those who cannot see it
     */
    public static Svg picture(double width, double height, String label) {
        Svg svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + number(width) + " " + number(height),
                "width",
                width,
                "height",
                height,
                "role",
                "img",
                "aria-label",
                label);
        return svg;
    }

    /** Opens an element; attributes are names and values in turn. */
    public Svg open(String name, Object... attributes) {
        start(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    /** Closes the element that was opened last. */
    public Svg close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element without content. */
    public Svg empty(String name, Object... attributes) {
        start(name, attributes);
        out.append("/>");
        return this;
    }

    /** An element that holds only text. */
    public Svg text(String name, String text, Object... attributes) {
        start(name, attributes);
        out.append('>');
        escape(text);
        out.append("</").append(name).append('>');
        return this;
    }

    /** Text whose baseline starts at a point. */
    public Svg label(double x, double y, String style, String text) {
        return text("text", text, "x", x, "y", y, "class", style);
    }

    /** What a pointer that rests on the open element is told. */
    public Svg hover(String text) {
        return text("title", text);
    }

    /** A straight line. */
    public Svg line(double x1, double y1, double x2, double y2, String style) {
        return empty("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "class", style);
    }

    /** A rectangle; nothing when it has no width. */
    public Svg rect(double x, double y, double width, double height, double radius, String style) {
        return width <= 0
                ? this
                : empty("rect", "x", x, "y", y, "width", width, "height", height, "rx", radius, "class", style);
    }

    /** The finished markup. */
    public String markup() {
        while (!open.isEmpty()) {
            close();
        }
        return out.toString();
    }

    private void start(String name, Object... attributes) {
        out.append('<').append(name);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1] instanceof Number number ? number(number.doubleValue()) : "" + attributes[i + 1]);
            out.append('"');
        }
    }

    /** A number with at most two decimals, the same in every locale. */
    public static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
    }
}
