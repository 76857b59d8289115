package org.wayleave.app.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.app.cli.Failures;
import org.wayleave.app.sample.SampleWorkspace;
import org.wayleave.app.ui.memory.Memory;
import org.wayleave.app.ui.session.OpenWorkspace;
import org.wayleave.app.ui.session.WayOut;
import org.wayleave.app.ui.session.WindowServices;
import org.wayleave.app.ui.session.WorkspaceWindow;
import org.wayleave.app.ui.welcome.NewWorkspaceForm;
import org.wayleave.app.ui.welcome.PassphraseQuestion;
import org.wayleave.app.ui.welcome.RecentWorkspaces;
import org.wayleave.app.ui.welcome.WelcomeActions;
import org.wayleave.app.ui.welcome.WelcomeView;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.task.TaskHandle;
import org.wayleave.ui.theme.Appearance;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceException;
import org.wayleave.workspace.WorkspaceOptions;

/** The window's content: the welcome page, or an open workspace, and the ways between them. For the FX thread. */
public final class Desktop {
    private static final String APPEARANCE = "theme";
    private static final String WINDOW = "window";
    private static final Place WHOLE_WORKSPACE = Place.of("governance", "workspace");
    /** How long work that was asked to stop may take until the workspace is closed all the same. */
    private static final Duration PATIENCE = Duration.seconds(5);

    private final WindowServices services;
    private final Memory memory;
    private final Path dataFolder;
    private final Author author;
    private final RecentWorkspaces recents;
    private final StackPane screen = new StackPane();
    private final StackPane root = new StackPane();
    private final WelcomeView welcome;
    private @Nullable WorkspaceWindow window;
    private boolean leaving;

    /**
     * The desktop, showing the welcome page.
     *
     * @param memory what the user's desktop remembers outside of workspaces
     * @param dataFolder where new workspaces go unless another place is chosen
     * @param author in whose name workspaces are opened
     */
    public Desktop(WindowServices services, Memory memory, Path dataFolder, Author author) {
        this.services = services;
        this.memory = memory;
        this.dataFolder = dataFolder;
        this.author = author;
        this.recents = new RecentWorkspaces(memory);
        WelcomeActions actions = new Actions();
        NewWorkspaceForm form = new NewWorkspaceForm(services.overlays(), actions, dataFolder);
        welcome = new WelcomeView(actions, recents, services.tasks(), services.zone(), form::open);
        root.getChildren()
                .addAll(screen, services.toasts().layer(), services.overlays().layer());
        root.getStylesheets()
                .add(Objects.requireNonNull(Desktop.class.getResource("desktop.css"))
                        .toExternalForm());
        memory.get(APPEARANCE).map(Appearance::ofId).ifPresent(services.theme().appearanceProperty()::set);
        memory.get(WINDOW).ifPresent(services.surroundings()::restoreWindow);
        services.theme().appearanceProperty().subscribe((before, now) -> memory.put(APPEARANCE, now.id()));
        showWelcome();
    }

    /** The node for the scene. */
    public Region root() {
        return root;
    }

    /** The window of the open workspace; null while the welcome page is shown. */
    public @Nullable WorkspaceWindow window() {
        return window;
    }

    /** Asks about unsaved edits, closes what is open, then runs {@code closed}. */
    public void requestClose(Runnable closed) {
        memory.put(WINDOW, services.surroundings().window());
        WorkspaceWindow shown = window;
        if (shown == null) {
            closed.run();
        } else if (!leaving) {
            shown.requestClose(() -> leave(shown, closed));
        }
    }

    /** Opens the workspace of a folder at the place where the user was last. */
    public void open(Path folder) {
        open(folder, OpenMode.READ_WRITE, null, null);
    }

    private void showWelcome() {
        window = null;
        services.surroundings().title("Wayleave");
        welcome.showBusy("");
        welcome.refresh();
        screen.getChildren().setAll(welcome.root());
    }

    private void enter(OpenWorkspace opened, @Nullable Place wanted) {
        recents.opened(opened.workspace().folder(), services.clock().instant());
        WorkspaceWindow next = new WorkspaceWindow(
                opened, services, new Departure(opened.workspace().folder()));
        window = next;
        services.surroundings().title(opened.facts().name() + " – Wayleave");
        screen.getChildren().setAll(next.root());
        next.start(wanted);
    }

    private void open(Path folder, OpenMode mode, char @Nullable [] passphrase, @Nullable Place wanted) {
        WorkspaceOptions options = new WorkspaceOptions(services.clock(), passphrase, author);
        start("Opening " + name(folder) + " …", () -> OpenWorkspace.open(folder, mode, options))
                .onDone(opened -> enter(opened, wanted))
                .onFailed(failure -> refused(folder, mode, wanted, failure));
    }

    private TaskHandle<OpenWorkspace> start(String words, java.util.function.Supplier<OpenWorkspace> work) {
        welcome.showProblem("");
        welcome.showBusy(words);
        return services.tasks().start(words, progress -> work.get());
    }

