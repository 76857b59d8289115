package org.wayleave.journey.canvas;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.ui.theme.Icons;

/** Zoom out, the scale, zoom in, fit, tidy. */
final class ZoomBar extends HBox {

    ZoomBar(Board board, Texts texts, Runnable tidy) {
        getStyleClass().addAll("canvas-float", "canvas-zoom");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Button level = button(null, texts.get("zoom.level.text"), () -> board.zoomTo(1));
        level.getStyleClass().add("zoom-level");
        level.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Math.round(board.viewportProperty().get().scale() * 100) + " %",
                        board.viewportProperty()));
        getChildren()
                .addAll(
                        button(
                                Feather.MINUS,
                                texts.get("zoom.out"),
                                () -> board.zoomBy(-1, board.width() / 2, board.height() / 2)),
                        level,
                        button(
                                Feather.PLUS,
                                texts.get("zoom.in"),
                                () -> board.zoomBy(1, board.width() / 2, board.height() / 2)),
                        button(Feather.MAXIMIZE, texts.get("zoom.fit"), board::fit),
                        button(Feather.ALIGN_CENTER, texts.get("tidy"), tidy));
    }

    private static Button button(@org.jspecify.annotations.Nullable Ikon icon, String text, Runnable action) {
        Button button = new Button();
        if (icon != null) {
            Node graphic = Icons.of(icon);
            button.setGraphic(graphic);
        }
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        button.setOnAction(event -> action.run());
        // The canvas keeps the keyboard; the bar is reached by its keys.
        button.setFocusTraversable(false);
        return button;
    }
}
