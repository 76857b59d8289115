package org.wayleave.journey.canvas.input;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.Board;
import org.wayleave.journey.canvas.Card;
import org.wayleave.journey.canvas.Diagram;
import org.wayleave.journey.canvas.Feedback;
import org.wayleave.journey.canvas.Line;
import org.wayleave.journey.canvas.geometry.CardShape;
import org.wayleave.journey.canvas.geometry.DetailLevel;
import org.wayleave.journey.canvas.geometry.Point;

/** Decides from what lies under a press which gesture begins. Needs no toolkit: places come in screen pixels. */
public final class PointerController {

    private static final double DRAG_FROM = 4;
    private static final double LINE_REACH_PIXELS = 6;

    /** What the pointer asks of the view around it. */
    public interface Requests {
        /** Asks which step to add behind a port, at a world place. */
        void append(String from, String port, Point place);

        /** Asks to edit the name of a step in place. */
        void rename(String step);
    }

    /** Which button was pressed, free of any toolkit. */
    public enum Button {
        /** Usually the left one. */
        PRIMARY,
        /** The wheel as a button. */
        MIDDLE,
        /** Usually the right one. */
        SECONDARY
    }

    private final Board board;
    private final Requests requests;
    private @Nullable Gesture gesture;
    private @Nullable Pending pending;

    /** A press that may still become a click. */
    private record Pending(
            Point screen, Pointer press, @Nullable Card card) {}

    /** Creates the controller of a board. */
    public PointerController(Board board, Requests requests) {
        this.board = board;
        this.requests = requests;
    }

    /** Returns the pointer at a place on screen. */
    public Pointer pointer(double x, double y, boolean shift, boolean shortcut, boolean alt) {
        return new Pointer(new Point(x, y), board.viewportProperty().get().toWorld(x, y), shift, shortcut, alt);
    }

    /** A button went down. With {@code panning} every press drags the ground. */
    public void press(Pointer pointer, Button button, boolean panning) {
        cancel();
        if (button == Button.MIDDLE || panning) {
            gesture = new PanGesture(board, pointer);
            return;
        }
        if (button == Button.SECONDARY) {
            board.diagram()
                    .cardAt(pointer.world())
                    .filter(card -> !board.editor().selection().contains(card.id()))
                    .ifPresent(card -> board.editor().select(card.id()));
            return;
        }
        Optional<Diagram.PortHit> port = port(pointer);
        if (port.isPresent() && !pointer.shift() && !pointer.shortcut()) {
            gesture = new ConnectGesture(board, port.get(), requests::append);
            return;
        }
        Card card = board.diagram().cardAt(pointer.world()).orElse(null);
        boolean wasSelected = card != null && board.editor().selection().contains(card.id());
        if (card != null && !wasSelected && !pointer.shortcut() && !pointer.shift()) {
            board.editor().select(card.id());
        }
        pending = new Pending(pointer.screen(), pointer, card);
    }

    /** The pointer moved with a button down. */
    public void drag(Pointer pointer) {
        Pending waiting = pending;
        if (gesture == null && waiting != null && waiting.screen.distance(pointer.screen()) >= DRAG_FROM) {
            pending = null;
            gesture = begin(waiting);
        }
        if (gesture != null) {
            gesture.drag(pointer);
        }
    }

    /** The button went up. */
    public void release(Pointer pointer) {
        Gesture ended = gesture;
        Pending waiting = pending;
        gesture = null;
        pending = null;
        if (ended != null) {
            ended.release(pointer);
        } else if (waiting != null) {
            click(waiting);
        }
    }

    /** A double click: the name of the step is edited in place. */
    public void doubleClick(Pointer pointer) {
        board.diagram().cardAt(pointer.world()).ifPresent(card -> requests.rename(card.id()));
    }

    /** The pointer moved without a button. */
    public void hover(Pointer pointer) {
        if (gesture != null) {
            return;
        }
        String over = port(pointer)
                .map(hit -> hit.card().id())
                .or(() -> board.diagram().cardAt(pointer.world()).map(Card::id))
                .orElse(null);
        board.feedbackProperty().set(Feedback.hovering(over));
    }

    /** Gives the gesture up that goes on. Returns whether there was one. */
    public boolean cancel() {
        pending = null;
        Gesture given = gesture;
        gesture = null;
        if (given != null) {
            given.cancel();
            return true;
        }
        return false;
    }

    /** Says whether a press at this place would draw an edge. */
    public boolean overPort(Pointer pointer) {
        return port(pointer).isPresent();
    }

    private Gesture begin(Pending waiting) {
        Card card = waiting.card;
        if (card == null || waiting.press.shift()) {
            return new MarqueeGesture(board, waiting.press);
        }
        if (!board.editor().selection().contains(card.id())) {
            board.editor().select(card.id());
        }
        return new MoveGesture(board, card, waiting.press);
    }

    private void click(Pending waiting) {
        Card card = waiting.card;
        boolean adding = waiting.press.shortcut() || waiting.press.shift();
        if (card != null) {
            if (adding) {
                board.editor().toggle(card.id());
            } else {
                board.editor().select(card.id());
            }
            return;
        }
        double reach = LINE_REACH_PIXELS / board.viewportProperty().get().scale();
        Optional<Line> line = board.diagram().lineAt(waiting.press.world(), reach);
        if (line.isPresent()) {
            board.editor().selectEdge(line.get().key());
        } else if (!adding) {
            board.editor().clearSelection();
        }
    }

    private Optional<Diagram.PortHit> port(Pointer pointer) {
        if (DetailLevel.at(board.viewportProperty().get().scale()) != DetailLevel.CARDS) {
            return Optional.empty();
        }
        Optional<Diagram.PortHit> hit = board.diagram().portAt(pointer.world(), CardShape.PORT_REACH);
        // Well inside a card a press means the card; only near its lower edge it means the port.
        return hit.filter(found -> pointer.world().y() > found.card().box().bottom() - 8);
    }
}
