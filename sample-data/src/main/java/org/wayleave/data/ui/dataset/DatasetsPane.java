package org.wayleave.data.ui.dataset;

import java.io.File;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.intake.Dataset;
import org.wayleave.data.ui.dataset.model.DatasetsModel;
import org.wayleave.data.ui.dataset.model.ImportModel;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.Note;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.theme.Icons;
import org.wayleave.ui.theme.Theme;

/** The data sets of the workspace with the one that is looked at; a file that is dropped here or chosen is taken in. */
public final class DatasetsPane extends BorderPane {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<String> PATTERNS =
            List.of("*.csv", "*.csv.gz", "*.tsv", "*.txt", "*.parquet", "*.CSV", "*.PARQUET");
    private static final int HASH_SHOWN = 19;

    private final DatasetsModel model;
    private final ImportModel imports;
    private final ImportSource source;
    private final FilterTable<Dataset> list = new FilterTable<>("data set", "data sets");
    private final StackPane question = new StackPane();
    private final Node browse;
    private final Node empty;
    private final ImportPane assistant;
    private boolean following;

    /**
     * Makes the pane.
     *
     * @param source lets the user choose a file
     * @param details shows the data set that is looked at
     */
    public DatasetsPane(DatasetsModel model, ImportModel imports, ImportSource source, Node details, Theme theme) {
        this.model = model;
        this.imports = imports;
        this.source = source;
        getStyleClass().add("datasets");
        assistant = new ImportPane(imports, theme);
        browse = browse(details);
        empty = empty();
        setOnDragOver(this::over);
        setOnDragDropped(this::dropped);
        imports.stageProperty().subscribe(stage -> arrange());
        model.all().subscribe(() -> {
            refill();
            arrange();
        });
        model.chosenProperty().subscribe(dataset -> follow());
        arrange();
    }

    /** Lets the user choose a file and opens the assistant with it. */
    public void chooseFile() {
        source.choose("Choose a CSV or Parquet file", "Tables", PATTERNS).ifPresent(imports::look);
    }

    private void arrange() {
        boolean importing = imports.stageProperty().get() != ImportModel.Stage.NOTHING;
        setCenter(importing ? assistant : model.all().isEmpty() ? empty : browse);
    }

    private Node empty() {
        Label problem = problem();
        String obstacle = model.obstacle();
        EmptyState state = new EmptyState(
                Feather.UPLOAD,
                "No data sets yet",
                obstacle.isEmpty()
                        ? "A table of your own people, from a CSV or Parquet file, can be profiled, compared and"
                                + " learned from. Drop a file here or choose one. It stays on this machine, and what"
                                + " points at people is replaced by tokens or left out before anything is stored."
                        : obstacle,
                obstacle.isEmpty()
                        ? Command.of("data.datasets.import", "Choose a file…", this::chooseFile)
                                .withIcon(Feather.UPLOAD)
                        : null);
        BorderPane pane = new BorderPane(state);
        pane.setTop(problem);
        return pane;
    }

    private Node browse(Node details) {
        list.identifiedBy(Dataset::id);
        list.text("Data set", 13, Dataset::id).explained("What it is called here and on the command line.");
        list.text("File", 13, Dataset::title).explained("The file it came from.");
        list.number("Rows", 7, 0, Dataset::rows).explained("One row is one person.");
        list.number("Columns", 6, 0, dataset -> dataset.columns().size()).explained("Columns that were taken in.");
        list.value("Imported", 12, Dataset::added, TIME::format).explained("When it was taken in.");
        list.text("Source hash", 14, dataset -> hash(dataset.sourceHash()))
                .explained("SHA-256 of the file, begun: the same file has the same hash.");
        Button remove = new Button("Remove…", Icons.of(Feather.TRASH_2));
        remove.getStyleClass().add("flat");
        remove.disableProperty().bind(model.chosenProperty().isNull());
        remove.setOnAction(event -> ask());
        list.addTools(remove);
        list.selectedProperty().subscribe(dataset -> {
            if (dataset != null && !following) {
                question.getChildren().clear();
                model.choose(dataset);
            }
        });
        question.managedProperty().bind(Bindings.isNotEmpty(question.getChildren()));
        question.getStyleClass().add("dataset-question");
        SplitPane split = new SplitPane(list, details);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.3);
        BorderPane pane = new BorderPane(split);
        pane.setTop(new VBox(problem(), question));
        return pane;
    }

    /** Asks in place, because it cannot be undone. */
    private void ask() {
        Dataset dataset = model.chosenProperty().get();
        if (dataset == null) {
            return;
        }
        Button remove = new Button("Remove " + dataset.id());
        remove.getStyleClass().add("danger");
        remove.setOnAction(event -> {
            question.getChildren().clear();
            model.remove(dataset);
        });
        Button keep = new Button("Keep it");
        keep.setOnAction(event -> {
            question.getChildren().clear();
            list.table().requestFocus();
        });
        HBox buttons = new HBox(8, remove, keep);
        buttons.setAlignment(Pos.CENTER_LEFT);
        question.getChildren()
                .setAll(new Note(
                        Tone.WARNING,
                        "Remove data set " + dataset.id() + "?",
                        Texts.body(DatasetsModel.loss(dataset)),
                        buttons));
        keep.requestFocus();
    }

    private Label problem() {
        Label problem = Texts.body("");
        problem.getStyleClass().addAll("text-error", "dataset-problem");
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private void refill() {
        following = true;
        try {
            list.setRows(model.all());
        } finally {
            following = false;
        }
        follow();
    }

    private void follow() {
        Dataset dataset = model.chosenProperty().get();
        following = true;
        try {
            if (dataset != null && !dataset.equals(list.selectedProperty().get())) {
                list.select(dataset);
            }
        } finally {
            following = false;
        }
    }

    private void over(DragEvent event) {
        if (dragged(event).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        Optional<Path> file = dragged(event);
        file.ifPresent(imports::look);
        event.setDropCompleted(file.isPresent());
        event.consume();
    }

    private Optional<Path> dragged(DragEvent event) {
        boolean busy = imports.stageProperty().get() == ImportModel.Stage.TAKING;
        @Nullable List<File> files = event.getDragboard().getFiles();
        return busy || files == null || files.size() != 1 || !model.obstacle().isEmpty()
                ? Optional.empty()
                : Optional.of(files.getFirst().toPath());
    }

    private static String hash(String hash) {
        return hash.length() > HASH_SHOWN ? hash.substring(0, HASH_SHOWN) + "…" : hash;
    }
}
