package org.wayleave.journey.canvas.paint;

import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.Card;
import org.wayleave.journey.canvas.ProblemMark;
import org.wayleave.journey.canvas.StepFigures;
import org.wayleave.journey.canvas.geometry.Box;

/** Paints steps when they are small: blocks with the bar of a run, smaller still as dots. */
public final class SmallPainter {

    /** Creates the painter. */
    public SmallPainter() {}

    /** Paints a block: the tint of the step, its bar, and a corner mark for problems. */
    public void block(
            Pen pen, Card card, @Nullable StepFigures figures, @Nullable ProblemMark problem, boolean selected) {
        GraphicsContext g = pen.g();
        Box box = card.box();
        pen.fill(Ink.CARD);
        g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 16, 16);
        pen.stroke(selected ? Ink.ACCENT : Ink.CARD_EDGE, selected ? pen.pixels(2) : pen.pixels(1));
        g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), 16, 16);
        pen.fill(card.look().tint());
        boolean bar = figures != null && figures.decides();
        g.fillRoundRect(box.x() + 10, box.y() + 10, box.width() - 20, bar ? 22 : box.height() - 20, 10, 10);
        if (figures != null && bar) {
            CardPainter.bar(pen, figures, box.x() + 10, box.bottom() - 24, box.width() - 20, 14);
        }
        if (problem != null) {
            pen.fill(problem.gravity() == ProblemMark.Gravity.ERROR ? Ink.BADGE_ERROR : Ink.BADGE_WARNING);
            double r = 16;
            g.fillOval(box.right() - r, box.y() - r, 2 * r, 2 * r);
        }
    }

    /** Paints a dot: the tint of the step, or red where most people got nothing. */
    public void dot(Pen pen, Card card, @Nullable StepFigures figures, boolean selected) {
        Box box = card.box();
        double height = Math.max(box.height(), pen.pixels(3));
        double width = Math.min(box.width(), Math.max(box.height(), pen.pixels(5)) * 1.6);
        boolean mostlyBlocked = figures != null && figures.decides() && 2 * figures.blocked() > figures.decisions();
        pen.fill(
                selected
                        ? Ink.ACCENT
                        : mostlyBlocked ? Ink.BLOCKED : card.look().tint());
        pen.g().fillRect(box.centreX() - width / 2, box.centreY() - height / 2, width, height);
    }
}
