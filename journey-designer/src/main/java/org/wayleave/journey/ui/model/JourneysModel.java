package org.wayleave.journey.ui.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.JourneyEditor;
import org.wayleave.journey.canvas.NewSteps;
import org.wayleave.journey.canvas.StepKind;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.ui.service.JourneyDocuments;
import org.wayleave.journey.ui.service.JourneyEntry;
import org.wayleave.journey.ui.service.OpenedJourney;

/** The journeys of the workspace and the one that is open: opening, saving, drafts, versions. */
public final class JourneysModel {

    /** What the editor holds while no journey is open. */
    private static final Journey NONE = new Journey("none", "", "none", "", List.of(), List.of());

    private final JourneyDocuments documents;
    private final Background background;
    private final Texts texts;
    private final NewSteps newSteps;
    private final JourneyEditor editor;
    private final ObservableList<JourneyEntry> journeys = FXCollections.observableArrayList();
    private final ObservableList<JourneyEntry> versions = FXCollections.observableArrayList();
    /** Edits kept while this window is open, by journey: they may be opened again before they are stored. */
    private final Map<String, Draft> drafts = new HashMap<>();

    private final ReadOnlyObjectWrapper<@Nullable OpenedJourney> opened = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");

    /** Unsaved edits and the version they were made on. */
    private record Draft(Journey journey, int basedOn) {}

    /**
     * Creates the model with nothing open.
     *
     * @param texts of the page
     * @param canvasTexts of the canvas, for titles of new steps
     */
    public JourneysModel(JourneyDocuments documents, Background background, Texts texts, Texts canvasTexts) {
        this.documents = documents;
        this.background = background;
        this.texts = texts;
        this.newSteps = new NewSteps(canvasTexts);
        this.editor = new JourneyEditor(NONE);
    }

    /** Reads the list of journeys anew. */
    public void refresh() {
        background.lookUp("journeys.list", texts.get("task.list"), p -> documents.list(), journeys::setAll, this::fail);
    }

    /** Opens the newest version of a journey, with the unsaved edits kept from before. */
    public void open(String id) {
        background.lookUp("journeys.open", texts.get("task.open"), p -> documents.open(id), this::show, this::fail);
    }

    /** Opens an older version, for reading. */
    public void openVersion(String id, int version) {
        background.lookUp(
                "journeys.open", texts.get("task.open"), p -> documents.open(id, version), this::show, this::fail);
    }

    /** Goes back to the list. Unsaved edits stay as a draft. */
    public void close() {
        keepDraft();
        opened.set(null);
        versions.clear();
        note.set("");
        editor.open(NONE, true);
        refresh();
    }

    /** Makes a journey of an entry and an exit and opens it. */
    public void create(String title) {
        String id = freeId(title);
        background.lookUp(
                "journeys.save",
                texts.get("task.save"),
                p -> documents.save(begun(id, title.strip(), documents.vertical()), 0),
                saved -> {
                    refresh();
                    open(saved.id());
                },
                this::fail);
    }

    /** Saves the journey as a new version. */
    public void save() {
        save(entry -> {}, () -> {});
    }

    /**
     * Saves the journey as a new version if it has changed, then goes on with the version that holds it.
     *
     * @param otherwise runs when it could not be saved; {@link #failureProperty} then says why
     */
    public void save(Consumer<JourneyEntry> then, Runnable otherwise) {
        OpenedJourney now = opened.get();
        if (now == null) {
            otherwise.run();
            return;
        }
        if (!editor.changedProperty().get()) {
            then.accept(now.entry());
            return;
        }
        Journey journey = editor.current();
        int basedOn = now.entry().version();
        background.lookUp(
                "journeys.save",
                texts.get("task.save"),
                p -> documents.save(journey, basedOn),
                saved -> {
                    afterSave(now, journey, saved);
                    then.accept(saved);
                },
                cause -> {
                    fail(cause);
                    otherwise.run();
                });
    }

    /** Keeps the edits so far as a draft, if there are any. */
    public void keepDraft() {
        OpenedJourney now = opened.get();
        if (now == null
                || documents.readOnly()
                || !now.latest()
                || !editor.changedProperty().get()) {
            return;
        }
        Journey journey = editor.current();
        int basedOn = now.entry().version();
        drafts.put(journey.id(), new Draft(journey, basedOn));
        background.lookUp(
                "journeys.draft",
                texts.get("task.draft"),
                p -> {
                    documents.keepDraft(journey, basedOn);
                    return true;
                },
                kept -> {},
                this::fail);
    }

