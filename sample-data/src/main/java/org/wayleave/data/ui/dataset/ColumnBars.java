package org.wayleave.data.ui.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.wayleave.data.quality.profile.Bin;
import org.wayleave.data.quality.profile.CategoryProfile;
import org.wayleave.data.quality.profile.ColumnProfile;
import org.wayleave.data.quality.profile.FrequentValue;
import org.wayleave.data.quality.profile.NumberProfile;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.control.Texts;

/** Charts of one column, from a profile that holds no value of few people: a histogram of numbers, bars of levels. */
final class ColumnBars {
    private static final double LARGE_EM = 8;
    private static final double SMALL_EM = 1.5;
    private static final double LEVEL_EM = 14;

    private ColumnBars() {}

    /** A chart that fits into a row of a table. */
    static Node small(ColumnProfile profile, double em) {
        return bars(heights(profile), words(profile), SMALL_EM * em, em * 0.5);
    }

    /** A chart with its numbers. */
    static Node large(ColumnProfile profile, double em) {
        return switch (profile) {
            case NumberProfile numbers -> histogram(numbers, em);
            case CategoryProfile levels -> levels(levels, em);
        };
    }

    private static List<Double> heights(ColumnProfile profile) {
        return switch (profile) {
            // A class that stands for several is as low as if its rows were spread over them.
            case NumberProfile numbers ->
                numbers.histogram().stream()
                        .map(bin -> (double) bin.rows() / Math.max(1, bin.steps()))
                        .toList();
            case CategoryProfile levels ->
                levels.frequent().stream().map(value -> (double) value.rows()).toList();
        };
    }

    private static List<String> words(ColumnProfile profile) {
        return switch (profile) {
            case NumberProfile numbers ->
                numbers.histogram().stream()
                        .map(bin -> range(bin, numbers.unit()) + ": " + rows(bin.rows()))
                        .toList();
            case CategoryProfile levels ->
                levels.frequent().stream()
                        .map(value -> value.text() + ": " + rows(value.rows()))
                        .toList();
        };
    }

    private static Node histogram(NumberProfile profile, double em) {
        if (profile.histogram().isEmpty()) {
            return Texts.secondary("Too few rows have a value to show how they are spread.");
        }
        Node chart = bars(heights(profile), words(profile), LARGE_EM * em, em * 1.2);
        Bin first = profile.histogram().getFirst();
        Bin last = profile.histogram().getLast();
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox axis = new HBox(
                Texts.secondary("below " + value(first.to(), profile.unit())),
                gap,
                Texts.secondary("from " + value(last.from(), profile.unit())));
        return new VBox(2, chart, axis);
    }

    private static Node levels(CategoryProfile profile, double em) {
        VBox rows = new VBox(3);
        double most =
                profile.frequent().stream().mapToInt(FrequentValue::rows).max().orElse(1);
        for (FrequentValue value : profile.frequent()) {
            Label text = new Label(value.text());
            text.setPrefWidth(9 * em);
            text.setMinWidth(9 * em);
            Region bar = new Region();
            bar.getStyleClass().add("chart-bar");
            bar.setMinWidth(Math.max(1, LEVEL_EM * em * value.rows() / most));
            bar.setMaxWidth(bar.getMinWidth());
            bar.setMinHeight(0.8 * em);
            bar.setMaxHeight(0.8 * em);
            Label count = Texts.secondary(String.format(
                    Locale.ROOT, "%,d  %.1f %%", value.rows(), 100.0 * value.rows() / Math.max(1, profile.present())));
            count.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(8, text, bar, count);
            row.setAlignment(Pos.CENTER_LEFT);
            rows.getChildren().add(row);
        }
        if (profile.frequent().isEmpty()) {
            rows.getChildren().add(Texts.secondary("No level is frequent enough to be shown."));
        }
        return rows;
    }

    private static Node bars(List<Double> heights, List<String> words, double height, double width) {
        double most = heights.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        List<Node> bars = new ArrayList<>();
        for (int i = 0; i < heights.size(); i++) {
            Region bar = new Region();
            bar.getStyleClass().add("chart-bar");
            double tall = most <= 0 ? 0 : height * heights.get(i) / most;
            bar.setMinHeight(heights.get(i) > 0 ? Math.max(1, tall) : 0);
            bar.setMaxHeight(bar.getMinHeight());
            StackPane slot = new StackPane(bar);
            slot.setAlignment(Pos.BOTTOM_CENTER);
            slot.setPrefWidth(width);
            slot.setMinWidth(1);
            slot.setMinHeight(height);
            slot.setMaxHeight(height);
            HBox.setHgrow(slot, width > height / 4 ? Priority.NEVER : Priority.ALWAYS);
            bars.add(Explain.with(slot, words.get(i)));
        }
        HBox chart = new HBox(1, bars.toArray(Node[]::new));
        chart.setAlignment(Pos.BOTTOM_LEFT);
        chart.setAccessibleText(String.join("; ", words));
        return chart;
    }

    private static String range(Bin bin, NumberColumn.Unit unit) {
        if (Double.isInfinite(bin.from())) {
            return "below " + value(bin.to(), unit);
        }
        return Double.isInfinite(bin.to())
                ? "from " + value(bin.from(), unit)
                : value(bin.from(), unit) + " to " + value(bin.to(), unit);
    }

    /** Returns a number or a day in words. */
    static String value(double value, NumberColumn.Unit unit) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "–";
        }
        return unit == NumberColumn.Unit.DAY
                ? java.time.LocalDate.ofEpochDay((long) value).toString()
                : new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static String rows(int rows) {
        return String.format(Locale.ROOT, "%,d rows", rows);
    }
}
