package org.wayleave.app.report.svg;

import java.util.List;

/** A small histogram; classes that stand for several are as wide as these and lower in proportion. */
public final class Histogram {
    private static final double WIDTH = 440;
    private static final double HEIGHT = 84;

    private Histogram() {}

    /**
     * A class.
     *
     * @param steps how many of the usual width
     * @param rows how many rows lie in it
     * @param hover its limits, in words
     */
    public record Bar(int steps, int rows, String hover) {}

    /** The picture. */
    public static String draw(String title, List<Bar> bars) {
        double steps = bars.stream().mapToInt(Bar::steps).sum();
        double most = bars.stream()
                .mapToDouble(bar -> (double) bar.rows() / bar.steps())
                .max()
                .orElse(1);
        Svg svg = Svg.picture(WIDTH, HEIGHT, title);
        svg.line(0, HEIGHT - 1, WIDTH, HEIGHT - 1, "grid");
        double x = 0;
        for (Bar bar : bars) {
            double width = WIDTH * bar.steps() / steps;
            double height = (HEIGHT - 6) * bar.rows() / bar.steps() / most;
            svg.open("g").hover(bar.hover() + ": " + Figures.count(bar.rows()) + " rows");
            if (height > 0) {
                svg.rect(x, HEIGHT - 1 - height, Math.max(1, width - 1), height, 0, "bin");
            }
            svg.close();
            x += width;
        }
        return svg.markup();
    }
}
