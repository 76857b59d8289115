package org.wayleave.journey.ui.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.RunOverlay;
import org.wayleave.journey.canvas.StepFigures;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.ui.service.JourneyRuns;
import org.wayleave.journey.ui.service.OpenedJourney;
import org.wayleave.journey.ui.service.RunEntry;
import org.wayleave.journey.ui.service.RunFigures;
import org.wayleave.journey.ui.service.RunOptions;

/** The runs of the open journey: starting one, and the one whose figures are shown. */
public final class RunModel {

    private final JourneysModel journeys;
    private final JourneyRuns runs;
    private final Background background;
    private final Texts texts;
    private final ObservableList<RunEntry> list = FXCollections.observableArrayList();
    private final ObjectProperty<RunOptions> options = new SimpleObjectProperty<>(RunOptions.USUAL);
    private final ReadOnlyObjectWrapper<@Nullable RunFigures> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RunOverlay> overlay = new ReadOnlyObjectWrapper<>(RunOverlay.NONE);
    private final ReadOnlyObjectWrapper<Background.@Nullable Ticket> ticket = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private String journey = "";

    /** Creates the model; it follows the open journey and shows its newest run. */
    public RunModel(JourneysModel journeys, JourneyRuns runs, Background background, Texts texts) {
        this.journeys = journeys;
        this.runs = runs;
        this.background = background;
        this.texts = texts;
        journeys.openedProperty().addListener((o, old, now) -> follow(now));
    }

    /** Runs the open journey with the chosen options. Edits are saved first: a run refers to a saved version. */
    public void start() {
        if (running.get()) {
            return;
        }
        running.set(true);
        failure.set("");
        RunOptions asked = options.get();
        journeys.save(
                saved -> {
                    Journey current = journeys.editor().current();
                    ticket.set(background.start(
                            texts.get("task.run", asked.people(), current.title()),
                            progress -> runs.run(current, saved.version(), asked, progress),
                            new Background.Outcome<>(this::ended, this::failed, this::cancelled)));
                    // Work that ended within the call has cleared the ticket before it was set.
                    if (!running.get()) {
                        ticket.set(null);
                    }
                },
                () -> running.set(false));
    }

    /** Asks the run that goes on to stop; what is done is kept. */
    public void cancel() {
        Background.Ticket now = ticket.get();
        if (now != null) {
            now.cancel();
        }
    }

    /** Shows the figures of a run, or of none. */
    public void show(Optional<RunEntry> entry) {
        if (entry.isEmpty()) {
            publish(null);
            return;
        }
        String id = entry.get().id();
        background.lookUp(
                "journeys.figures",
                texts.get("task.figures"),
                p -> runs.figures(id),
                found -> publish(found.orElse(null)),
                this::failed);
    }

    /** Runs of the open journey that have figures, newest first. */
    public ObservableList<RunEntry> list() {
        return list;
    }

    /** What the next run is asked for. */
    public ObjectProperty<RunOptions> optionsProperty() {
        return options;
    }

    /** The figures shown, or null. */
    public ReadOnlyObjectProperty<@Nullable RunFigures> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The figures shown, as the canvas draws them. */
    public ReadOnlyObjectProperty<RunOverlay> overlayProperty() {
        return overlay.getReadOnlyProperty();
    }

    /** The run that goes on, or null. */
    public ReadOnlyObjectProperty<Background.@Nullable Ticket> ticketProperty() {
        return ticket.getReadOnlyProperty();
    }

    /** Whether a run goes on. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Why the last run failed; empty when it did not. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    private void follow(@Nullable OpenedJourney opened) {
        String id = opened == null ? "" : opened.entry().id();
        if (id.equals(journey)) {
            return;
        }
        journey = id;
        list.clear();
        publish(null);
        if (!id.isEmpty()) {
            read(true);
        }
    }

    private void read(boolean showNewest) {
        String id = journey;
        background.lookUp(
                "journeys.runs",
                texts.get("task.list"),
                p -> runs.list(id),
                found -> {
                    list.setAll(found);
                    if (showNewest && !found.isEmpty()) {
                        show(Optional.of(found.getFirst()));
                    }
                },
                this::failed);
    }

    private void ended(RunFigures figures) {
        ticket.set(null);
        running.set(false);
        publish(figures);
        read(false);
    }

    private void cancelled(@Nullable RunFigures figures) {
        ticket.set(null);
        running.set(false);
        if (figures != null) {
            publish(figures);
        }
        read(false);
    }

    private void failed(Throwable cause) {
        ticket.set(null);
        running.set(false);
        failure.set("");
        String message = cause.getMessage();
        failure.set(message == null || message.isBlank() ? cause.toString() : message);
    }

    private void publish(@Nullable RunFigures figures) {
        shown.set(figures);
        if (figures == null) {
            overlay.set(RunOverlay.NONE);
            return;
        }
        Map<String, StepFigures> steps = new HashMap<>();
        figures.steps()
                .forEach((id, step) ->
                        steps.put(id, new StepFigures(step.visits(), step.sent(), step.degraded(), step.blocked())));
        overlay.set(new RunOverlay(figures.entry().id(), steps));
    }

    /** The segments of the figures shown. */
    public List<RunFigures.SegmentRow> segments() {
        RunFigures figures = shown.get();
        return figures == null ? List.of() : figures.segments();
    }
}
