package org.wayleave.app.ui.shell;

import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.theme.Appearance;
import org.wayleave.ui.theme.Theme;

/** The commands of the frame itself. */
final class ShellCommands {
    private static final double STEP = 0.1;

    private final ShellModel model;
    private final Theme theme;
    private final Command back;
    private final Command forward;
    private final Command inspector;
    private final Command drawer;
    private final Command toggleTheme;
    private final Command resetZoom;

    ShellCommands(ShellModel model, Theme theme) {
        this.model = model;
        this.theme = theme;
        back = Command.of("shell.back", "Go back", model::back)
                .withIcon(Feather.ARROW_LEFT)
                .withKey("Alt+Left")
                .enabledWhen(model.trail().canGoBack())
                .inGroup("Window");
        forward = Command.of("shell.forward", "Go forward", model::forward)
                .withIcon(Feather.ARROW_RIGHT)
                .withKey("Alt+Right")
                .enabledWhen(model.trail().canGoForward())
                .inGroup("Window");
        inspector = window("shell.inspector", "Show or fold the inspector", this::foldInspector)
                .withIcon(Feather.SIDEBAR)
                .enabledWhen(model.inspectingProperty())
                .withKey("Shortcut+Shift+I");
        drawer = window("shell.drawer", "Show or fold the drawer", this::foldDrawer)
                .withIcon(Feather.CHEVRONS_DOWN)
                .enabledWhen(model.drawerFilledProperty())
                .withKey("Shortcut+J");
        toggleTheme = window("shell.theme", "Switch between light and dark", this::switchTheme)
                .withIcon(Feather.MOON)
                .withKey("Shortcut+Shift+L");
        resetZoom = window(
                        "shell.zoom-reset",
                        "Text size 100 %",
                        () -> theme.zoomProperty().set(1))
                .withKey("Shortcut+0");
    }

    Command back() {
        return back;
    }

    Command forward() {
        return forward;
    }

    Command inspector() {
        return inspector;
    }

    Command drawer() {
        return drawer;
    }

    Command theme() {
        return toggleTheme;
    }

    Command resetZoom() {
        return resetZoom;
    }

    Command palette(Runnable open) {
        return window("shell.palette", "Find a command, document, rule or person", open)
                .withIcon(Feather.COMMAND)
                .withKey("Shortcut+K");
    }

    Command search(Runnable open) {
        return window("shell.search", "Search all documents", open)
                .withIcon(Feather.SEARCH)
                .withKey("Shortcut+Shift+F");
    }

    Command bell(Runnable open) {
        return window("shell.messages", "Show messages", open).withIcon(Feather.BELL);
    }

    Command shortcuts(Runnable open) {
        return window("shell.shortcuts", "Show the keys", open)
                .withIcon(Feather.HELP_CIRCLE)
                .withKey("F1");
    }

    /** All that stand on their own. */
    List<Command> all() {
        List<Command> all = new ArrayList<>(List.of(back, forward, inspector, drawer, toggleTheme, resetZoom));
        all.add(window(
                "shell.theme-system",
                "Follow the system's appearance",
                () -> theme.appearanceProperty().set(Appearance.SYSTEM)));
        all.add(window("shell.zoom-in", "Larger text", () -> zoom(STEP)).withKey("Shortcut+Equals"));
        all.add(window("shell.zoom-out", "Smaller text", () -> zoom(-STEP)).withKey("Shortcut+Minus"));
        int number = 1;
        for (Page page : model.pages()) {
            all.add(Command.of("go." + page.id(), "Go to " + page.title(), () -> model.go(Place.of(page.id())))
                    .withIcon(page.icon())
                    .withKey("Shortcut+" + number++)
                    .inGroup("Pages"));
        }
        return all;
    }

    private static Command window(String id, String title, Runnable action) {
        return Command.of(id, title, action).inGroup("Window");
    }

    private void foldInspector() {
        model.inspectorOpenProperty().set(!model.inspectorOpenProperty().get());
    }

    private void foldDrawer() {
        model.drawerOpenProperty().set(!model.drawerOpenProperty().get());
    }

    private void switchTheme() {
        theme.appearanceProperty().set(theme.tokens().isDark() ? Appearance.LIGHT : Appearance.DARK);
    }

    private void zoom(double step) {
        double next = Math.round((theme.zoomProperty().get() + step) * 10) / 10.0;
        theme.zoomProperty().set(Math.clamp(next, 0.8, 2));
    }
}
