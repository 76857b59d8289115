package org.wayleave.journey.canvas;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.geometry.Point;
import org.wayleave.journey.canvas.geometry.Viewport;

/** Edits the name of a step on its card: Enter or leaving takes it, Escape gives it up. */
final class RenameField extends TextField {

    private final Board board;
    private final CanvasActions actions;
    private final Runnable closed;
    private @Nullable String step;

    RenameField(Board board, CanvasActions actions, Texts texts, Runnable closed) {
        this.board = board;
        this.actions = actions;
        this.closed = closed;
        getStyleClass().add("canvas-rename");
        setAccessibleText(texts.get("rename.text"));
        setManaged(false);
        setVisible(false);
        setOnAction(event -> end(true));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                end(false);
            }
            // Keys that mean something to the canvas are letters and deletions here.
            event.consume();
        });
        focusedProperty().addListener((o, old, now) -> {
            if (!now) {
                end(true);
            }
        });
        board.viewportProperty().addListener((o, old, now) -> place());
    }

    void open(String id) {
        board.editor().current().step(id).ifPresent(found -> {
            if (!board.editor().readOnlyProperty().get()) {
                board.reveal(id);
                step = id;
                setText(found.title());
                setVisible(true);
                place();
                requestFocus();
                selectAll();
            }
        });
    }

    boolean end(boolean take) {
        String id = step;
        step = null;
        if (id == null) {
            return false;
        }
        setVisible(false);
        if (take) {
            actions.rename(id, getText());
        }
        closed.run();
        return true;
    }

    private void place() {
        String id = step;
        if (id != null) {
            board.diagram().card(id).ifPresent(card -> {
                Viewport view = board.viewportProperty().get();
                Point corner = view.toScreen(card.box().x() + 44, card.box().y() + 6);
                double width = Math.max(150, 152 * view.scale());
                resizeRelocate(corner.x(), corner.y(), width, prefHeight(width));
            });
        }
    }
}
