package org.wayleave.journey.canvas.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wayleave.journey.canvas.Board;
import org.wayleave.journey.canvas.Card;
import org.wayleave.journey.canvas.Feedback;
import org.wayleave.journey.canvas.geometry.Box;
import org.wayleave.journey.canvas.geometry.Point;
import org.wayleave.journey.canvas.geometry.Snapping;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.graph.Position;

/** Drags the selected cards; the grabbed one snaps to those around it unless Alt is held. */
final class MoveGesture implements Gesture {

    private static final double SNAP_PIXELS = 6;
    private static final int NEIGHBOURS = 60;

    private final Board board;
    private final Point grip;
    private final Box grabbed;
    private final Map<String, Box> moving = new HashMap<>();
    private final List<Box> neighbours = new ArrayList<>();

    MoveGesture(Board board, Card grabbed, Pointer press) {
        this.board = board;
        this.grip = press.world();
        this.grabbed = grabbed.box();
        Set<String> ids = board.editor().selection();
        for (String id : ids) {
            board.diagram().card(id).ifPresent(card -> moving.put(id, card.box()));
        }
        for (Card card : board.diagram().cardsIn(board.visible())) {
            if (!moving.containsKey(card.id())) {
                neighbours.add(card.box());
            }
        }
        // Lines to far cards are noise; the nearest few are what the eye lines up with.
        neighbours.sort(Comparator.comparingDouble(box ->
                Math.abs(box.centreX() - this.grabbed.centreX()) + Math.abs(box.centreY() - this.grabbed.centreY())));
        if (neighbours.size() > NEIGHBOURS) {
            neighbours.subList(NEIGHBOURS, neighbours.size()).clear();
        }
    }

    @Override
    public void drag(Pointer pointer) {
        Snapping snapping = snapping(pointer);
        Map<String, Point> places = new HashMap<>();
        moving.forEach((id, box) -> places.put(id, new Point(box.x() + snapping.dx(), box.y() + snapping.dy())));
        board.diagram().preview(places);
        board.feedbackProperty().set(Feedback.moving(snapping.lines()));
        board.changed();
    }

    @Override
    public void release(Pointer pointer) {
        Snapping snapping = snapping(pointer);
        board.feedbackProperty().set(Feedback.NONE);
        Map<String, Position> positions = new HashMap<>();
        moving.forEach((id, box) -> positions.put(
                id, new Position(Math.rint(box.x() + snapping.dx()), Math.rint(box.y() + snapping.dy()))));
        if (!board.editor().edit(new JourneyEdit.MoveSteps(positions))) {
            cancel();
        }
    }

    @Override
    public void cancel() {
        board.feedbackProperty().set(Feedback.NONE);
        board.diagram().show(board.editor().current());
        board.changed();
    }

    private Snapping snapping(Pointer pointer) {
        double dx = pointer.world().x() - grip.x();
        double dy = pointer.world().y() - grip.y();
        if (pointer.alt()) {
            return new Snapping(dx, dy, List.of());
        }
        double reach = SNAP_PIXELS / board.viewportProperty().get().scale();
        return Snapping.of(grabbed, dx, dy, neighbours, reach);
    }
}
