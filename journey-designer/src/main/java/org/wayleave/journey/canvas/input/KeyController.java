package org.wayleave.journey.canvas.input;

import java.util.Map;
import org.wayleave.journey.canvas.Board;
import org.wayleave.journey.canvas.CanvasActions;
import org.wayleave.journey.canvas.JourneyEditor;
import org.wayleave.journey.canvas.Walk;

/** Says what a key does on the canvas. Keys are named as {@code javafx.scene.input.KeyCode} names them. */
public final class KeyController {

    /** What keys ask of the view around the board. */
    public interface Requests {
        /** Asks which step to add behind the focused one, or anywhere when none is. */
        void append();

        /** Asks to edit the name of the focused step in place. */
        void rename();

        /** Asks what to find. */
        void find();

        /** Asks for automatic layout. */
        void tidy();

        /** Gives up what goes on: gesture, search, pop-up. Returns whether there was anything. */
        boolean cancel();
    }

    /**
     * A key with the modifiers that are held.
     *
     * @param key such as {@code DELETE}
     * @param shortcut Ctrl, or Command on macOS
     */
    public record Stroke(String key, boolean shift, boolean shortcut, boolean alt) {}

    private static final double NUDGE = 1;
    private static final double FAR_NUDGE = 10;
    private static final Map<String, Walk.Direction> ARROWS = Map.of(
            "UP", Walk.Direction.UP,
            "DOWN", Walk.Direction.DOWN,
            "LEFT", Walk.Direction.LEFT,
            "RIGHT", Walk.Direction.RIGHT);

    private final Board board;
    private final JourneyEditor editor;
    private final CanvasActions actions;
    private final Requests requests;

    /** Creates the controller of a board. */
    public KeyController(Board board, CanvasActions actions, Requests requests) {
        this.board = board;
        this.editor = board.editor();
        this.actions = actions;
        this.requests = requests;
    }

    /** A key went down. Returns whether it meant something. */
    public boolean press(Stroke stroke) {
        Walk.Direction arrow = ARROWS.get(stroke.key());
        if (arrow != null && !stroke.shortcut()) {
            arrow(arrow, stroke);
            return true;
        }
        if (stroke.shortcut()) {
            return !stroke.alt() && withShortcut(stroke);
        }
        if (stroke.alt()) {
            if (stroke.shift() && stroke.key().equals("T")) {
                requests.tidy();
                return true;
            }
            return false;
        }
        return plain(stroke);
    }

    private void arrow(Walk.Direction direction, Stroke stroke) {
        if (stroke.alt() || editor.selection().isEmpty()) {
            actions.walk(direction);
            return;
        }
        double far = stroke.shift() ? FAR_NUDGE : NUDGE;
        switch (direction) {
            case UP -> actions.nudge(0, -far);
            case DOWN -> actions.nudge(0, far);
            case LEFT -> actions.nudge(-far, 0);
            case RIGHT -> actions.nudge(far, 0);
        }
    }

    private boolean withShortcut(Stroke stroke) {
        switch (stroke.key()) {
            case "Z" -> {
                if (stroke.shift()) {
                    editor.redo();
                } else {
                    editor.undo();
                }
            }
            case "Y" -> editor.redo();
            case "X" -> actions.cut();
            case "C" -> actions.copy();
            case "V" -> actions.paste();
            case "D" -> actions.duplicate();
            case "A" -> actions.selectAll();
            case "F" -> {
                if (stroke.shift()) {
                    return false;
                }
                requests.find();
            }
            case "DELETE", "BACK_SPACE" -> actions.delete(true);
            case "PLUS", "EQUALS", "ADD" -> board.zoomBy(1, board.width() / 2, board.height() / 2);
            case "MINUS", "SUBTRACT" -> board.zoomBy(-1, board.width() / 2, board.height() / 2);
            case "DIGIT0", "NUMPAD0" -> board.zoomTo(1);
            case "DIGIT1", "NUMPAD1" -> board.fit();
            case "DIGIT2", "NUMPAD2" -> board.fitSelection();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(Stroke stroke) {
        switch (stroke.key()) {
            case "DELETE", "BACK_SPACE" -> actions.delete(false);
            case "A", "N" -> requests.append();
            case "E", "F2" -> requests.rename();
            case "ESCAPE" -> {
                if (!requests.cancel()) {
                    editor.clearSelection();
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
