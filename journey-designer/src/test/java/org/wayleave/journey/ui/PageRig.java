package org.wayleave.journey.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.samples.SampleJourneys;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.journey.ui.service.LintChecks;
import org.wayleave.journey.ui.service.WorkspaceJourneys;
import org.wayleave.journey.ui.service.WorkspaceRuns;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.control.Toasts;
import org.wayleave.ui.page.DrawerTab;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.theme.Appearance;
import org.wayleave.ui.theme.Theme;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.DocumentDraft;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.Role;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceOptions;

/** The Journeys page over a real workspace with the retail samples, in a plain frame of the desktop's proportions. */
final class PageRig implements AutoCloseable {

    final Workspace workspace;
    /** What the second engine answers to every run. */
    RunResult.Parity parity = new RunResult.Parity(1_000, 0, "checked", "Compared with an engine of this test.");

    final JourneysPage page;
    final Toasts toasts = new Toasts(InstantSource.fixed(Instant.parse("2026-11-24T09:41:00Z")));
    final Scene scene;
    private final TabPane drawer = new TabPane();
    private final BackgroundTasks tasks = new BackgroundTasks((task, failure) -> {
        throw new AssertionError(task.title(), failure);
    });

    PageRig(Path folder, Appearance appearance) {
        workspace = Workspace.create(
                folder,
                new WorkspaceOptions(
                        InstantSource.fixed(Instant.parse("2026-11-24T09:41:00Z")),
                        null,
                        new Author("mara", "Mara", Role.MARKETER)));
        for (Journey journey : SampleJourneys.retail()) {
            workspace
                    .documents()
                    .save(new DocumentDraft(
                            DocumentKind.JOURNEY, journey.id(), journey.title(), JourneyJson.write(journey), 0));
        }
        page = new JourneysPage(
                new WorkspaceJourneys(workspace),
                new WorkspaceRuns(workspace, (plan, result, progress) -> parity, 2),
                new LintChecks(),
                tasks,
                toasts,
                (file, line) -> {},
                new Navigator() {
                    @Override
                    public void go(Place place) {
                        throw new AssertionError(place);
                    }

                    @Override
                    public void arrived(Place place) {
                        throw new AssertionError(place);
                    }
                },
                ZoneOffset.UTC);
        scene = new Scene(frame(), 1440, 900);
        Theme theme = new Theme();
        theme.appearanceProperty().set(appearance);
        theme.install(scene);
        page.shown();
    }

    void layout() {
        scene.getRoot().applyCss();
        ((Region) scene.getRoot()).resize(1440, 900);
        ((Region) scene.getRoot()).layout();
    }

    void drawer(String id) {
        for (Tab tab : drawer.getTabs()) {
            if (id.equals(tab.getId())) {
                drawer.getSelectionModel().select(tab);
            }
        }
    }

    private BorderPane frame() {
        Label title = new Label();
        title.getStyleClass().add("text-title");
        title.textProperty().bind(page.header().titleProperty());
        Label facts = new Label();
        facts.getStyleClass().add("text-secondary");
        facts.textProperty()
                .bind(page.header()
                        .stateProperty()
                        .concat("  ")
                        .concat(page.header().versionProperty())
                        .concat("  ")
                        .concat(page.header().noteProperty()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox extras = new HBox(8);
        extras.getChildren().setAll(page.header().extras());
        HBox commands = new HBox(6);
        Runnable rebuild = () -> {
            commands.getChildren().clear();
            page.header().secondary().forEach(c -> commands.getChildren().add(CommandButtons.iconOnly(c)));
            Command primary = page.header().primaryProperty().get();
            if (primary != null) {
                Button button = CommandButtons.primary(primary);
                commands.getChildren().add(button);
            }
        };
        page.header().primaryProperty().addListener((o, old, now) -> rebuild.run());
        HBox top = new HBox(12, title, facts, gap, extras, commands);
        top.setStyle("-fx-padding: 10 20 10 20; -fx-alignment: center-left; -fx-border-color: transparent transparent"
                + " -wl-border-muted transparent; -fx-background-color: -wl-bg;");
        SplitPane split = new SplitPane(page.content());
        split.setOrientation(Orientation.VERTICAL);
        BorderPane root = new BorderPane(split);
        root.setTop(top);
        drawer.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        page.drawer().addListener((javafx.collections.ListChangeListener<DrawerTab>) change -> {
            drawer.getTabs().clear();
            for (DrawerTab tab : page.drawer()) {
                Tab shown = new Tab();
                shown.setId(tab.id());
                shown.textProperty().bind(javafx.beans.binding.Bindings.concat(tab.title(), " ", tab.badge()));
                shown.setContent(tab.content());
                drawer.getTabs().add(shown);
            }
            if (split.getItems().size() == 1 && !page.drawer().isEmpty()) {
                split.getItems().add(drawer);
                split.setDividerPositions(0.74);
            }
        });
        page.inspector().addListener((o, old, now) -> root.setRight(now == null ? null : framed(now)));
        return root;
    }

    private static Node framed(Node inspector) {
        Objects.requireNonNull(inspector)
                .setStyle("-fx-border-color: transparent transparent transparent -wl-border-muted;");
        return inspector;
    }

    @Override
    public void close() {
        page.dispose();
        tasks.close();
        workspace.close();
    }
}
