package org.wayleave.app.report.svg;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Estimates as filled dots with their intervals as lines, beside what the simulation knows to be true as hollow diamonds. Zero
 * is always within view, as a dashed line: it is where the holdout stands. What lies outside the scale is cut with an arrow.
 */
public final class IntervalChart {
    private static final double WIDTH = 940;
    private static final double LABELS = 220;
    private static final double NUMBERS = 190;
    private static final double ROW = 48;
    private static final double AXIS = 34;

    private IntervalChart() {}

    /**
     * One estimate.
     *
     * @param label what is estimated
     * @param note more about it, under the label
     * @param estimate the estimate
     * @param low lower end of the interval
     * @param high upper end of the interval
     * @param truth the true value, where it is known
     * @param few whether so few people stand behind it that the interval itself is doubtful; it is drawn dotted and has no
     *     say in the scale
     */
    public record Interval(
            String label, String note, double estimate, double low, double high, OptionalDouble truth, boolean few) {}

    /** The chart, in amounts of a currency. */
    public static String draw(String title, List<Interval> intervals, String currency) {
        double low = 0;
        double high = 0;
        boolean allFew = intervals.stream().allMatch(Interval::few);
        for (Interval interval : intervals) {
            if (interval.few() && !allFew) {
                continue;
            }
            low = Math.min(low, Math.min(interval.low(), interval.truth().orElse(0)));
            high = Math.max(high, Math.max(interval.high(), interval.truth().orElse(0)));
        }
        if (high == low) {
            high = low + 1;
        }
        double step = step((high - low) / 5);
        double first = Math.floor(low / step + 1e-9) * step;
        double last = Math.ceil(high / step - 1e-9) * step;
        double left = LABELS + 12;
        double right = WIDTH - NUMBERS;
        double scale = (right - left) / (last - first);
        double bottom = intervals.size() * ROW;
        Svg svg = Svg.picture(WIDTH, bottom + AXIS, title);
        int decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
        for (long tick = 0; first + tick * step <= last + step / 2; tick++) {
            double value = first + tick * step;
            double x = left + (value - first) * scale;
            boolean zero = Math.abs(value) < step / 1000;
            svg.line(x, 4, x, bottom + 4, zero ? "zero" : "grid");
            String sign = value < -step / 1000 ? "−" : "";
            svg.text(
                    "text",
                    sign + currency + Figures.decimal(Math.abs(value), decimals),
                    "x",
                    x,
                    "y",
                    bottom + 22,
                    "class",
                    "small muted middle");
        }
        for (int i = 0; i < intervals.size(); i++) {
            row(svg, intervals.get(i), i * ROW, new Scale(left, right, first, scale), currency);
        }
        return svg.markup();
    }

    /** Where amounts lie on the paper. */
    private record Scale(double left, double right, double first, double pixels) {
        double at(double amount) {
            return left + (amount - first) * pixels;
        }

        boolean holds(double amount) {
            return at(amount) >= left - 0.5 && at(amount) <= right + 0.5;
        }

        double within(double amount) {
            return Math.clamp(at(amount), left, right);
        }
    }

    private static void row(Svg svg, Interval interval, double top, Scale scale, String currency) {
        double middle = top + ROW / 2;
        svg.label(0, interval.note().isEmpty() ? middle + 4.5 : middle - 2, "strong", interval.label());
        if (!interval.note().isEmpty()) {
            svg.label(0, middle + 14, "small muted", interval.note());
        }
        String range =
                Figures.difference(interval.low(), currency) + " to " + Figures.difference(interval.high(), currency);
        svg.open("g")
                .hover("Estimate " + Figures.difference(interval.estimate(), currency) + ", 95 % interval " + range);
        String style = interval.few() ? "interval few" : "interval";
        svg.line(scale.within(interval.low()), middle, scale.within(interval.high()), middle, style);
        end(svg, interval.low(), -1, middle, scale);
        end(svg, interval.high(), 1, middle, scale);
        if (scale.holds(interval.estimate())) {
            svg.empty(
                    "circle",
                    "cx",
                    scale.at(interval.estimate()),
                    "cy",
                    middle,
                    "r",
                    5,
                    "class",
                    interval.few() ? "estimate few" : "estimate");
        }
        svg.close();
        if (interval.truth().isPresent() && scale.holds(interval.truth().getAsDouble())) {
            double truth = scale.at(interval.truth().getAsDouble());
            svg.open("g")
                    .hover("Simulated truth "
                            + Figures.difference(interval.truth().getAsDouble(), currency));
            svg.empty(
                    "path",
                    "d",
                    "M" + Svg.number(truth) + " " + Svg.number(middle - 8) + "l7 8l-7 8l-7-8z",
                    "class",
                    "truth");
            svg.close();
        }
        svg.text(
                "text",
                Figures.difference(interval.estimate(), currency) + " ± "
                        + Figures.decimal((interval.high() - interval.low()) / 2, 2),
                "x",
                WIDTH,
                "y",
                interval.truth().isPresent() ? middle - 2 : middle + 4.5,
                "class",
                "number strong end");
        if (interval.truth().isPresent()) {
            svg.text(
                    "text",
                    "truth " + Figures.difference(interval.truth().getAsDouble(), currency),
                    "x",
                    WIDTH,
                    "y",
                    middle + 14,
                    "class",
                    "small muted end");
        }
    }

    /** A short bar where the interval ends, or an arrow where it leads out of the chart. */
    private static void end(Svg svg, double amount, int outwards, double middle, Scale scale) {
        double x = scale.within(amount);
        if (scale.holds(amount)) {
            svg.line(x, middle - 5, x, middle + 5, "interval");
        } else {
            svg.empty(
                    "path",
                    "d",
                    "M" + Svg.number(x - outwards * 7) + " " + Svg.number(middle - 5) + "L" + Svg.number(x) + " "
                            + Svg.number(middle) + "L" + Svg.number(x - outwards * 7) + " " + Svg.number(middle + 5),
                    "class",
                    "interval arrow");
        }
    }

    /** The step of 1, 2 or 5 times a power of ten that is at least so long. */
    static double step(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= atLeast * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