    /** Drops the unsaved edits; that can be undone. */
    public void discard() {
        OpenedJourney now = opened.get();
        if (now != null) {
            editor.edit(new JourneyEdit.Replace(now.journey(), texts.get("edit.discard")));
            note.set("");
            String id = now.entry().id();
            drafts.remove(id);
            background.lookUp(
                    "journeys.draft",
                    texts.get("task.draft"),
                    p -> {
                        documents.dropDraft(id);
                        return true;
                    },
                    dropped -> {},
                    this::fail);
        }
    }

    /** Takes an older version as the new state of the open journey, as an edit. */
    public void restore(JourneyEntry version) {
        background.lookUp(
                "journeys.restore",
                texts.get("task.open"),
                p -> documents.open(version.id(), version.version()),
                old -> editor.edit(
                        new JourneyEdit.Replace(old.journey(), texts.get("edit.restore", version.version()))),
                this::fail);
    }

    /** Clears the last failure. */
    public void clearFailure() {
        failure.set("");
    }

    /** Newest version of every journey. */
    public ObservableList<JourneyEntry> journeys() {
        return journeys;
    }

    /** All versions of the open journey, newest first. */
    public ObservableList<JourneyEntry> versions() {
        return versions;
    }

    /** What is open, or null. */
    public ReadOnlyObjectProperty<@Nullable OpenedJourney> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** What is open. */
    public Optional<OpenedJourney> opened() {
        return Optional.ofNullable(opened.get());
    }

    /** A line about the open journey, such as that unsaved edits were found; empty for none. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** What went wrong last, for the user; empty for nothing. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The editor of the open journey. */
    public JourneyEditor editor() {
        return editor;
    }

    private void show(OpenedJourney found) {
        // The editor first: whoever is told of the opened journey finds its graph there.
        editor.open(found.journey(), documents.readOnly() || !found.latest());
        opened.set(found);
        note.set(noteFor(found));
        draft(found).filter(draft -> !draft.equals(found.journey())).ifPresent(draft -> {
            if (editor.edit(new JourneyEdit.Replace(draft, texts.get("edit.recovered")))) {
                note.set(texts.get("note.recovered"));
            }
        });
        readVersions(found.entry().id());
    }

    private Optional<Journey> draft(OpenedJourney found) {
        Draft kept = drafts.get(found.entry().id());
        return found.latest() && kept != null && kept.basedOn() == found.entry().version()
                ? Optional.of(kept.journey())
                : found.draft();
    }

    private String noteFor(OpenedJourney found) {
        if (!found.latest()) {
            return texts.get("note.old");
        }
        if (documents.readOnly()) {
            return texts.get("note.read-only");
        }
        return switch (found.entry().state()) {
            case IN_REVIEW -> texts.get("note.in-review");
            case DRAFT, APPROVED, ACTIVE, PAUSED, RETIRED -> "";
        };
    }

    private void afterSave(OpenedJourney before, Journey journey, JourneyEntry saved) {
        drafts.remove(saved.id());
        OpenedJourney now = opened.get();
        if (now == null || !now.entry().id().equals(saved.id())) {
            refresh();
            return;
        }
        editor.markSaved(journey);
        opened.set(new OpenedJourney(saved, journey, true, Optional.empty(), before.catalogue(), before.features()));
        note.set("");
        readVersions(saved.id());
        refresh();
    }

    private void readVersions(String id) {
        background.lookUp(
                "journeys.versions", texts.get("task.list"), p -> documents.history(id), versions::setAll, this::fail);
    }

    /** A journey of an entry and an exit. */
    private Journey begun(String id, String title, String vertical) {
        Journey empty = new Journey(id, title, vertical, "", List.of(), List.of());
        Step entry = newSteps.make(StepKind.ENTRY, empty, new Position(0, 0));
        Step exit = newSteps.make(StepKind.EXIT, empty, new Position(0, 160));
        return empty.withGraph(
                List.of(entry, exit),
                List.of(new Edge(entry.id(), entry.ports().getFirst().name(), exit.id())));
    }

    private String freeId(String title) {
        String wish = NONE.freeId(title);
        String id = wish;
        for (int n = 2; isTaken(id); n++) {
            id = wish + "-" + n;
        }
        return id;
    }

    private boolean isTaken(String id) {
        return journeys.stream().anyMatch(entry -> entry.id().equals(id));
    }

    private void fail(Throwable cause) {
        String message = cause.getMessage();
        failure.set("");
        failure.set(message == null || message.isBlank() ? cause.toString() : message);
    }
}
