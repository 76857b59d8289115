package org.wayleave.journey.canvas.paint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import org.wayleave.journey.canvas.Board;
import org.wayleave.journey.canvas.Card;
import org.wayleave.journey.canvas.EdgeKey;
import org.wayleave.journey.canvas.Feedback;
import org.wayleave.journey.canvas.Line;
import org.wayleave.journey.canvas.ProblemMark;
import org.wayleave.journey.canvas.StepFigures;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.canvas.geometry.Box;
import org.wayleave.journey.canvas.geometry.DetailLevel;
import org.wayleave.journey.canvas.geometry.Viewport;

/** Paints a board: what is visible of it, back to front. */
public final class BoardPainter {

    private final GroundPainter ground = new GroundPainter();
    private final EdgePainter edges = new EdgePainter();
    private final SmallPainter small = new SmallPainter();
    private final FeedbackPainter feedback = new FeedbackPainter(edges);
    private final CardPainter cards;

    /** Creates the painter. */
    public BoardPainter(Texts texts) {
        this.cards = new CardPainter(texts);
    }

    /** Paints the board over the whole of a context of the board's size. */
    public void paint(GraphicsContext g, InkedRegion inks, Lettering letters, Board board, boolean focused) {
        Viewport view = board.viewportProperty().get();
        g.setTransform(1, 0, 0, 1, 0, 0);
        ground.paint(g, inks, view, board.width(), board.height());
        double scale = view.scale();
        g.setTransform(scale, 0, 0, scale, -view.left() * scale, -view.top() * scale);
        Pen pen = new Pen(g, inks, letters, scale, DetailLevel.at(scale));
        Box visible = board.visible();
        List<Line> lines = board.diagram().linesIn(visible);
        edges.paint(pen, lines);
        overlaidEdges(pen, board, lines);
        lines.forEach(line -> edges.label(pen, line));
        List<Card> shown = board.diagram().cardsIn(visible);
        if (pen.level() == DetailLevel.CARDS) {
            cards(pen, board, shown, focused);
        } else {
            small(pen, board, shown);
        }
        feedback.paint(pen, board.feedbackProperty().get(), board.diagram());
        g.setTransform(1, 0, 0, 1, 0, 0);
    }

    private void overlaidEdges(Pen pen, Board board, List<Line> lines) {
        Set<EdgeKey> trail = board.trailProperty().get().edges();
        EdgeKey selected = board.editor().selectedEdgeProperty().get();
        for (Line line : lines) {
            if (line.key().equals(selected)) {
                edges.paint(pen, line.route(), Ink.ACCENT, 3);
            } else if (trail.contains(line.key())) {
                edges.paint(pen, line.route(), line.ink() == Ink.EDGE ? Ink.PATH : line.ink(), 3);
            }
        }
    }

    private void cards(Pen pen, Board board, List<Card> shown, boolean focused) {
        Map<String, StepFigures> figures = board.overlayProperty().get().steps();
        Map<String, ProblemMark> problems = board.problemsProperty().get();
        Set<String> selection = board.editor().selection();
        Feedback now = board.feedbackProperty().get();
        String focus = board.editor().focusProperty().get();
        for (Card card : shown) {
            String id = card.id();
            boolean selected = selection.contains(id);
            boolean hovered = id.equals(now.hovered());
            cards.paint(pen, card, figures.get(id), selected, hovered);
            cards.outlets(pen, card, selected || hovered || now.connection() != null);
            if (focused && id.equals(focus) && selection.size() > 1) {
                cards.focusRing(pen, card.box());
            }
            ProblemMark mark = problems.get(id);
            if (mark != null) {
                cards.badge(pen, card.box(), mark);
            }
        }
    }

    private void small(Pen pen, Board board, List<Card> shown) {
        Map<String, StepFigures> figures = board.overlayProperty().get().steps();
        Map<String, ProblemMark> problems = board.problemsProperty().get();
        Set<String> selection = board.editor().selection();
        for (Card card : shown) {
            boolean selected = selection.contains(card.id());
            StepFigures own = figures.get(card.id());
            if (pen.level() == DetailLevel.BLOCKS) {
                small.block(pen, card, own, problems.get(card.id()), selected);
            } else {
                small.dot(pen, card, own, selected);
            }
        }
    }
}
