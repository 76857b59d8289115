package org.wayleave.app.ui.testing;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import org.wayleave.app.ui.Desktop;
import org.wayleave.app.ui.memory.Memory;
import org.wayleave.app.ui.session.WindowServices;
import org.wayleave.app.ui.session.WorkspaceWindow;
import org.wayleave.ui.control.Overlays;
import org.wayleave.ui.control.Toasts;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.UnsavedWork;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.testing.FxThread;
import org.wayleave.ui.testing.Pictures;
import org.wayleave.ui.theme.Appearance;
import org.wayleave.ui.theme.Theme;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.Role;

/** The whole desktop in a scene without a window, 1440 by 900. For the FX thread. */
public final class DesktopRig implements AutoCloseable {
    /** In whose name it works. */
    public static final Author AUTHOR = new Author("robin", "Robin", Role.ADMINISTRATOR);

    /** The time it is. */
    public static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

    public final Theme theme = new Theme();
    public final NoWindow window = new NoWindow();
    public final List<String> failures = new ArrayList<>();
    public final BackgroundTasks tasks =
            new BackgroundTasks((task, failure) -> failures.add(task.title() + ": " + failure));
    public final Toasts toasts = new Toasts(CLOCK);
    public final Overlays overlays = new Overlays();
    public final Desktop desktop;
    public final Scene scene;

    /** A desktop whose new workspaces go into a folder. */
    public DesktopRig(Path dataFolder, Appearance appearance) {
        Map<String, String> kept = new HashMap<>();
        Memory memory = new Memory() {
            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(kept.get(key));
            }

            @Override
            public void put(String key, String value) {
                kept.put(key, value);
            }
        };
        theme.appearanceProperty().set(appearance);
        desktop = new Desktop(
                new WindowServices(theme, tasks, toasts, overlays, window, CLOCK, ZoneOffset.UTC),
                memory,
                dataFolder,
                AUTHOR);
        scene = new Scene(desktop.root(), 1440, 900);
        theme.install(scene);
        settle();
    }

    /** Lays out and waits until no work is under way. */
    public void settle() {
        for (int quiet = 0; quiet < 3; quiet++) {
            desktop.root().applyCss();
            desktop.root().layout();
            int[] rounds = {0};
            FxThread.await(
                    "work under way", () -> rounds[0]++ > 1 && tasks.running().isEmpty());
        }
    }

    /** Presses the button of an id. */
    public void press(String id) {
        settle();
        Node node = Objects.requireNonNull(scene.lookup("#" + id), "no node " + id);
        ((ButtonBase) node).fire();
        settle();
    }

    /** The window of the open workspace. */
    public WorkspaceWindow open() {
        return Objects.requireNonNull(desktop.window(), "no workspace is open; failures " + failures);
    }

    /** The page of a class. */
    public <P extends Page> P page(Class<P> type) {
        return open().model().pages().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Writes a picture of the scene. */
    public void picture(Path png) {
        settle();
        Pictures.write(scene, png);
    }

    /** Closes the workspace, as the window's cross would. */
    @Override
    public void close() {
        boolean[] closed = {false};
        String unsaved = unsaved();
        desktop.requestClose(() -> closed[0] = true);
        FxThread.await("closed " + unsaved, () -> closed[0]);
        tasks.close();
    }

    private String unsaved() {
        WorkspaceWindow window = desktop.window();
        return window == null
                ? ""
                : window.model().pages().stream()
                        .map(Page::unsavedWork)
                        .filter(work -> work != null && work.present().get())
                        .map(UnsavedWork::describe)
                        .collect(Collectors.joining("; ", "with unsaved work: ", ""));
    }
}
