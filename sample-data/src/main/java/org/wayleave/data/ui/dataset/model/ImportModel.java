package org.wayleave.data.ui.dataset.model;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.intake.ColumnKind;
import org.wayleave.data.intake.ColumnPlan;
import org.wayleave.data.intake.Dataset;
import org.wayleave.data.intake.DatasetFolder;
import org.wayleave.data.intake.IntakeException;
import org.wayleave.data.intake.IntakePreview;
import org.wayleave.data.intake.Treatment;
import org.wayleave.data.intake.WorkspaceDatasets;
import org.wayleave.data.ui.model.Background;
import org.wayleave.data.ui.model.Words;
import org.wayleave.workspace.DocumentSummary;

/**
 * Taking a file in: it is looked at, each column gets a plan, and the rows are read. Nothing is taken in before every column is
 * decided on, and nothing of a file that has a mistake or whose import is cancelled. For one thread.
 */
public final class ImportModel {
    /** Encodings that are offered; the first stands for UTF-8 or what the file itself says. */
    public static final List<String> ENCODINGS = List.of("UTF-8", "ISO-8859-1", "windows-1252", "UTF-16LE", "UTF-16BE");

    /** How far it is. */
    public enum Stage {
        /** No file was chosen. */
        NOTHING,
        /** The first rows are read. */
        LOOKING,
        /** The plans may be changed. */
        PLANNING,
        /** The rows are read and stored. */
        TAKING,
        /** The file cannot be read as a table. */
        UNREADABLE
    }

    private record Looked(Catalogue catalogue, IntakePreview preview) {}

    private final WorkspaceDatasets datasets;
    private final Background background;
    private final Consumer<Dataset> taken;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable IntakePreview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Catalogue> catalogue = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper problemColumn = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty encoding = new SimpleStringProperty(ENCODINGS.getFirst());
    private final ObservableList<PlannedColumn> columns = FXCollections.observableArrayList();
    // One view for all who ask: those who listen to it hold it weakly.
    private final ObservableList<PlannedColumn> shownColumns = FXCollections.unmodifiableObservableList(columns);
    private String catalogueId = "";
    private Background.@Nullable Ticket running;

    /**
     * Makes a model without a file.
     *
     * @param taken told which data set came of it
     */
    public ImportModel(WorkspaceDatasets datasets, Background background, Consumer<Dataset> taken) {
        this.datasets = datasets;
        this.background = background;
        this.taken = taken;
        encoding.subscribe((before, now) -> lookAgain());
    }

    /** How far it is. */
    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The file; null for none. */
    public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** The first rows; null until they are read. */
    public ReadOnlyObjectProperty<@Nullable IntakePreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** The catalogue whose data elements the columns hold; null until the file was looked at. */
    public ReadOnlyObjectProperty<@Nullable Catalogue> catalogueProperty() {
        return catalogue.getReadOnlyProperty();
    }

    /** What is wrong, where, and what to do; empty if nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The column of the file that the problem is about, 1 for the first; 0 where it is about none. */
    public ReadOnlyIntegerProperty problemColumnProperty() {
        return problemColumn.getReadOnlyProperty();
    }

    /** How far the reading is, in words. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Id of the data set that is made. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Encoding of a CSV file, one of {@link #ENCODINGS}; another one looks at the file again. */
    public StringProperty encodingProperty() {
        return encoding;
    }

    /** The columns of the file with what is planned, live. */
    public ObservableList<PlannedColumn> columns() {
        return shownColumns;
    }

    /** Returns the titles of the catalogues there are, by id. */
    public Map<String, String> catalogues() {
        Map<String, String> titles = new TreeMap<>();
        for (DocumentSummary summary : datasets.catalogues()) {
            titles.put(summary.id(), summary.title());
        }
        return titles;
    }

    /** Maps to another catalogue, which looks at the file again. */
    public void chooseCatalogue(String id) {
        if (!id.equals(catalogueId)) {
            catalogueId = id;
            lookAgain();
        }
    }

    /** Looks at a file; what was planned for another one is dropped. */
    public void look(Path chosen) {
        file.set(chosen);
        name.set(DatasetFolder.idOf(chosen));
        lookAgain();
    }

    /** Forgets the file; a running import is cancelled and leaves nothing. */
    public void close() {
        cancel();
        file.set(null);
        preview.set(null);
        columns.clear();
        say("", 0);
        status.set("");
        stage.set(Stage.NOTHING);
    }

    /** Takes a column for something else. */
    public void take(PlannedColumn column, ColumnKind kind) {
        replace(column.of(kind));
    }

    /** Treats a column otherwise. */
    public void treat(PlannedColumn column, Treatment treatment) {
        replace(column.planned(column.plan().treated(treatment)));
    }

    /** Says which data element a column holds; empty for none. */
    public void map(PlannedColumn column, String element) {
        replace(column.planned(column.plan().mapped(element)));
    }

    /** Replaces all direct identifiers that are not decided on by tokens; those of which none can be made are left out. */
    public void protectIdentifiers() {
        for (PlannedColumn column : List.copyOf(columns)) {
            if (column.plan().treatment() == Treatment.UNDECIDED) {
                replace(column.protectedFromRecognition());
            }
        }
    }

