package org.wayleave.journey.canvas.paint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.Card;
import org.wayleave.journey.canvas.ProblemMark;
import org.wayleave.journey.canvas.StepFigures;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.canvas.geometry.Box;
import org.wayleave.journey.canvas.geometry.Point;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.PortKind;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.graph.RungKind;

/** Paints steps as cards: icon in a tinted square, name, a line of meaning, outlets, badge, and the bar of a run. */
public final class CardPainter {

    private static final double CORNER = 8;
    private static final double SQUARE = 30;
    private static final double TEXT_LEFT = 50;
    private static final double MARGIN = 10;
    private static final double RUNG_GAP = 12;
    private static final double BAR_WIDTH = 118;

    private final Texts texts;
    private final IconLetters icons = new IconLetters(15);

    /** Creates the painter. */
    public CardPainter(Texts texts) {
        this.texts = texts;
    }

    /**
     * Paints a card without its outlets and badge.
     *
     * @param figures of a run, or null
     */
    public void paint(Pen pen, Card card, @Nullable StepFigures figures, boolean selected, boolean hovered) {
        GraphicsContext g = pen.g();
        Box box = card.box();
        pen.fill(Ink.CARD);
        g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * CORNER, 2 * CORNER);
        Ink edge = selected ? Ink.ACCENT : hovered ? Ink.EDGE : Ink.CARD_EDGE;
        pen.stroke(edge, selected ? 2 : 1);
        g.strokeRoundRect(
                box.x() + 0.5, box.y() + 0.5, box.width() - 1, box.height() - 1, 2 * CORNER - 1, 2 * CORNER - 1);
        pen.fill(card.look().tint());
        g.fillRoundRect(box.x() + MARGIN, box.y() + 12, SQUARE, SQUARE, 10, 10);
        icons.paint(pen, card.look().icon(), Ink.ICON, box.x() + MARGIN + SQUARE / 2, box.y() + 12 + SQUARE / 2);
        double room = box.width() - TEXT_LEFT - MARGIN;
        List<String> name =
                pen.letters().lines(card.step().title(), pen.letters().name(), room);
        boolean tall = name.size() > 1;
        double baseline = box.y() + (tall ? 15.5 : 24);
        for (String line : name) {
            pen.write(line, pen.letters().name(), Ink.TEXT, box.x() + TEXT_LEFT, baseline);
            baseline += tall ? 13.5 : 16;
        }
        meaning(pen, card, room, baseline);
        if (figures != null) {
            figures(pen, box, figures);
        }
    }

    /** Paints a ring around the card that the keyboard is on. */
    public void focusRing(Pen pen, Box box) {
        pen.stroke(Ink.ACCENT, 1);
        pen.g().strokeRoundRect(box.x() - 3.5, box.y() - 3.5, box.width() + 7, box.height() + 7, 22, 22);
    }

    /** Paints the outlets on the lower edge: consent by colour and shape, other ports as small rings. */
    public void outlets(Pen pen, Card card, boolean prominent) {
        for (int i = 0; i < card.ports().size(); i++) {
            Point place = card.outlet(i);
            Optional<Outlet> outlet = card.ports().get(i).kind() == PortKind.CONSENT
                    ? Outlet.of(card.ports().get(i).name())
                    : Optional.empty();
            if (outlet.isPresent()) {
                Marks.outlet(pen, outlet.get(), place.x(), place.y(), prominent ? 6 : 5);
            } else if (prominent || card.ports().size() > 1) {
                double r = prominent ? 4.5 : 3;
                pen.fill(Ink.CARD);
                pen.stroke(prominent ? Ink.ACCENT : Ink.EDGE, 1.4);
                pen.g().fillOval(place.x() - r, place.y() - r, 2 * r, 2 * r);
                pen.g().strokeOval(place.x() - r, place.y() - r, 2 * r, 2 * r);
            }
        }
    }

    /** Paints the badge at the upper right corner. */
    public void badge(Pen pen, Box box, ProblemMark mark) {
        double x = box.right() - 2;
        double y = box.y() + 2;
        double r = 9;
        pen.fill(
                switch (mark.gravity()) {
                    case ERROR -> Ink.BADGE_ERROR;
                    case WARNING -> Ink.BADGE_WARNING;
                    case INFO -> Ink.BADGE_INFO;
                });
        pen.g().fillOval(x - r, y - r, 2 * r, 2 * r);
        String count = mark.count() > 9 ? "9+" : Integer.toString(mark.count());
        pen.write(count, pen.letters().badge(), Ink.BADGE_TEXT, x, y, TextAlignment.CENTER, VPos.CENTER);
    }

    private static void meaning(Pen pen, Card card, double room, double baseline) {
        Box box = card.box();
        double left = box.x() + TEXT_LEFT;
        if (!(card.step() instanceof MessageStep message)) {
            String text = pen.letters()
                    .fit(sentence(card.step().summary()), pen.letters().meaning(), room);
            pen.write(text, pen.letters().meaning(), Ink.TEXT_QUIET, left, baseline);
            return;
        }
        List<RungKind> rungs = message.ladder().stream()
                .map(Rung::kind)
                .filter(kind -> kind != RungKind.SILENCE)
                .toList();
        double marks = rungs.size() * RUNG_GAP;
        String words = sentence(message.channel()) + (message.purpose().isEmpty() ? " · ?" : " · " + message.purpose());
        String text = pen.letters().fit(words, pen.letters().meaning(), room - marks - 6);
        pen.write(text, pen.letters().meaning(), Ink.TEXT_QUIET, left, baseline);
        double x = left + pen.letters().width(text, pen.letters().meaning()) + 6 + RUNG_GAP / 2;
        for (RungKind rung : rungs) {
            Marks.rung(pen, rung, x, baseline - 4, 4);
            x += RUNG_GAP;
        }
    }

    private void figures(Pen pen, Box box, StepFigures figures) {
        pen.write(
                texts.number(figures.entered()),
                pen.letters().figure(),
                Ink.TEXT_QUIET,
                box.right() - MARGIN,
                box.bottom() - 7,
                TextAlignment.RIGHT,
                VPos.BASELINE);
        if (figures.decides()) {
            bar(pen, figures, box.x() + MARGIN, box.bottom() - 13, BAR_WIDTH, 4);
        }
    }

    /** Paints how many got the best rung, a lower one, or nothing. */
    static void bar(Pen pen, StepFigures figures, double x, double y, double width, double height) {
        double total = figures.decisions();
        double left = x;
        Ink[] inks = {Ink.SENT, Ink.DEGRADED, Ink.BLOCKED};
        long[] parts = {figures.sent(), figures.degraded(), figures.blocked()};
        for (int i = 0; i < parts.length; i++) {
            double part = width * parts[i] / total;
            if (part > 0) {
                pen.fill(inks[i]);
                pen.g().fillRect(left, y, part, height);
                left += part;
            }
        }
    }

    private static String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
