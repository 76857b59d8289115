package org.wayleave.ui.control;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Floating cards over the window: palette, search, questions. Escape or a click beside the card closes the topmost one
 * and gives the keyboard back to where it was. For the FX thread.
 */
public final class Overlays {
    private record Shown(
            StackPane veil, Runnable onClosed, @Nullable Node focusBefore) {}

    private final StackPane layer = new StackPane();
    private final Deque<Shown> stack = new ArrayDeque<>();

    public Overlays() {
        layer.setPickOnBounds(false);
        layer.setVisible(false);
    }

    /** The layer that holds the cards; the window puts it over its content. */
    public Region layer() {
        return layer;
    }

    /** Whether a card is open. */
    public boolean isOpen() {
        return !stack.isEmpty();
    }

    /**
     * Opens a card in the middle.
     *
     * @param name what it is, for screen readers
     * @param focus what gets the keyboard
     * @return closes the card
     */
    public Runnable show(String name, Region card, Node focus) {
        return show(name, card, focus, Pos.CENTER, () -> {});
    }

    /**
     * Opens a card.
     *
     * @param position where it stands in the window
     * @param onClosed runs after it was closed in whatever way
     * @return closes the card
     */
    public Runnable show(String name, Region card, Node focus, Pos position, Runnable onClosed) {
        Scene scene = layer.getScene();
        StackPane veil = new StackPane(card);
        veil.getStyleClass().add("overlay-veil");
        card.getStyleClass().add("overlay-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        card.setAccessibleRole(AccessibleRole.DIALOG);
        card.setAccessibleText(name);
        StackPane.setAlignment(card, position);
        Shown shown = new Shown(veil, onClosed, scene == null ? null : scene.getFocusOwner());
        veil.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close(shown);
            }
            // Keys of the window behind must not act while a card is open.
            event.consume();
        });
        veil.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (veil.equals(event.getTarget())) {
                close(shown);
            }
        });
        stack.push(shown);
        layer.getChildren().add(veil);
        layer.setVisible(true);
        focus.requestFocus();
        return () -> close(shown);
    }

    /** Closes all cards. */
    public void closeAll() {
        while (!stack.isEmpty()) {
            close(stack.peek());
        }
    }

    private void close(Shown shown) {
        if (!stack.remove(shown)) {
            return;
        }
        layer.getChildren().remove(shown.veil());
        layer.setVisible(!stack.isEmpty());
        Node before = shown.focusBefore();
        Scene scene = layer.getScene();
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        } else if (scene != null) {
            // Not to whatever comes first in the window: a key meant for the card would press it.
            scene.getRoot().requestFocus();
        }
        shown.onClosed().run();
    }
}
