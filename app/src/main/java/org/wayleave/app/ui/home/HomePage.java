package org.wayleave.app.ui.home;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.app.ui.find.DocumentIcons;
import org.wayleave.app.ui.find.DocumentPlaces;
import org.wayleave.app.ui.runs.RunRow;
import org.wayleave.app.ui.session.WindowServices;
import org.wayleave.app.ui.words.RunStates;
import org.wayleave.app.ui.words.Times;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.PageHeader;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.theme.Icons;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.Workspace;

/** Home: what waits for the person who works here, recent runs, recent documents. */
public final class HomePage implements Page {
    private static final int WAITING_SHOWN = 8;

    private final Workspace workspace;
    private final WindowServices services;
    private final Navigator navigator;
    private final DocumentPlaces places;
    private final Times times;
    private final PageHeader header = new PageHeader("Home");
    private final VBox waiting = new VBox();
    private final VBox runs = new VBox();
    private final VBox documents = new VBox();
    private final ScrollPane scroll = new ScrollPane();

    /** The page. */
    public HomePage(Workspace workspace, WindowServices services, Navigator navigator, DocumentPlaces places) {
        this.workspace = workspace;
        this.services = services;
        this.navigator = navigator;
        this.places = places;
        this.times = new Times(services.zone());
        GridPane grid = new GridPane(24, 24);
        ColumnConstraints left = new ColumnConstraints();
        left.setPercentWidth(50);
        grid.getColumnConstraints().addAll(left, left);
        Node first = card("Waiting for you", waiting);
        Node second = card("Recent runs", runs);
        Node third = card("Recent documents", documents);
        grid.add(first, 0, 0, 1, 2);
        grid.add(second, 1, 0);
        grid.add(third, 1, 1);
        grid.getStyleClass().add("home");
        scroll.setContent(grid);
        scroll.setFitToWidth(true);
        header.noteProperty()
                .set(workspace.author().name() + ", "
                        + workspace.author().role().title().toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public String id() {
        return "home";
    }

    @Override
    public String title() {
        return "Home";
    }

    @Override
    public Ikon icon() {
        return Feather.HOME;
    }

    @Override
    public Node content() {
        return scroll;
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public void shown() {
        var now = services.clock().instant();
        services.tasks()
                .lookUp("home", "Read what is new", progress -> HomeFigures.of(workspace, places, now))
                .onDone(this::show);
    }

    private void show(HomeFigures figures) {
        waiting.getChildren().clear();
        figures.waiting().stream()
                .limit(WAITING_SHOWN)
                .forEach(item -> waiting.getChildren().add(waitingLine(item)));
        if (figures.waiting().isEmpty()) {
            waiting.getChildren().add(Texts.secondary("Nothing waits for you. " + figures.check()));
        } else if (figures.waiting().size() > WAITING_SHOWN) {
            waiting.getChildren()
                    .add(Texts.secondary("and " + (figures.waiting().size() - WAITING_SHOWN) + " more"));
        }
        runs.getChildren().clear();
        figures.runs().forEach(run -> runs.getChildren().add(runLine(run)));
        if (figures.runs().isEmpty()) {
            runs.getChildren()
                    .add(Texts.secondary("No runs yet. Open a journey and run it to see whom it reaches and why."));
        }
        documents.getChildren().clear();
        figures.documents().forEach(document -> documents.getChildren().add(documentLine(document)));
    }

    private static VBox card(String title, VBox lines) {
        VBox card = new VBox(12, Texts.heading(title), lines);
        card.getStyleClass().add("card-panel");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        GridPane.setValignment(card, javafx.geometry.VPos.TOP);
        lines.getStyleClass().add("home-lines");
        return card;
    }

    private Node waitingLine(Waiting item) {
        FontIcon icon = Icons.of(
                switch (item.tone()) {
                    case BAD -> Feather.ALERT_OCTAGON;
                    case WARNING -> Feather.ALERT_TRIANGLE;
                    case GOOD -> Feather.CHECK_CIRCLE;
                    case ACCENT, NEUTRAL -> Feather.EDIT_3;
                });
        icon.getStyleClass().addAll("home-icon", item.tone().styleClass());
        Label reason = Texts.secondary(item.reason());
        return line(icon, item.title(), reason, null, Optional.ofNullable(item.place()));
    }

    private Node runLine(RunRow row) {
        RunResult result = row.result();
        String figures = Figures.count(row.run().request().people()) + " people"
                + (result == null
                        ? ""
                        : "  ·  " + Figures.count(result.contacts()) + " messages  ·  "
                                + Figures.share(row.silenced(), 1) + " without");
        return line(
                Icons.of(Feather.PLAY_CIRCLE),
                row.journeyTitle() + " v" + row.run().request().journeyVersion(),
                Texts.secondary(figures + "  ·  " + times.full(row.run().started())),
                RunStates.chip(row.run().state()),
                places.of(Place.of("runs", row.run().id())));
    }

    private Node documentLine(DocumentSummary document) {
        return line(
                Icons.of(DocumentIcons.of(document.kind())),
                document.title(),
                Texts.secondary(DocumentIcons.word(document.kind()) + " v" + document.version() + "  ·  "
                        + document.author() + "  ·  " + times.full(document.time())),
                StateChip.ofDocument(document.state().wireName()),
                places.of(document.kind(), document.id()));
    }

    private Node line(FontIcon icon, String title, Label detail, @Nullable Node chip, Optional<Place> place) {
        detail.setWrapText(false);
        VBox text = new VBox(2, Texts.strong(title), detail);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(12, icon, text);
        row.setAlignment(Pos.CENTER_LEFT);
        if (chip != null) {
            row.getChildren().add(chip);
        }
        row.getStyleClass().add("home-line");
        place.ifPresent(there -> link(row, title + ", " + detail.getText(), there));
        return row;
    }

    private void link(HBox row, String words, Place there) {
        row.getStyleClass().add("home-link");
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.BUTTON);
        row.setAccessibleText(words);
        row.setOnMouseClicked(event -> navigator.go(there));
        row.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                navigator.go(there);
                event.consume();
            }
        });
    }
}
