package org.wayleave.journey.canvas;

import java.util.function.BooleanSupplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/** The context menu of the canvas. What cannot be done now is disabled. */
final class CanvasMenu extends ContextMenu {

    CanvasMenu(Board board, CanvasActions actions, Texts texts, Runnable append, Runnable rename, Runnable tidy) {
        JourneyEditor editor = board.editor();
        BooleanSupplier some = () -> !editor.selection().isEmpty();
        BooleanSupplier one = () -> editor.selection().size() == 1;
        BooleanSupplier something =
                () -> some.getAsBoolean() || editor.selectedEdgeProperty().get() != null;
        BooleanSupplier writable = () -> !editor.readOnlyProperty().get();
        add(texts.get("menu.append"), "A", append, () -> one.getAsBoolean() && writable.getAsBoolean());
        add(texts.get("menu.rename"), "F2", rename, () -> one.getAsBoolean() && writable.getAsBoolean());
        getItems().add(new SeparatorMenuItem());
        add(texts.get("menu.cut"), "Shortcut+X", actions::cut, () -> some.getAsBoolean() && writable.getAsBoolean());
        add(texts.get("menu.copy"), "Shortcut+C", actions::copy, some);
        add(texts.get("menu.paste"), "Shortcut+V", actions::paste, writable);
        add(
                texts.get("menu.duplicate"),
                "Shortcut+D",
                actions::duplicate,
                () -> some.getAsBoolean() && writable.getAsBoolean());
        getItems().add(new SeparatorMenuItem());
        add(
                texts.get("menu.delete"),
                "Delete",
                () -> actions.delete(false),
                () -> something.getAsBoolean() && writable.getAsBoolean());
        add(
                texts.get("menu.heal"),
                "Shortcut+Delete",
                () -> actions.delete(true),
                () -> some.getAsBoolean() && writable.getAsBoolean());
        getItems().add(new SeparatorMenuItem());
        add(texts.get("menu.tidy"), "Shift+Alt+T", tidy, writable);
        add(texts.get("menu.fit"), "Shortcut+1", board::fit, () -> true);
    }

    private void add(String text, String key, Runnable action, BooleanSupplier enabled) {
        MenuItem item = new MenuItem(text);
        item.setAccelerator(KeyCombination.valueOf(key));
        item.setOnAction(event -> action.run());
        getItems().add(item);
        addEventHandler(javafx.stage.WindowEvent.WINDOW_SHOWING, event -> item.setDisable(!enabled.getAsBoolean()));
    }
}
