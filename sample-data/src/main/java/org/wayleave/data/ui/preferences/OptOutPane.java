package org.wayleave.data.ui.preferences;

import java.util.Locale;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.consent.Dimension;
import org.wayleave.data.quality.OptOutRate;
import org.wayleave.data.ui.StepsBar;
import org.wayleave.data.ui.model.ObservedPopulation;
import org.wayleave.data.ui.model.OptOutModel;
import org.wayleave.data.ui.model.PeopleModel;
import org.wayleave.data.ui.model.Words;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.theme.Theme;
import org.wayleave.ui.theme.Token;

/** Opt-out rates by channel, purpose and topic over the months, with intervals and alerts. */
public final class OptOutPane extends BorderPane {
    private final PeopleModel people;
    private final Theme theme;
    private final FilterTable<OptOutRate> rates = new FilterTable<>("consent", "consents");
    private final Canvas canvas = new Canvas();
    private final VBox head = new VBox(2);
    private @Nullable OptOutRate shown;

    /** Makes the pane. */
    public OptOutPane(PeopleModel people, OptOutModel model, Theme theme) {
        this.people = people;
        this.theme = theme;
        getStyleClass().add("opt-out-pane");
        columns();
        rates.identifiedBy(OptOutRate::key);
        rates.setPlaceholder(new EmptyState(
                Feather.ACTIVITY, "Not counted yet", "The figures come as soon as the people are looked at.", null));
        Pane drawing = new Pane(canvas);
        drawing.setMinHeight(0);
        canvas.widthProperty().bind(drawing.widthProperty());
        canvas.heightProperty().bind(drawing.heightProperty());
        canvas.widthProperty().subscribe(width -> paint());
        canvas.heightProperty().subscribe(height -> paint());
        theme.tokensProperty().subscribe((before, now) -> paint());
        head.getStyleClass().add("section-head");
        BorderPane chart = new BorderPane(drawing);
        chart.setTop(head);
        SplitPane split = new SplitPane(rates, chart);
        split.setOrientation(javafx.geometry.Orientation.VERTICAL);
        split.setDividerPositions(0.55);
        setTop(new StepsBar(model.measuring()));
        setCenter(split);
        rates.selectedProperty().subscribe(rate -> {
            if (rate != null) {
                shown = rate;
                paint();
            }
        });
        model.ratesProperty().subscribe(found -> {
            if (found != null) {
                rates.setRows(found);
                if (!found.isEmpty() && rates.selectedProperty().get() == null) {
                    rates.select(found.getFirst());
                }
            }
        });
    }

    private void columns() {
        rates.text("Consent", 16, this::title).explained("Channel, purpose or topic.");
        rates.number("Newest month %", 8, 2, rate -> 100 * rate.newest().share())
                .explained("Share of those who had agreed at its start and took it back within the month.");
        rates.right("95 % interval", 10, rate -> interval(rate.newest()))
                .explained("Wilson's interval of the newest month.");
        rates.right("Months before, interval", 12, rate -> interval(rate.before()))
                .explained("The same for the eleven months before, taken together.");
        rates.number("Opted out", 7, 0, rate -> rate.optedOut().getLast()).explained("People in the newest month.");
        rates.number("Had agreed", 7, 0, rate -> rate.atRisk().getLast())
                .explained("People whose consent was granted at its start.");
        rates.text("Finding", 11, OptOutPane::finding)
                .showing(rate -> rate.alert() ? new StateChip(finding(rate), Tone.BAD) : Texts.secondary(finding(rate)))
                .explained(
                        "An alert when at least five opted out and the interval lies above that of the months before.");
    }

    private static String finding(OptOutRate rate) {
        return rate.alert() ? "unusually many" : "as expected";
    }

    private static String interval(OptOutRate.Interval interval) {
        return String.format(Locale.ROOT, "%.2f – %.2f %%", 100 * interval.low(), 100 * interval.high());
    }

    private String title(OptOutRate rate) {
        ObservedPopulation population = people.population();
        Dimension dimension = rate.key().dimension();
        return Words.dimension(dimension) + ": "
                + (population == null
                        ? rate.key().id()
                        : Words.consent(
                                population.catalogue(), dimension, rate.key().id()));
    }

    /** Draws each month's share with its interval, and that of the months before as a band. */
    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        g.clearRect(0, 0, width, height);
        OptOutRate rate = shown;
        if (rate == null || width < 80 || height < 60) {
            return;
        }
        head.getChildren()
                .setAll(
                        Texts.heading(title(rate)),
                        Texts.secondary(
                                "Share that opted out in each month with its 95 % interval; the band is that of the"
                                        + " months before the newest."));
        canvas.setAccessibleRole(javafx.scene.AccessibleRole.IMAGE_VIEW);
        canvas.setAccessibleText("Opt-outs of " + title(rate) + ": newest month " + interval(rate.newest())
                + ", before " + interval(rate.before()));
        double most = 1e-9;
        for (int i = 0; i < rate.months().size(); i++) {
            most = Math.max(most, rate.month(i).high());
        }
        double em = theme.em();
        double left = 5 * em;
        double bottom = height - 2.2 * em;
        double top = em;
        g.setFont(javafx.scene.text.Font.font(theme.sansFamily(), em * 0.92));
        Color ink = theme.tokens().color(Token.CHART_1);
        Color quiet = theme.tokens().color(Token.TEXT_MUTED);
        double scale = (bottom - top) / most;
        OptOutRate.Interval before = rate.before();
        g.setFill(ink.deriveColor(0, 1, 1, 0.14));
        g.fillRect(
                left,
                bottom - before.high() * scale,
                width - left - em,
                Math.max(1, (before.high() - before.low()) * scale));
        g.setFill(quiet);
        for (int line = 0; line <= 2; line++) {
            double share = most * line / 2;
            g.fillText(String.format(Locale.ROOT, "%.2f %%", 100 * share), 0.4 * em, bottom - share * scale + 0.3 * em);
            g.setStroke(quiet.deriveColor(0, 1, 1, 0.25));
            g.strokeLine(left, bottom - share * scale, width - em, bottom - share * scale);
        }
        double step = (width - left - 2 * em) / rate.months().size();
        for (int i = 0; i < rate.months().size(); i++) {
            OptOutRate.Interval month = rate.month(i);
            double x = left + (i + 0.5) * step;
            boolean alarming = i == rate.months().size() - 1 && rate.alert();
            g.setStroke(alarming ? theme.tokens().color(Token.ERROR) : ink);
            g.setFill(g.getStroke());
            g.setLineWidth(1.5);
            g.strokeLine(x, bottom - month.low() * scale, x, bottom - month.high() * scale);
            g.fillOval(x - 3.5, bottom - month.share() * scale - 3.5, 7, 7);
            g.setFill(quiet);
            g.fillText(
                    java.time.format.DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH)
                            .format(rate.months().get(i).atZone(java.time.ZoneOffset.UTC)),
                    x - em,
                    height - 0.7 * em);
        }
    }
}
