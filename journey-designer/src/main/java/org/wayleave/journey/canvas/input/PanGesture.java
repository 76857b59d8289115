package org.wayleave.journey.canvas.input;

import org.wayleave.journey.canvas.Board;
import org.wayleave.journey.canvas.geometry.Point;
import org.wayleave.journey.canvas.geometry.Viewport;

/** Drags the ground under the screen. */
final class PanGesture implements Gesture {

    private final Board board;
    private final Viewport start;
    private final Point grip;

    PanGesture(Board board, Pointer press) {
        this.board = board;
        this.start = board.viewportProperty().get();
        this.grip = press.screen();
    }

    @Override
    public void drag(Pointer pointer) {
        board.viewportProperty()
                .set(start.panned(
                        pointer.screen().x() - grip.x(), pointer.screen().y() - grip.y()));
    }

    @Override
    public void release(Pointer pointer) {
        drag(pointer);
    }

    @Override
    public void cancel() {
        board.viewportProperty().set(start);
    }
}
