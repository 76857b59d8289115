package org.wayleave.app.ui.welcome;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.app.sample.SampleWorkspace;
import org.wayleave.app.ui.welcome.RecentWorkspaces.Recent;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.control.Note;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.theme.Icons;

/** The page that opens first: the sample, recent workspaces, opening and making one. A folder dropped on it opens. */
public final class WelcomeView {
    private static final DateTimeFormatter OPENED = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private final WelcomeActions actions;
    private final RecentWorkspaces recents;
    private final BackgroundTasks tasks;
    private final ZoneId zone;
    private final StackPane root = new StackPane();
    private final VBox recentList = new VBox();
    private final StackPane problemPlace = new StackPane();
    private final VBox choices = new VBox(24);
    private final HBox busy = new HBox(10);
    private final Label busyText = new Label();
    private final Runnable askForNew;

    /**
     * The page.
     *
     * @param askForNew opens the form for a new workspace
     */
    public WelcomeView(
            WelcomeActions actions, RecentWorkspaces recents, BackgroundTasks tasks, ZoneId zone, Runnable askForNew) {
        this.actions = actions;
        this.recents = recents;
        this.tasks = tasks;
        this.zone = zone;
        this.askForNew = askForNew;
        build();
        refresh();
    }

    /** The node for the window. */
    public Region root() {
        return root;
    }

    /** Reads the list of recent workspaces again. */
    public void refresh() {
        List<Recent> all = recents.list();
        tasks.lookUp(
                        "welcome.recent",
                        "Look at recent workspaces",
                        progress -> all.stream()
                                .map(recent -> Files.isDirectory(recent.folder()))
                                .toList())
                .onDone(present -> fill(all, present));
    }

    /** Says near the choices what went wrong; empty clears it. */
    public void showProblem(String sentence) {
        problemPlace.getChildren().clear();
        boolean any = !sentence.isEmpty();
        problemPlace.setManaged(any);
        if (any) {
            Note note = new Note(Tone.BAD, sentence);
            note.setId("welcome-problem");
            problemPlace.getChildren().add(note);
        }
    }

    /** Shows what is being done, and takes no other choice meanwhile; empty when all is done. */
    public void showBusy(String sentence) {
        boolean any = !sentence.isEmpty();
        busyText.setText(sentence);
        busy.setVisible(any);
        choices.setDisable(any);
    }

    private void build() {
        root.getStyleClass().add("welcome");
        Label name = new Label("Wayleave");
        name.getStyleClass().add("welcome-name");
        Label line = Texts.secondary("Customer journeys that go only where consent lets them.");
        line.getStyleClass().add("welcome-line");
        busy.setAlignment(Pos.CENTER_LEFT);
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("welcome-turning");
        busy.getChildren().addAll(turning, busyText);
        busy.setVisible(false);
        problemPlace.setManaged(false);

        HBox columns = new HBox(32, start(), recent());
        choices.getChildren().addAll(problemPlace, columns);
        Label promise = Texts.secondary(
                "Everything stays on this machine: no account, no telemetry. All people in a sample are simulated.");
        VBox column = new VBox(6, name, line, spacer(18), choices, spacer(8), busy, promise);
        column.getStyleClass().add("welcome-column");
        column.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.getChildren().add(column);
        root.setOnDragOver(this::dragOver);
        root.setOnDragDropped(this::dropped);
    }

