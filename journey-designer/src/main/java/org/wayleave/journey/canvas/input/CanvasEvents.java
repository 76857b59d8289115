package org.wayleave.journey.canvas.input;

import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import org.wayleave.journey.canvas.Board;

/** Translates the events of a region into what the controllers understand. */
public final class CanvasEvents {

    private static final double WHEEL_NOTCH = 40;

    private final Region region;
    private final Board board;
    private final PointerController pointers;
    private final KeyController keys;
    private final ContextMenu menu;
    private boolean spaceHeld;

    /** Creates the translator; {@link #attach} makes it listen. */
    public CanvasEvents(Region region, Board board, PointerController pointers, KeyController keys, ContextMenu menu) {
        this.region = region;
        this.board = board;
        this.pointers = pointers;
        this.keys = keys;
        this.menu = menu;
    }

    /** Listens from now on. */
    public void attach() {
        region.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        region.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> onGround(event, () -> pointers.drag(pointer(event))));
        region.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        region.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        region.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        region.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        region.addEventHandler(ZoomEvent.ZOOM, this::pinched);
        region.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        region.addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
        region.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (region.equals(event.getTarget())) {
                menu.show(region, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        region.focusedProperty().addListener((o, old, now) -> {
            if (!now) {
                spaceHeld = false;
            }
        });
    }

    private Pointer pointer(MouseEvent event) {
        return pointers.pointer(
                event.getX(), event.getY(), event.isShiftDown(), event.isShortcutDown(), event.isAltDown());
    }

    /** Controls that lie over the ground handle their own events. */
    private void onGround(MouseEvent event, Runnable action) {
        if (region.equals(event.getTarget())) {
            action.run();
            event.consume();
        }
    }

    private void pressed(MouseEvent event) {
        onGround(event, () -> {
            menu.hide();
            region.requestFocus();
            pointers.press(pointer(event), button(event.getButton()), spaceHeld);
            region.setCursor(
                    spaceHeld || event.getButton() == MouseButton.MIDDLE ? Cursor.CLOSED_HAND : region.getCursor());
        });
    }

    private void released(MouseEvent event) {
        onGround(event, () -> {
            pointers.release(pointer(event));
            region.setCursor(spaceHeld ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        });
    }

    private void moved(MouseEvent event) {
        onGround(event, () -> {
            Pointer at = pointer(event);
            pointers.hover(at);
            if (!spaceHeld) {
                region.setCursor(pointers.overPort(at) ? Cursor.CROSSHAIR : Cursor.DEFAULT);
            }
        });
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
            onGround(event, () -> pointers.doubleClick(pointer(event)));
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            board.zoomBy(event.getDeltaY() / WHEEL_NOTCH, event.getX(), event.getY());
        } else {
            boolean sideways = event.isShiftDown() && event.getDeltaX() == 0;
            double dx = sideways ? event.getDeltaY() : event.getDeltaX();
            double dy = sideways ? 0 : event.getDeltaY();
            board.viewportProperty().set(board.viewportProperty().get().panned(dx, dy));
        }
        event.consume();
    }

    private void pinched(ZoomEvent event) {
        var view = board.viewportProperty().get();
        board.viewportProperty().set(view.zoomedTo(view.scale() * event.getZoomFactor(), event.getX(), event.getY()));
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        if (!region.equals(event.getTarget())) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE) {
            spaceHeld = true;
            region.setCursor(Cursor.OPEN_HAND);
            event.consume();
            return;
        }
        KeyController.Stroke stroke = new KeyController.Stroke(
                event.getCode().name(), event.isShiftDown(), event.isShortcutDown(), event.isAltDown());
        if (keys.press(stroke)) {
            event.consume();
        }
    }

    private void keyReleased(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            spaceHeld = false;
            region.setCursor(Cursor.DEFAULT);
            event.consume();
        }
    }

    private static PointerController.Button button(MouseButton button) {
        return switch (button) {
            case MIDDLE -> PointerController.Button.MIDDLE;
            case SECONDARY -> PointerController.Button.SECONDARY;
            default -> PointerController.Button.PRIMARY;
        };
    }
}