    /** Returns the names of the columns that have to be decided on first. */
    public List<String> undecided() {
        return columns.stream()
                .filter(column -> column.plan().treatment() == Treatment.UNDECIDED)
                .map(column -> column.plan().name())
                .toList();
    }

    /** Returns how many columns are taken in. */
    public int kept() {
        return (int) columns.stream()
                .filter(column -> column.plan().treatment() == Treatment.KEEP
                        || column.plan().treatment() == Treatment.TOKENISE)
                .count();
    }

    /** Says what is in the way of the import; empty if it can start. */
    public String obstacle() {
        String general = datasets.obstacle();
        if (!general.isEmpty()) {
            return general;
        }
        List<String> open = undecided();
        if (!open.isEmpty()) {
            return (open.size() == 1 ? "One column points" : open.size() + " columns point")
                    + " at people: " + String.join(", ", open)
                    + ". Replace the values by tokens, or leave the column out.";
        }
        return kept() == 0 ? "All columns are left out. Keep at least one." : "";
    }

    /** Reads and stores the rows. */
    public void start() {
        Path from = file.get();
        if (from == null || stage.get() != Stage.PLANNING || !obstacle().isEmpty()) {
            return;
        }
        List<ColumnPlan> plans = columns.stream().map(PlannedColumn::plan).toList();
        WorkspaceDatasets.Source source = source(from);
        String id = name.get().strip();
        say("", 0);
        status.set("Reading " + from.getFileName() + "…");
        stage.set(Stage.TAKING);
        running = background.start(
                "data.datasets.take",
                "Import " + from.getFileName(),
                progress -> {
                    try {
                        return Optional.of(
                                datasets.take(source, id, plans, rows -> progress.count(rows, 0), progress::cancelled));
                    } catch (CancellationException cancelled) {
                        return Optional.<Dataset>empty();
                    }
                },
                (rows, total) -> {
                    if (stage.get() == Stage.TAKING && rows > 0) {
                        status.set(Words.count(rows) + " rows read");
                    }
                },
                this::ended,
                failure -> {
                    running = null;
                    stage.set(Stage.PLANNING);
                    status.set("");
                    say(failure);
                });
    }

    /** Stops the import; nothing is taken in then. */
    public void cancel() {
        Background.Ticket going = running;
        if (going != null) {
            status.set("Cancelling…");
            going.cancel();
        }
    }

    private void ended(Optional<Dataset> dataset) {
        running = null;
        if (stage.get() != Stage.TAKING) {
            dataset.ifPresent(taken);
            return;
        }
        if (dataset.isPresent()) {
            close();
            taken.accept(dataset.get());
        } else {
            stage.set(Stage.PLANNING);
            status.set("The import was cancelled; nothing was taken in.");
        }
    }

    private void lookAgain() {
        Path from = file.get();
        if (from == null || stage.get() == Stage.TAKING) {
            return;
        }
        stage.set(Stage.LOOKING);
        say("", 0);
        status.set("Looking at " + from.getFileName() + "…");
        WorkspaceDatasets.Source source = source(from);
        String wanted = catalogueId;
        background.start(
                "data.datasets.look",
                "Look at " + from.getFileName(),
                progress -> {
                    Catalogue elements = datasets.catalogue(wanted.isEmpty() ? firstCatalogue() : wanted);
                    return new Looked(elements, datasets.preview(source, elements));
                },
                (done, total) -> {},
                this::show,
                failure -> {
                    preview.set(null);
                    columns.clear();
                    status.set("");
                    stage.set(Stage.UNREADABLE);
                    say(failure);
                });
    }

    private @Nullable String firstCatalogue() {
        return datasets.catalogues().stream()
                .map(DocumentSummary::id)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private void show(Looked looked) {
        List<PlannedColumn> planned = new ArrayList<>();
        for (ColumnPlan guess : looked.preview().columns()) {
            planned.add(new PlannedColumn(planned.size(), guess, guess));
        }
        catalogue.set(looked.catalogue());
        columns.setAll(planned);
        preview.set(looked.preview());
        status.set(
                looked.preview().whole()
                        ? "All " + Words.count(looked.preview().looked()) + " rows looked at."
                        : "The first " + Words.count(looked.preview().looked())
                                + " rows looked at; the others are checked when they are read.");
        stage.set(Stage.PLANNING);
    }

    private void replace(PlannedColumn column) {
        if (stage.get() == Stage.PLANNING && column.index() < columns.size()) {
            columns.set(column.index(), column);
        }
    }

    private WorkspaceDatasets.Source source(Path from) {
        Charset charset = Charset.forName(encoding.get());
        return new WorkspaceDatasets.Source(from, charset.equals(StandardCharsets.UTF_8) ? null : charset);
    }

    private void say(Throwable failure) {
        say(DatasetsModel.words(failure), failure instanceof IntakeException wrong ? wrong.column() : 0);
    }

    private void say(String words, int column) {
        problemColumn.set(column);
        problem.set(words);
    }
}
