package org.wayleave.app.report.svg;

import java.util.List;

/** Shares from 0 to 1 as dots with their intervals as lines, and a dashed line where chance would lie. */
public final class ShareChart {
    private static final double WIDTH = 940;
    private static final double LABELS = 260;
    private static final double NUMBERS = 190;
    private static final double ROW = 30;

    private ShareChart() {}

    /**
     * A row.
     *
     * @param label what the share is of
     * @param value 0 to 1
     * @param low lower end of its interval
     * @param high upper end
     */
    public record Row(String label, double value, double low, double high) {}

    /**
     * The chart.
     *
     * @param chance where chance would lie, 0 to 1
     */
    public static String draw(String title, List<Row> rows, double chance) {
        double room = WIDTH - LABELS - NUMBERS;
        double bottom = rows.size() * ROW;
        Svg svg = Svg.picture(WIDTH, bottom + 26, title);
        for (int tick = 0; tick <= 4; tick++) {
            double x = LABELS + room * tick / 4;
            svg.line(x, 0, x, bottom + 4, "grid");
            svg.text("text", tick * 25 + " %", "x", x, "y", bottom + 20, "class", "small muted middle");
        }
        svg.line(LABELS + room * chance, 0, LABELS + room * chance, bottom + 4, "zero");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double middle = i * ROW + ROW / 2;
            String numbers = Figures.share(row.value(), 1) + " (" + Figures.share(row.low(), 1) + " to "
                    + Figures.share(row.high(), 1) + ")";
            svg.label(0, middle + 4.5, "strong", row.label());
            svg.open("g").hover(row.label() + ": " + numbers);
            svg.line(LABELS + room * row.low(), middle, LABELS + room * row.high(), middle, "interval");
            svg.empty("circle", "cx", LABELS + room * row.value(), "cy", middle, "r", 4.5, "class", "estimate");
            svg.close();
            svg.text("text", numbers, "x", WIDTH, "y", middle + 4.5, "class", "number end");
        }
        return svg.markup();
    }
}
