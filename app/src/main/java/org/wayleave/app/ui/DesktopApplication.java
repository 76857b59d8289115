package org.wayleave.app.ui;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wayleave.app.cli.Failures;
import org.wayleave.app.log.StateFolder;
import org.wayleave.app.ui.memory.FileStore;
import org.wayleave.app.ui.memory.KeptValues;
import org.wayleave.app.ui.session.WindowServices;
import org.wayleave.app.ui.welcome.DataFolder;
import org.wayleave.ui.control.Overlays;
import org.wayleave.ui.control.Toasts;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.theme.Theme;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.Role;

/** The desktop as a program: one window. */
public final class DesktopApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopApplication.class);
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    private @Nullable KeptValues memory;

    /** The toolkit makes the application. */
    public DesktopApplication() {}

    /** Opens the desktop and returns when its window has closed. */
    public static void run() {
        Application.launch(DesktopApplication.class);
    }

    @Override
    public void init() {
        memory = KeptValues.read(new FileStore(StateFolder.current().resolve("desktop.json")));
    }

    @Override
    public void start(Stage stage) {
        InstantSource clock = InstantSource.system();
        KeptValues remembered = Objects.requireNonNull(memory);
        Theme theme = new Theme();
        Toasts toasts = new Toasts(clock);
        BackgroundTasks tasks =
                new BackgroundTasks((task, failure) -> toasts.bad(task.title() + ": " + Failures.line(failure)));
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            LOG.error("Unexpected on the thread of the window", failure);
            toasts.bad(Failures.line(failure));
        });
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        WindowServices services = new WindowServices(
                theme,
                tasks,
                toasts,
                new Overlays(),
                new StageSurroundings(stage, getHostServices()),
                clock,
                ZoneId.systemDefault());
        Desktop desktop = new Desktop(services, remembered, dataFolder(), author(System.getenv()));
        Scene scene = new Scene(desktop.root());
        theme.install(scene);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            desktop.requestClose(() -> end(tasks, remembered));
        });
        stage.show();
    }

    private static void end(BackgroundTasks tasks, KeptValues remembered) {
        tasks.start("Remember the window", progress -> {
                    remembered.close();
                    return true;
                })
                .onDone(done -> Platform.exit())
                .onFailed(failure -> Platform.exit());
    }

    private static Path dataFolder() {
        return DataFolder.of(
                System.getenv(), Path.of(System.getProperty("user.home", "")), System.getProperty("os.name", ""));
    }

    /** The user of the operating system, who looks after the workspaces that he or she makes. */
    static Author author(Map<String, String> environment) {
        String name = environment.getOrDefault("USER", environment.getOrDefault("USERNAME", ""));
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "-");
        return id.isBlank()
                ? new Author("desktop", "Desktop", Role.ADMINISTRATOR)
                : new Author(id, name, Role.ADMINISTRATOR);
    }
}
