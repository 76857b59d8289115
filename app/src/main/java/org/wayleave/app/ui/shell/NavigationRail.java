package org.wayleave.app.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.theme.Icons;

/** The pages at the left edge, icon over title. Arrow keys move along it. */
final class NavigationRail extends VBox {
    NavigationRail(ShellModel model, Region... below) {
        getStyleClass().add("rail");
        setAlignment(Pos.TOP_CENTER);
        int number = 1;
        for (Page page : model.pages()) {
            ToggleButton button = new ToggleButton(page.title());
            button.setId("rail-" + page.id());
            button.setGraphic(Icons.of(page.icon()));
            button.setContentDisplay(ContentDisplay.TOP);
            button.getStyleClass().setAll("toggle-button", "rail-button");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAccessibleRole(AccessibleRole.TAB_ITEM);
            Explain.with(button, page.title() + "  (Ctrl+" + number++ + ")");
            button.setOnAction(event -> {
                button.setSelected(true);
                model.go(Place.of(page.id()));
            });
            model.pageProperty().subscribe(shown -> button.setSelected(page.equals(shown)));
            getChildren().add(button);
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().add(gap);
        getChildren().addAll(below);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private void onKey(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step == 0 || getScene() == null) {
            return;
        }
        int at = getChildren().indexOf(getScene().getFocusOwner());
        for (int i = at + step; at >= 0 && i >= 0 && i < getChildren().size(); i += step) {
            if (getChildren().get(i).isFocusTraversable()) {
                getChildren().get(i).requestFocus();
                break;
            }
        }
        event.consume();
    }
}
