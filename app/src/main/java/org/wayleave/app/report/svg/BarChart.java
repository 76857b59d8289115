package org.wayleave.app.report.svg;

import java.util.List;

/** Horizontal bars with their label above and their number at the right; a part of each bar can stand out. */
public final class BarChart {
    private static final double WIDTH = 940;
    private static final double ROW = 42;

    private BarChart() {}

    /**
     * One bar.
     *
     * @param label what it counts
     * @param note more about it, in small print beside the label
     * @param value its length
     * @param part the part of it that stands out, at most {@code value}
     * @param number what is written at its end
     * @param style colour class: sent, degraded, blocked …
     * @param hover what a resting pointer is told
     */
    public record Bar(
            String label, String note, double value, double part, String number, String style, String hover) {}

    /** The chart; all bars share one scale that starts at zero. */
    public static String draw(String title, List<Bar> bars) {
        double longest = bars.stream().mapToDouble(Bar::value).max().orElse(0);
        double numbers = 110;
        double scale = longest == 0 ? 0 : (WIDTH - numbers) / longest;
        Svg svg = Svg.picture(WIDTH, bars.size() * ROW + 4, title);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double top = i * ROW;
            double width = Math.max(bar.value() * scale, bar.value() > 0 ? 2 : 0);
            svg.open("g", "class", "bar").hover(bar.hover());
            svg.open("text", "x", 0, "y", top + 15);
            svg.text("tspan", bar.label(), "class", "strong");
            if (!bar.note().isEmpty()) {
                svg.text("tspan", bar.note(), "dx", 8, "class", "small muted");
            }
            svg.close();
            svg.rect(0, top + 22, WIDTH - numbers, 9, 4.5, "track");
            svg.rect(0, top + 22, width, 9, Math.min(4.5, width / 2), bar.style() + " soft");
            double part = bar.part() * scale;
            svg.rect(0, top + 22, part, 9, Math.min(4.5, part / 2), bar.style());
            svg.text("text", bar.number(), "x", WIDTH, "y", top + 31, "class", "number end");
            svg.close();
        }
        return svg.markup();
    }
}
