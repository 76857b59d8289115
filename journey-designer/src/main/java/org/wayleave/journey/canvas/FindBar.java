package org.wayleave.journey.canvas;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.journey.graph.Step;
import org.wayleave.ui.theme.Icons;

/** Finds steps by name or meaning: Enter goes on, Shift+Enter back, Escape closes. */
final class FindBar extends HBox {

    private final Board board;
    private final CanvasActions actions;
    private final Texts texts;
    private final Runnable closed;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private List<Step> found = List.of();
    private int at = -1;

    FindBar(Board board, CanvasActions actions, Texts texts, Runnable closed) {
        this.board = board;
        this.actions = actions;
        this.texts = texts;
        this.closed = closed;
        getStyleClass().addAll("canvas-float", "canvas-find");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setVisible(false);
        field.setPromptText(texts.get("find.prompt"));
        field.setAccessibleText(texts.get("find.prompt"));
        field.setPrefColumnCount(16);
        count.getStyleClass().add("text-secondary");
        count.setMinWidth(USE_PREF_SIZE);
        Button close = new Button();
        close.setGraphic(Icons.of(Feather.X));
        close.getStyleClass().addAll("flat", "button-icon");
        close.setAccessibleText(texts.get("find.close"));
        close.setOnAction(event -> close());
        getChildren().addAll(Icons.of(Feather.SEARCH), field, count, close);
        field.textProperty().addListener((o, old, now) -> search(now));
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go(event.isShiftDown() ? -1 : 1);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    void open() {
        setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    boolean close() {
        boolean was = isVisible();
        setVisible(false);
        if (was) {
            closed.run();
        }
        return was;
    }

    private void search(String text) {
        found = actions.find(text);
        at = -1;
        if (found.isEmpty()) {
            count.setText(text.isBlank() ? "" : texts.get("find.none"));
        } else {
            go(1);
        }
    }

    private void go(int by) {
        if (found.isEmpty()) {
            return;
        }
        at = Math.floorMod(at + by, found.size());
        board.jumpTo(found.get(at).id());
        count.setText(texts.get("find.count", at + 1, found.size()));
    }
}
