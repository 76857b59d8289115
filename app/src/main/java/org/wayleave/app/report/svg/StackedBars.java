package org.wayleave.app.report.svg;

import java.util.List;
import java.util.Optional;

/** Rows of 100 per cent, each parted into segments; shares are written into the segments that have room for them. */
public final class StackedBars {
    private static final double WIDTH = 940;
    private static final double LABELS = 220;
    private static final double NUMBERS = 84;
    private static final double ROW = 36;

    private StackedBars() {}

    /**
     * A row.
     *
     * @param label what it is about
     * @param glyph sign in front of the label
     * @param number what is written at its end
     * @param segments its parts
     */
    public record Row(String label, Optional<Glyph> glyph, String number, List<Segment> segments) {
        public Row {
            segments = List.copyOf(segments);
        }
    }

    /**
     * A part of a row.
     *
     * @param title what it counts
     * @param value how much
     * @param style colour class
     */
    public record Segment(String title, double value, String style) {}

    /** The chart. */
    public static String draw(String title, List<Row> rows) {
        Svg svg = Svg.picture(WIDTH, rows.size() * ROW + 2, title);
        double room = WIDTH - LABELS - NUMBERS;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double top = i * ROW;
            double middle = top + ROW / 2;
            double text = 0;
            if (row.glyph().isPresent()) {
                row.glyph().get().draw(svg, 7, middle, 12);
                text = 24;
            }
            svg.label(text, middle + 4.5, "strong", row.label());
            double sum = row.segments().stream().mapToDouble(Segment::value).sum();
            double x = LABELS;
            svg.rect(LABELS, top + 7, room, ROW - 14, 4, "track");
            for (Segment segment : row.segments()) {
                double width = sum == 0 ? 0 : room * segment.value() / sum;
                String share = Figures.share(segment.value(), sum);
                svg.open("g")
                        .hover(segment.title() + ": " + Figures.count(Math.round(segment.value())) + " (" + share
                                + ")");
                // A hairline between neighbours, so that colour is not the only border.
                svg.rect(
                        x,
                        top + 7,
                        Math.max(0, width - (width > 3 ? 1.5 : 0)),
                        ROW - 14,
                        Math.min(3, width / 2),
                        segment.style());
                if (width > 44) {
                    svg.label(x + 8, middle + 4, "inside " + segment.style() + "-text", share);
                }
                svg.close();
                x += width;
            }
            svg.text("text", row.number(), "x", WIDTH, "y", middle + 4.5, "class", "number end");
        }
        return svg.markup();
    }
}
