package org.wayleave.app.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.cli.Failures;
import org.wayleave.app.ui.find.DataSectionSource;
import org.wayleave.app.ui.find.DocumentPlaces;
import org.wayleave.app.ui.find.DocumentSource;
import org.wayleave.app.ui.find.PersonSource;
import org.wayleave.app.ui.find.RuleSource;
import org.wayleave.app.ui.find.TextSearch;
import org.wayleave.app.ui.memory.Memory;
import org.wayleave.app.ui.shell.EngineState;
import org.wayleave.app.ui.shell.PaletteSource;
import org.wayleave.app.ui.shell.ShellModel;
import org.wayleave.app.ui.shell.ShellView;
import org.wayleave.data.ui.DataPage;
import org.wayleave.ui.command.CommandRegistry;
import org.wayleave.ui.control.TableMemory;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.theme.Appearance;
import org.wayleave.workspace.Workspace;

/** The window while a workspace is open: its pages in the frame, what it remembers, and how it is left. */
public final class WorkspaceWindow {
    private static final String APPEARANCE = "theme";
    private static final String ZOOM = "zoom";
    private static final String COLUMNS = "columns/";
    private static final String WINDOW = "window";

    private final OpenWorkspace open;
    private final WindowServices services;
    private final ShellModel model;
    private final ShellView view;
    private final ObjectProperty<EngineState> engine = new SimpleObjectProperty<>(EngineState.LOADING);
    private final Subscription remembering;

    /**
     * The window of a workspace.
     *
     * @param out ways to another workspace or the welcome page
     */
    public WorkspaceWindow(OpenWorkspace open, WindowServices services, WayOut out) {
        this.open = open;
        this.services = services;
        CommandRegistry commands = new CommandRegistry();
        model = new ShellModel(commands, open.memory());
        WorkspaceUpkeep upkeep = new WorkspaceUpkeep(open.workspace(), services, out);
        List<Page> pages = WorkspacePages.of(open, services, commands, model, upkeep);
        model.setPages(pages);
        DocumentPlaces places = WorkspacePages.places();
        Workspace workspace = open.workspace();
        view = new ShellView(
                model,
                commands,
                services.tasks(),
                services.toasts(),
                services.overlays(),
                services.theme(),
                services.zone(),
                open.facts(),
                engine,
                sources(pages, workspace, places),
                new TextSearch(workspace, places, model),
                upkeep.commands());
        TableMemory.bind(view.root(), columns(open.memory()));
        open.memory()
                .get(APPEARANCE)
                .map(Appearance::ofId)
                .ifPresent(services.theme().appearanceProperty()::set);
        services.theme()
                .zoomProperty()
                .set(open.memory().number(ZOOM, services.theme().zoomProperty().get()));
        open.memory().get(WINDOW).ifPresent(services.surroundings()::restoreWindow);
        remembering = Subscription.combine(
                services.theme()
                        .appearanceProperty()
                        .subscribe((before, now) -> open.memory().put(APPEARANCE, now.id())),
                services.theme()
                        .zoomProperty()
                        .subscribe((before, now) -> open.memory().put(ZOOM, now.toString())));
        loadEngine();
    }

    private List<PaletteSource> sources(List<Page> pages, Workspace workspace, DocumentPlaces places) {
        List<PaletteSource> sources = new ArrayList<>();
        sources.add(new DocumentSource(workspace, places, model));
        sources.add(new PersonSource(places, model));
        sources.add(new RuleSource(workspace, places, model));
        for (Page page : pages) {
            if (page instanceof DataPage data) {
                sources.add(new DataSectionSource(data, model));
            }
        }
        return sources;
    }

    /** The node for the window. */
    public Region root() {
        return view.root();
    }

    /** Where the user is, and how to go elsewhere. */
    public ShellModel model() {
        return model;
    }

    /** Shows the place asked for; without one, the place where the user was last. */
    public void start(@Nullable Place wanted) {
        boolean there = wanted != null
                && model.pages().stream().anyMatch(page -> page.id().equals(wanted.page()));
        if (wanted != null && there) {
            model.go(wanted);
        } else {
            model.start(Place.of(model.pages().getFirst().id()));
        }
    }

    /** Asks about unsaved edits, then runs {@code close}. */
    public void requestClose(Runnable close) {
        view.requestClose(close);
    }

    /** Lets pages and commands go and remembers the window; the workspace is then closed off the FX thread. */
    public OpenWorkspace dispose() {
        open.memory().put(WINDOW, services.surroundings().window());
        remembering.unsubscribe();
        view.dispose();
        return open;
    }

    private static TableMemory columns(Memory memory) {
        return new TableMemory() {
            @Override
            public Optional<String> get(String table) {
                return memory.get(COLUMNS + table);
            }

            @Override
            public void put(String table, String columns) {
                memory.put(COLUMNS + table, columns);
            }
        };
    }

    private void loadEngine() {
        Workspace workspace = open.workspace();
        services.tasks()
                .lookUp("engine", "Load the policy", progress -> PolicyEngineState.of(workspace))
                .onDone(engine::set)
                .onFailed(e -> engine.set(new EngineState(Tone.BAD, "policy engine cannot decide", Failures.line(e))));
    }
}
