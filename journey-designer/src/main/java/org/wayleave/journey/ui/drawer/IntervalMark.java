package org.wayleave.journey.ui.drawer;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import org.jspecify.annotations.Nullable;

/** An estimate with its interval on a common scale; the truth, which only a simulation knows, as a hollow diamond. */
final class IntervalMark extends Region {

    /**
     * The scale of a column.
     *
     * @param least value at the left edge
     * @param most value at the right edge, more than the least
     */
    record Scale(double least, double most) {
        double place(double value, double width) {
            return 6 + (Math.clamp(value, least, most) - least) / (most - least) * (width - 12);
        }
    }

    private final Scale scale;
    private final @Nullable Double estimate;
    private final @Nullable Double low;
    private final @Nullable Double high;
    private final double truth;
    private final Line zero = new Line();
    private final Line interval = new Line();
    private final Circle dot = new Circle(3.5);
    private final Polygon diamond = new Polygon(0, -4.5, 4.5, 0, 0, 4.5, -4.5, 0);

    IntervalMark(
            Scale scale,
            @Nullable Double estimate,
            @Nullable Double low,
            @Nullable Double high,
            double truth,
            String words) {
        this.scale = scale;
        this.estimate = estimate;
        this.low = low;
        this.high = high;
        this.truth = truth;
        zero.getStyleClass().add("interval-zero");
        interval.getStyleClass().add("interval-line");
        dot.getStyleClass().add("interval-dot");
        diamond.getStyleClass().add("interval-truth");
        getChildren().addAll(zero, interval, dot, diamond);
        setMinSize(80, 16);
        setPrefSize(150, 16);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(words);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double middle = getHeight() / 2;
        double origin = scale.place(0, width);
        place(zero, origin, origin, 0);
        zero.setEndY(getHeight());
        Double from = low;
        Double to = high;
        Double at = estimate;
        boolean known = from != null && to != null && at != null;
        interval.setVisible(known);
        dot.setVisible(known);
        if (from != null && to != null && at != null) {
            place(interval, scale.place(from, width), scale.place(to, width), middle);
            dot.setCenterX(scale.place(at, width));
            dot.setCenterY(middle);
        }
        diamond.setLayoutX(scale.place(truth, width));
        diamond.setLayoutY(middle);
    }

    private static void place(Line line, double from, double to, double y) {
        line.setStartX(from);
        line.setEndX(to);
        line.setStartY(y);
        line.setEndY(y);
    }
}