    private void refused(Path folder, OpenMode mode, @Nullable Place wanted, Throwable failure) {
        welcome.showBusy("");
        welcome.refresh();
        WorkspaceException.Reason reason = failure instanceof WorkspaceException refusal ? refusal.reason() : null;
        if (reason == WorkspaceException.Reason.NEEDS_PASSPHRASE
                || reason == WorkspaceException.Reason.WRONG_PASSPHRASE) {
            String problem = reason == WorkspaceException.Reason.WRONG_PASSPHRASE ? Failures.line(failure) : "";
            PassphraseQuestion.ask(
                    services.overlays(),
                    name(folder),
                    problem,
                    passphrase -> open(folder, mode, passphrase, wanted),
                    () -> {});
        } else if (reason == WorkspaceException.Reason.IN_USE && mode == OpenMode.READ_WRITE) {
            welcome.showProblem(Failures.line(failure));
            services.toasts()
                    .show(
                            Tone.WARNING,
                            name(folder) + " can still be read while another has it open.",
                            Command.of(
                                            "welcome.read-only",
                                            "Open it read-only",
                                            () -> open(folder, OpenMode.READ_ONLY, null, wanted))
                                    .withIcon(Feather.EYE));
        } else {
            welcome.showProblem(Failures.line(failure));
        }
    }

    /** Asks all work to stop, and closes the workspace as soon as it has. */
    private void leave(WorkspaceWindow left, Runnable closed) {
        leaving = true;
        List<TaskHandle<?>> running = List.copyOf(services.tasks().running());
        running.forEach(TaskHandle::cancel);
        OpenWorkspace open = left.dispose();
        PauseTransition patience = new PauseTransition(Duration.millis(50));
        long rounds = Math.round(PATIENCE.toMillis() / patience.getDuration().toMillis());
        long[] round = {0};
        patience.setOnFinished(event -> {
            if (!services.tasks().running().isEmpty() && round[0]++ < rounds) {
                patience.playFromStart();
                return;
            }
            services.tasks()
                    .start("Close " + open.facts().name(), progress -> {
                        open.close();
                        return open;
                    })
                    .onDone(done -> left(closed))
                    .onFailed(failure -> {
                        services.toasts().bad(Failures.line(failure));
                        left(closed);
                    });
        });
        patience.play();
    }

    private void left(Runnable closed) {
        leaving = false;
        window = null;
        closed.run();
    }

    private static String name(Path folder) {
        Path last = folder.getFileName();
        return last == null ? folder.toString() : last.toString();
    }

    private void encrypt(Path folder, char[] passphrase) {
        char[] forOpening = passphrase.clone();
        WorkspaceOptions options = WorkspaceOptions.plain(services.clock(), author);
        showWelcome();
        welcome.showBusy("Encrypting " + name(folder) + " …");
        services.tasks()
                .start("Encrypt " + name(folder), progress -> {
                    Workspace.encrypt(folder, passphrase, options);
                    return folder;
                })
                .onDone(done -> open(folder, OpenMode.READ_WRITE, forOpening, WHOLE_WORKSPACE))
                .onFailed(failure -> {
                    Arrays.fill(forOpening, '\0');
                    services.toasts().bad(Failures.line(failure));
                    open(folder, OpenMode.READ_WRITE, null, WHOLE_WORKSPACE);
                });
    }

    /** The ways out of the workspace of one folder. */
    private final class Departure implements WayOut {
        private final Path folder;

        Departure(Path folder) {
            this.folder = folder;
        }

        @Override
        public void close() {
            requestClose(Desktop.this::showWelcome);
        }

        @Override
        public void open(Path other) {
            requestClose(() -> {
                showWelcome();
                Desktop.this.open(other);
            });
        }

        @Override
        public void encrypt(char[] passphrase) {
            requestClose(() -> Desktop.this.encrypt(folder, passphrase));
        }
    }

    private final class Actions implements WelcomeActions {
        @Override
        public void trySample(String vertical) {
            SampleWorkspace sample = new SampleWorkspace(vertical);
            Place first = Place.of("journeys", sample.firstJourney());
            Path folder = dataFolder.resolve(vertical + "-sample");
            WorkspaceOptions options = WorkspaceOptions.plain(services.clock(), author);
            start("Preparing the sample …", () -> {
                        if (Files.isDirectory(folder)) {
                            return OpenWorkspace.open(folder, OpenMode.READ_WRITE, options);
                        }
                        return OpenWorkspace.of(sample.create(folder, options));
                    })
                    .onDone(opened -> enter(opened, first))
                    .onFailed(failure -> refused(folder, OpenMode.READ_WRITE, first, failure));
        }

        @Override
        public void open(Path folder) {
            Desktop.this.open(folder);
        }

        @Override
        public void create(Path folder, String vertical, char[] passphrase) {
            WorkspaceOptions options =
                    new WorkspaceOptions(services.clock(), passphrase.length == 0 ? null : passphrase, author);
            start(
                            "Making " + name(folder) + " …",
                            () -> OpenWorkspace.of(new SampleWorkspace(vertical).create(folder, options)))
                    .onDone(opened -> enter(opened, null))
                    .onFailed(failure -> {
                        welcome.showBusy("");
                        welcome.showProblem(Failures.line(failure));
                    });
        }

        @Override
        public java.util.Optional<Path> chooseFolder(String title) {
            return services.surroundings().chooseFolder(title);
        }
    }
}
