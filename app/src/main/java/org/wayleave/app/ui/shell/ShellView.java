package org.wayleave.app.ui.shell;

import java.time.ZoneId;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.command.CommandRegistry;
import org.wayleave.ui.control.Overlays;
import org.wayleave.ui.control.Toasts;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.theme.Theme;

/** The window of an open workspace. */
public final class ShellView {
    private final BorderPane frame = new BorderPane();
    private final Overlays overlays;
    private final ShortcutSheet sheet;
    private final EventHandler<KeyEvent> onPressed = this::onKey;
    private final EventHandler<KeyEvent> onTyped = this::onTyped;
    private final ShellModel model;
    private final CommandRegistry commands;
    private final ClosingQuestion closing;
    private final List<Command> own;

    /**
     * The window's content.
     *
     * @param palette what the palette finds besides commands
     * @param search what the search over documents finds
     * @param workspaceCommands commands on the workspace as a whole, such as closing it
     */
    public ShellView(
            ShellModel model,
            CommandRegistry commands,
            BackgroundTasks tasks,
            Toasts toasts,
            Overlays overlays,
            Theme theme,
            ZoneId zone,
            WorkspaceFacts facts,
            ObservableValue<EngineState> engine,
            List<PaletteSource> palette,
            PaletteSource search,
            List<Command> workspaceCommands) {
        this.model = model;
        this.commands = commands;
        this.overlays = overlays;
        this.closing = new ClosingQuestion(overlays);
        var sources = new java.util.ArrayList<PaletteSource>();
        sources.add(new CommandSource(commands));
        sources.addAll(palette);
        Palette commandPalette = new Palette(
                overlays,
                tasks,
                "Command palette",
                "Find a command, a document, a rule or a person such as p000042",
                "Nothing found",
                sources);
        Palette documentSearch = new Palette(
                overlays,
                tasks,
                "Search all documents",
                "Search in the text of all documents",
                "No document says that",
                List.of(search));
        Bell bell = new Bell(overlays, toasts, zone);
        sheet = new ShortcutSheet(overlays, commands);
        ShellCommands shell = new ShellCommands(model, theme);
        Command openPalette = shell.palette(commandPalette::open);
        Command openBell = shell.bell(bell::open);
        own = new java.util.ArrayList<>(shell.all());
        own.addAll(List.of(openPalette, shell.search(documentSearch::open), openBell, shell.shortcuts(sheet::open)));
        own.addAll(workspaceCommands);
        commands.register(own);

        Button themeButton = CommandButtons.iconOnly(shell.theme());
        themeButton.getStyleClass().add("flat");
        NavigationRail rail = new NavigationRail(model, (Region) bell.button(openBell), themeButton);
        HeaderBar header = new HeaderBar(model, shell.back(), shell.forward());
        header.getChildren().add(inspectorToggle(shell.inspector()));
        BorderPane work = new BorderPane();
        work.getStyleClass().add("work");
        work.setRight(new InspectorPane(model));
        work.setBottom(null);
        model.pageProperty().subscribe(page -> {
            Scene scene = frame.getScene();
            Node owner = scene == null ? null : scene.getFocusOwner();
            boolean onRail = owner != null && rail.equals(owner.getParent());
            work.setCenter(page == null ? null : page.content());
            // The keyboard goes with the user, unless he or she walks along the rail.
            if (page != null && !onRail) {
                page.content().requestFocus();
            }
        });
        BorderPane main = new BorderPane(work);
        main.setTop(header);
        main.setBottom(new Drawer(model, theme, shell.drawer()));
        frame.getStyleClass().add("shell");
        frame.setLeft(rail);
        frame.setCenter(main);
        frame.setBottom(new StatusBar(facts, engine, tasks, theme, shell.resetZoom(), openPalette));
        // On the scene, not on the frame: while nothing has the keyboard, keys reach the scene alone.
        frame.sceneProperty().subscribe(this::followScene);
    }

    /** The node for the scene. */
    public Region root() {
        return frame;
    }

    /** Asks about unsaved edits, then runs {@code close}. */
    public void requestClose(Runnable close) {
        closing.ask(model.pages(), close);
    }

    /** Takes the shell's commands out of the registry and lets the pages go. */
    public void dispose() {
        Page shown = model.pageProperty().get();
        if (shown != null) {
            shown.hidden();
        }
        model.pages().forEach(Page::dispose);
        commands.unregister(own);
    }

    private Node inspectorToggle(Command command) {
        Button button = CommandButtons.iconOnly(command);
        button.getStyleClass().add("flat");
        // The button stays while the page inspects nothing now, but disabled: the header must not jump.
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void followScene(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventHandler(KeyEvent.KEY_PRESSED, onPressed);
            before.removeEventHandler(KeyEvent.KEY_TYPED, onTyped);
        }
        if (now != null) {
            now.addEventHandler(KeyEvent.KEY_PRESSED, onPressed);
            now.addEventHandler(KeyEvent.KEY_TYPED, onTyped);
        }
    }

    private void onKey(KeyEvent event) {
        if (!overlays.isOpen() && commands.handle(event)) {
            event.consume();
        }
    }

    private void onTyped(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl || isCode(event.getTarget());
        if ("?".equals(event.getCharacter()) && !typing && !overlays.isOpen()) {
            sheet.open();
            event.consume();
        }
    }

    private static boolean isCode(Object target) {
        return target instanceof Node node && node.getStyleClass().contains("code-area");
    }
}
