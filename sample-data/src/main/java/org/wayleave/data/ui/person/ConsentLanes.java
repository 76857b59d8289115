package org.wayleave.data.ui.person;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javafx.beans.property.LongProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;
import org.wayleave.data.ui.model.ConsentSheet;
import org.wayleave.data.ui.model.Words;
import org.wayleave.ui.theme.Glyph;
import org.wayleave.ui.theme.Theme;
import org.wayleave.ui.theme.Token;
import org.wayleave.ui.theme.Tokens;

/**
 * A lane for each consent over time: a band in the colour of its state with the state's glyph where it begins, and the state at
 * the chosen instant beside the name. Click, drag or the arrow keys choose the instant.
 */
final class ConsentLanes extends Region {
    private static final long DAY = 86_400_000L;
    private static final double ROW_EM = 1.55;
    private static final double HEADING_EM = 1.75;
    private static final double AXIS_EM = 2.2;
    private static final double NAMES_EM = 21;
    private static final double MARGIN_EM = 1;

    private final Theme theme;
    private final LongProperty instant;
    private final Canvas canvas = new Canvas();
    private @Nullable ConsentSheet sheet;

    ConsentLanes(Theme theme, LongProperty instant) {
        this.theme = theme;
        this.instant = instant;
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(javafx.scene.AccessibleRole.IMAGE_VIEW);
        getStyleClass().add("consent-lanes");
        instant.subscribe(now -> paint());
        theme.tokensProperty().subscribe((before, now) -> paint());
        focusedProperty().subscribe((before, now) -> paint());
        setOnMousePressed(this::choose);
        setOnMouseDragged(this::choose);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    void show(ConsentSheet consents) {
        sheet = consents;
        requestLayout();
        paint();
    }

    @Override
    protected double computePrefHeight(double width) {
        ConsentSheet shown = sheet;
        double rows = shown == null ? 0 : shown.lanes().size();
        return (rows * ROW_EM + headings() * HEADING_EM + AXIS_EM + 0.5) * theme.em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private int headings() {
        return Dimension.values().length;
    }

    private void choose(MouseEvent event) {
        ConsentSheet shown = sheet;
        requestFocus();
        if (shown == null || event.getX() < left()) {
            return;
        }
        double share = Math.clamp((event.getX() - left()) / (right() - left()), 0, 1);
        long time = shown.begin() + (long) (share * (shown.asOf() - shown.begin()));
        instant.set(share == 1 ? shown.asOf() : time);
        event.consume();
    }

    private void key(KeyEvent event) {
        ConsentSheet shown = sheet;
        if (shown == null) {
            return;
        }
        long step = (event.isShiftDown() ? 30 : 1) * DAY;
        long next = switch (event.getCode()) {
            case LEFT -> instant.get() - step;
            case RIGHT -> instant.get() + step;
            case HOME -> shown.begin();
            case END -> shown.asOf();
            default -> Long.MIN_VALUE;
        };
        if (next != Long.MIN_VALUE) {
            instant.set(Math.clamp(next, shown.begin(), shown.asOf()));
            event.consume();
        }
    }

    private double left() {
        return (NAMES_EM + MARGIN_EM) * theme.em();
    }

    private double right() {
        return Math.max(left() + 40, getWidth() - MARGIN_EM * theme.em());
    }

    private double x(ConsentSheet shown, long time) {
        double span = Math.max(1, shown.asOf() - shown.begin());
        return left() + (right() - left()) * (time - shown.begin()) / span;
    }

    private void paint() {
        ConsentSheet shown = sheet;
        if (shown == null || canvas.getWidth() <= 0) {
            return;
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setTextBaseline(VPos.CENTER);
        double em = theme.em();
        double bottom = canvas.getHeight() - AXIS_EM * em;
        years(g, shown, bottom);
        double y = 0.3 * em;
        Dimension before = null;
        for (ConsentSheet.Lane lane : shown.lanes()) {
            if (lane.dimension() != before) {
                before = lane.dimension();
                g.setFill(theme.tokens().color(Token.TEXT_MUTED));
                g.setFont(Font.font(theme.sansFamily(), FontWeight.BOLD, em * 0.923));
                g.setTextAlign(TextAlignment.LEFT);
                g.fillText(plural(before), MARGIN_EM * em, y + HEADING_EM * em / 2);
                y += HEADING_EM * em;
            }
            lane(g, shown, lane, y + ROW_EM * em / 2);
            y += ROW_EM * em;
        }
        cursor(g, shown, bottom);
        setAccessibleText(spoken(shown));
    }

    private void lane(GraphicsContext g, ConsentSheet shown, ConsentSheet.Lane lane, double middle) {
        double em = theme.em();
        Tokens tokens = theme.tokens();
        ConsentState.State now = shown.state(lane.position(), instant.get());
        Glyph.of(now.wire()).paint(g, tokens, (MARGIN_EM + 0.6) * em, middle, em * 0.95);
        g.setFont(Font.font(theme.sansFamily(), em));
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(tokens.color(Token.TEXT));
        g.fillText(lane.title(), (MARGIN_EM + 1.6) * em, middle, (NAMES_EM - 6.5) * em);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFill(tokens.color(Token.TEXT_MUTED));
        g.setFont(Font.font(theme.sansFamily(), em * 0.923));
        g.fillText(now.wire(), (NAMES_EM - 0.2) * em, middle);
        double begin = lane.spans().isEmpty()
                ? right()
                : x(shown, lane.spans().getFirst().from());
        g.setStroke(tokens.color(Token.UNKNOWN));
        g.setLineWidth(1);
        g.setLineDashes(2, 4);
        g.strokeLine(left(), middle, begin, middle);
        g.setLineDashes();
        for (ConsentSheet.Span span : lane.spans()) {
            Color color = tokens.color(Glyph.of(span.state().wire()).token());
            double from = x(shown, span.from());
            double to = x(shown, span.to());
            g.setFill(color.deriveColor(0, 1, 1, span.state() == ConsentState.State.GRANTED ? 0.42 : 0.22));
            g.fillRect(from, middle - 0.3 * em, Math.max(1, to - from), 0.6 * em);
        }
        for (ConsentSheet.Span span : lane.spans()) {
            Glyph.of(span.state().wire()).paint(g, tokens, x(shown, span.from()), middle, em * 0.85);
        }
    }

    private void years(GraphicsContext g, ConsentSheet shown, double bottom) {
        double em = theme.em();
        g.setFont(Font.font(theme.sansFamily(), em * 0.846));
        g.setTextAlign(TextAlignment.CENTER);
        long span = shown.asOf() - shown.begin();
        int months = span > 3 * 365 * DAY ? 12 : span > 500 * DAY ? 6 : span > 150 * DAY ? 3 : 1;
        LocalDate day = date(shown.begin()).withDayOfYear(1);
        while (!day.isAfter(date(shown.asOf()))) {
            long time = day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
            if (time > shown.begin()) {
                double x = x(shown, time);
                g.setStroke(theme.tokens().color(Token.BORDER_MUTED));
                g.setLineWidth(1);
                g.strokeLine(Math.round(x) + 0.5, 0.5 * em, Math.round(x) + 0.5, bottom);
                g.setFill(theme.tokens().color(Token.TEXT_MUTED));
                String label = months == 12 || day.getMonthValue() == 1
                        ? Integer.toString(day.getYear())
                        : Words.day(time).substring(2, 5);
                if (x > left() + em && x < right() - 3 * em) {
                    g.fillText(label, x, bottom + 0.75 * em);
                }
            }
            day = day.plusMonths(months);
        }
    }

    private void cursor(GraphicsContext g, ConsentSheet shown, double bottom) {
        double em = theme.em();
        double x = x(shown, instant.get());
        g.setStroke(theme.tokens().color(Token.ACCENT));
        g.setLineWidth(isFocused() ? 2.5 : 1.5);
        g.strokeLine(x, 0.3 * em, x, bottom + 0.2 * em);
        g.setFill(theme.tokens().color(Token.ACCENT_TEXT));
        g.setFont(Font.font(theme.sansFamily(), FontWeight.BOLD, em * 0.923));
        String label = Words.day(instant.get());
        boolean late = x > right() - 4 * em;
        g.setTextAlign(late ? TextAlignment.RIGHT : x < left() + 4 * em ? TextAlignment.LEFT : TextAlignment.CENTER);
        double width = 6.6 * em;
        double start = late ? x - width : x < left() + 4 * em ? x : x - width / 2;
        g.setFill(theme.tokens().color(Token.BG));
        g.fillRect(start, bottom + 0.25 * em, width, 1.2 * em);
        g.setFill(theme.tokens().color(Token.ACCENT_TEXT));
        g.fillText(label, x, bottom + 0.85 * em);
    }

    private String spoken(ConsentSheet shown) {
        StringBuilder text = new StringBuilder("Consents on ")
                .append(Words.day(instant.get()))
                .append(": ");
        List<ConsentSheet.Lane> all = shown.lanes();
        for (int i = 0; i < all.size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(all.get(i).title())
                    .append(' ')
                    .append(shown.state(all.get(i).position(), instant.get()).wire());
        }
        return text.append(". Left and right move by a day, with shift by thirty.")
                .toString();
    }

    private static String plural(Dimension dimension) {
        return switch (dimension) {
            case CHANNEL -> "Channels";
            case PURPOSE -> "Purposes";
            case CATEGORY -> "Topics";
        };
    }

    private static LocalDate date(long epochMilli) {
        return Instant.ofEpochMilli(epochMilli).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
