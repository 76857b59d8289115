package org.wayleave.app.ui.shell;

import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.page.DrawerTab;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.theme.Theme;

/** The tabs below the work area; folds, and its upper edge can be dragged. */
final class Drawer extends VBox {
    private final ShellModel model;
    private final Theme theme;
    private final HBox tabs = new HBox();
    private final StackPane content = new StackPane();
    private final ListChangeListener<DrawerTab> refresh = change -> fill();
    private final Map<String, String> chosen = new HashMap<>();
    private @Nullable Page page;
    private Subscription badges = Subscription.EMPTY;
    private double dragStart;
    private double heightAtStart;

    Drawer(ShellModel model, Theme theme, Command fold) {
        this.model = model;
        this.theme = theme;
        getStyleClass().add("drawer");
        Region edge = new Region();
        edge.getStyleClass().add("drawer-edge");
        edge.setCursor(Cursor.V_RESIZE);
        edge.setOnMousePressed(event -> {
            dragStart = event.getScreenY();
            heightAtStart = getHeight() / theme.em();
            Page shown = page;
            if (shown != null && !shown.drawer().isEmpty()) {
                chosen.putIfAbsent(shown.id(), tabOf(shown).id());
            }
        });
        edge.setOnMouseDragged(event -> {
            double em = heightAtStart + (dragStart - event.getScreenY()) / theme.em();
            model.drawerHeightProperty().set(Math.clamp(em, ShellModel.DRAWER_LEAST, ShellModel.DRAWER_MOST));
        });
        edge.setOnMouseReleased(event -> model.rememberDrawerHeight());
        tabs.getStyleClass().add("drawer-tabs");
        tabs.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button foldButton = CommandButtons.iconOnly(fold);
        foldButton.getStyleClass().add("flat");
        HBox bar = new HBox(tabs, gap, foldButton);
        bar.getStyleClass().add("drawer-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinHeight(0);
        getChildren().addAll(edge, bar, content);
        model.pageProperty().subscribe(this::show);
        model.drawerOpenProperty().subscribe(open -> resize());
        model.drawerHeightProperty().subscribe(height -> resize());
        theme.zoomProperty().subscribe(zoom -> resize());
    }

    private void resize() {
        boolean open = model.drawerOpenProperty().get();
        content.setVisible(open);
        content.setManaged(open);
        double em =
                idle() ? ShellModel.DRAWER_LEAST : model.drawerHeightProperty().get();
        double height = open ? em * theme.em() : USE_COMPUTED_SIZE;
        setPrefHeight(height);
        setMinHeight(open ? Math.min(height, ShellModel.DRAWER_LEAST * theme.em()) : USE_COMPUTED_SIZE);
    }

    /** Whether no tab has anything to tell and the user asked for none, so that the page may have the room. */
    private boolean idle() {
        Page shown = page;
        return shown != null
                && !chosen.containsKey(shown.id())
                && shown.drawer().stream().noneMatch(Drawer::tells);
    }

    private void show(@Nullable Page next) {
        if (page != null) {
            page.drawer().removeListener(refresh);
        }
        page = next;
        if (next != null) {
            next.drawer().addListener(refresh);
        }
        fill();
    }

    private void fill() {
        badges.unsubscribe();
        badges = Subscription.EMPTY;
        tabs.getChildren().clear();
        content.getChildren().clear();
        Page shown = page;
        boolean any = shown != null && !shown.drawer().isEmpty();
        setVisible(any);
        setManaged(any);
        if (shown == null || !any) {
            return;
        }
        DrawerTab open = tabOf(shown);
        for (DrawerTab tab : shown.drawer()) {
            ToggleButton button = new ToggleButton();
            button.setId("drawer-" + tab.id());
            button.getStyleClass().setAll("toggle-button", "drawer-tab");
            button.setSelected(tab.equals(open));
            badges = badges.and(tab.badge().subscribe(badge -> {
                button.setText(badge.isEmpty() ? tab.title() : tab.title() + "  " + badge);
                if (content.getChildren().contains(open.content())
                        && !tabOf(shown).equals(open)) {
                    fill();
                }
                resize();
            }));
            button.setOnAction(event -> {
                boolean again = tab.equals(open) && model.drawerOpenProperty().get();
                chosen.put(shown.id(), tab.id());
                model.drawerOpenProperty().set(!again);
                fill();
            });
            tabs.getChildren().add(button);
        }
        content.getChildren().setAll(open.content());
        resize();
    }

    /** The tab that the user chose on the page; before that the first that has something to tell, and stays while it has. */
    private DrawerTab tabOf(Page shown) {
        String wanted = chosen.get(shown.id());
        if (wanted == null) {
            return shown.drawer().stream()
                    .filter(tab -> content.getChildren().contains(tab.content()))
                    .filter(Drawer::tells)
                    .findFirst()
                    .or(() -> shown.drawer().stream().filter(Drawer::tells).findFirst())
                    .orElse(shown.drawer().getFirst());
        }
        return shown.drawer().stream()
                .filter(tab -> tab.id().equals(wanted))
                .findFirst()
                .orElse(shown.drawer().getFirst());
    }

    private static boolean tells(DrawerTab tab) {
        return !tab.badge().getValue().isEmpty();
    }
}
