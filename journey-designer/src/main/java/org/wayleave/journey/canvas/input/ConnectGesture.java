package org.wayleave.journey.canvas.input;

import java.util.List;
import org.wayleave.journey.canvas.Board;
import org.wayleave.journey.canvas.Card;
import org.wayleave.journey.canvas.Diagram;
import org.wayleave.journey.canvas.Feedback;
import org.wayleave.journey.canvas.geometry.Box;
import org.wayleave.journey.canvas.geometry.CardShape;
import org.wayleave.journey.canvas.geometry.EdgeRouter;
import org.wayleave.journey.canvas.geometry.Point;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.graph.Port;

/** Draws an edge from a port; let go over a card it connects, over empty ground it asks for the step to add there. */
final class ConnectGesture implements Gesture {

    /** Asks what to add. */
    interface AppendRequest {
        void append(String from, String port, Point place);
    }

    private static final double FARTHEST_CLICK = 6;

    private final Board board;
    private final Card source;
    private final int port;
    private final Point start;
    private final AppendRequest append;
    private final EdgeRouter router = new EdgeRouter(run -> 0);

    ConnectGesture(Board board, Diagram.PortHit hit, AppendRequest append) {
        this.board = board;
        this.source = hit.card();
        this.port = hit.port();
        this.start = hit.card().outlet(hit.port());
        this.append = append;
    }

    @Override
    public void drag(Pointer pointer) {
        Card target = board.diagram().cardAt(pointer.world()).orElse(null);
        String reason = target == null
                ? ""
                : board.editor()
                        .current()
                        .refusal(source.id(), portName(), target.id())
                        .orElse("");
        Box box = target != null && reason.isEmpty()
                ? target.box()
                : new Box(pointer.world().x(), pointer.world().y(), 0, 0);
        Point end = CardShape.entrance(box);
        board.feedbackProperty()
                .set(Feedback.connecting(new Feedback.Connection(
                        router.route(
                                start,
                                end,
                                source.box(),
                                box,
                                port,
                                source.ports().size()),
                        target == null ? null : target.id(),
                        reason)));
    }

    @Override
    public void release(Pointer pointer) {
        board.feedbackProperty().set(Feedback.NONE);
        Card target = board.diagram().cardAt(pointer.world()).orElse(null);
        if (target != null && !target.id().equals(source.id())) {
            board.editor().edit(new JourneyEdit.Connect(source.id(), portName(), target.id()));
        } else if (target == null && !board.editor().readOnlyProperty().get()) {
            boolean click = pointer.world().distance(start)
                            * board.viewportProperty().get().scale()
                    < FARTHEST_CLICK;
            Point place = click ? start.plus(0, FARTHEST_CLICK) : pointer.world();
            append.append(source.id(), portName(), place);
        }
    }

    @Override
    public void cancel() {
        board.feedbackProperty().set(Feedback.NONE);
    }

    private String portName() {
        List<Port> ports = source.ports();
        return ports.get(port).name();
    }
}
