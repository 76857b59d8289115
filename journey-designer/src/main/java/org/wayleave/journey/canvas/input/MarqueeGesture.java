package org.wayleave.journey.canvas.input;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wayleave.journey.canvas.Board;
import org.wayleave.journey.canvas.Card;
import org.wayleave.journey.canvas.Feedback;
import org.wayleave.journey.canvas.geometry.Box;
import org.wayleave.journey.canvas.geometry.Point;

/** Selects the steps that a rubber band meets, in place of the selection or in addition to it. */
final class MarqueeGesture implements Gesture {

    private final Board board;
    private final Point start;
    private final Set<String> before;
    private final boolean adding;

    MarqueeGesture(Board board, Pointer press) {
        this.board = board;
        this.start = press.world();
        this.before = new LinkedHashSet<>(board.editor().selection());
        this.adding = press.shortcut() || press.shift();
    }

    @Override
    public void drag(Pointer pointer) {
        Box box = Box.spanning(start, pointer.world());
        Set<String> met = new LinkedHashSet<>(adding ? before : Set.of());
        for (Card card : board.diagram().cardsIn(box)) {
            if (card.box().intersects(box)) {
                met.add(card.id());
            }
        }
        board.editor().selectAll(List.copyOf(met));
        board.feedbackProperty().set(Feedback.marquee(box));
    }

    @Override
    public void release(Pointer pointer) {
        board.feedbackProperty().set(Feedback.NONE);
    }

    @Override
    public void cancel() {
        board.editor().selectAll(List.copyOf(before));
        board.feedbackProperty().set(Feedback.NONE);
    }
}