    private Node start() {
        List<SampleWorkspace> samples = SampleWorkspace.all();
        ToggleGroup industry = new ToggleGroup();
        VBox industries = new VBox(10);
        for (SampleWorkspace offered : samples) {
            industries.getChildren().add(industry(offered, industry));
        }
        industry.selectToggle(industry.getToggles().getFirst());
        Button sample = new Button();
        sample.textProperty()
                .bind(industry.selectedToggleProperty()
                        .map(toggle -> "Try the " + chosen(toggle).title().toLowerCase(Locale.ROOT) + " sample"));
        sample.setId("welcome-sample");
        sample.getStyleClass().addAll("accent", "welcome-primary");
        sample.setGraphic(Icons.of(Feather.PLAY));
        sample.setDefaultButton(true);
        sample.setOnAction(
                event -> actions.trySample(chosen(industry.getSelectedToggle()).vertical()));
        Label about = Texts.body("Three journeys, the rules they must obey, and as many simulated people as you like,"
                + " each with a consent history.");
        VBox card = new VBox(12, Texts.heading("See it work"), about, industries, sample);
        card.getStyleClass().addAll("card-panel", "welcome-card");

        Button open = new Button("Open a workspace…");
        open.setId("welcome-open");
        open.setGraphic(Icons.of(Feather.FOLDER));
        open.setOnAction(event -> actions.chooseFolder("Open a workspace").ifPresent(actions::open));
        Button create = new Button("Create a workspace…");
        create.setId("welcome-create");
        create.setGraphic(Icons.of(Feather.FOLDER_PLUS));
        create.setOnAction(event -> askForNew.run());
        for (Button button : List.of(sample, open, create)) {
            button.setMaxWidth(Double.MAX_VALUE);
        }
        HBox.setHgrow(open, Priority.ALWAYS);
        HBox.setHgrow(create, Priority.ALWAYS);
        HBox others = new HBox(12, open, create);
        Label drop = Texts.secondary("Or drop the folder of a workspace here.");
        VBox left = new VBox(16, card, others, drop);
        left.getStyleClass().add("welcome-start");
        return left;
    }

    private static Node industry(SampleWorkspace sample, ToggleGroup group) {
        RadioButton choice = new RadioButton(sample.title());
        choice.setId("welcome-industry-" + sample.vertical());
        choice.setToggleGroup(group);
        choice.setUserData(sample);
        choice.setAccessibleHelp(sample.shows());
        choice.getStyleClass().add("text-strong");
        Label shows = Texts.secondary(sample.shows());
        shows.getStyleClass().add("welcome-shows");
        shows.setWrapText(true);
        return new VBox(1, choice, shows);
    }

    private static SampleWorkspace chosen(Toggle toggle) {
        return (SampleWorkspace) toggle.getUserData();
    }

    private Node recent() {
        recentList.getStyleClass().add("welcome-recents");
        ScrollPane scroll = new ScrollPane(recentList);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox right = new VBox(10, Texts.heading("Recent workspaces"), scroll);
        right.getStyleClass().add("welcome-recent");
        return right;
    }

    private void fill(List<Recent> all, List<Boolean> present) {
        recentList.getChildren().clear();
        for (int i = 0; i < all.size(); i++) {
            recentList.getChildren().add(line(all.get(i), present.get(i)));
        }
        if (all.isEmpty()) {
            recentList.getChildren().add(Texts.secondary("Workspaces that you open are listed here."));
        }
    }

    private Node line(Recent recent, boolean there) {
        Path folder = recent.folder();
        Path last = folder.getFileName();
        Hyperlink name = new Hyperlink(last == null ? folder.toString() : last.toString());
        name.getStyleClass().add("text-strong");
        name.setDisable(!there);
        name.setOnAction(event -> actions.open(folder));
        Label where = new Label(folder.toString());
        where.getStyleClass().add("text-secondary");
        where.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        where.setMinWidth(0);
        Explain.with(where, folder.toString());
        Label when = new Label(there ? OPENED.format(recent.opened().atZone(zone)) : "folder not found");
        when.getStyleClass().add("text-secondary");
        when.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button forget = new Button();
        forget.setGraphic(Icons.of(Feather.X));
        forget.getStyleClass().addAll("flat", "button-icon");
        forget.setAccessibleText("Take " + name.getText() + " from this list");
        Explain.with(forget, "Take it from this list; the folder stays");
        forget.setOnAction(event -> {
            recents.forget(folder);
            refresh();
        });
        HBox first = new HBox(8, name, gap, when);
        first.setAlignment(Pos.CENTER_LEFT);
        VBox text = new VBox(2, first, where);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        HBox row = new HBox(8, text, forget);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("welcome-recent-line");
        return row;
    }

    private static Region spacer(double height) {
        Region region = new Region();
        region.setMinHeight(height);
        return region;
    }

    private void dragOver(DragEvent event) {
        if (!choices.isDisabled() && event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        boolean any = event.getDragboard().hasFiles()
                && !event.getDragboard().getFiles().isEmpty();
        if (any) {
            actions.open(event.getDragboard().getFiles().getFirst().toPath());
        }
        event.setDropCompleted(any);
        event.consume();
    }
}
