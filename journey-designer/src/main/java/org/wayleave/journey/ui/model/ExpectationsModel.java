package org.wayleave.journey.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.JourneyEditor;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.graph.Claim;
import org.wayleave.journey.graph.ConsentStanding;
import org.wayleave.journey.graph.Expectation;
import org.wayleave.journey.graph.Extras;
import org.wayleave.journey.graph.Happening;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.simulate.ExpectationResult;
import org.wayleave.journey.ui.service.OpenedJourney;
import org.wayleave.journey.ui.service.RunFigures;

/** What is expected of the open journey, and what the run shown made of it. Every change is an edit of the journey. */
public final class ExpectationsModel {

    /**
     * An expectation with its result.
     *
     * @param expectation as it now stands
     * @param result what the run shown made of it; empty when that run did not try it as it now stands
     */
    public record Row(Expectation expectation, Optional<ExpectationResult> result) {}

    private final JourneysModel journeys;
    private final RunModel runs;
    private final Texts texts;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> chosen = new SimpleObjectProperty<>();

    /** Creates the model; it follows the open journey and the shown run. */
    public ExpectationsModel(JourneysModel journeys, RunModel runs, Texts texts) {
        this.journeys = journeys;
        this.runs = runs;
        this.texts = texts;
        journeys.editor().journeyProperty().addListener((o, old, now) -> refresh());
        journeys.openedProperty().addListener((o, old, now) -> refresh());
        runs.shownProperty().addListener((o, old, now) -> refresh());
        refresh();
    }

    /** The expectations in the order of the journey. */
    public ObservableList<Row> rows() {
        return rows;
    }

    /** The id of the one that is edited; null for none. */
    public ObjectProperty<@Nullable String> chosenProperty() {
        return chosen;
    }

    /** The one that is edited. */
    public Optional<Expectation> chosen() {
        return editor().current().expectations().stream()
                .filter(expectation -> expectation.id().equals(chosen.get()))
                .findFirst();
    }

    /** The editor of the journey. */
    public JourneyEditor editor() {
        return journeys.editor();
    }

    /** The journey as it was opened; empty when none is. */
    public Optional<OpenedJourney> opened() {
        return journeys.opened();
    }

    /** How many the run shown found broken. */
    public long broken() {
        return rows.stream()
                .flatMap(row -> row.result().stream())
                .filter(result -> result.verdict() == ExpectationResult.Verdict.BROKEN)
                .count();
    }

    /** Adds one about the first message of the journey, or its last step, and chooses it. */
    public void add() {
        Journey journey = editor().current();
        Optional<MessageStep> message = journey.steps().stream()
                .filter(MessageStep.class::isInstance)
                .map(MessageStep.class::cast)
                .findFirst();
        String id = freeId(journey, "expectation");
        Expectation added = message.map(step -> new Expectation(
                        id,
                        "",
                        List.of(),
                        "",
                        new ConsentStanding(ConsentStanding.About.CHANNEL, step.channel(), Outlet.DENIED),
                        Claim.NEVER,
                        0,
                        new Happening.Gets(step.channel(), "", "", null),
                        Extras.NONE))
                .orElseGet(() -> new Expectation(
                        id,
                        "",
                        List.of(),
                        "",
                        null,
                        Claim.NEVER,
                        0,
                        new Happening.Reaches(
                                journey.steps().isEmpty()
                                        ? ""
                                        : journey.steps().getLast().id()),
                        Extras.NONE));
        List<Expectation> all = new ArrayList<>(journey.expectations());
        all.add(added);
        if (editor().edit(new JourneyEdit.ChangeExpectations(texts.get("expect.edit.add"), all))) {
            chosen.set(id);
        }
    }

    /** Removes the chosen one and chooses its neighbour. */
    public void remove() {
        List<Expectation> all = new ArrayList<>(editor().current().expectations());
        Optional<Expectation> gone = chosen();
        if (gone.isEmpty()) {
            return;
        }
        int place = all.indexOf(gone.get());
        all.remove(place);
        String what = texts.get("expect.edit.remove", gone.get().name());
        if (editor().edit(new JourneyEdit.ChangeExpectations(what, all))) {
            chosen.set(
                    all.isEmpty()
                            ? null
                            : all.get(Math.min(place, all.size() - 1)).id());
        }
    }

    /** The edit that puts another in the place of the one of the same id. */
    public JourneyEdit replacing(Expectation other) {
        return new JourneyEdit.ChangeExpectations(
                texts.get("expect.edit.change", other.name()),
                editor().current().expectations().stream()
                        .map(each -> each.id().equals(other.id()) ? other : each)
                        .toList());
    }

    /** The title of a step, or its id when there is none of that id. */
    public String stepTitle(String id) {
        return editor().current().step(id).map(Step::title).orElse(id);
    }

    private static String freeId(Journey journey, String wish) {
        Set<String> taken = journey.expectations().stream().map(Expectation::id).collect(Collectors.toSet());
        String free = wish;
        for (int n = 2; taken.contains(free); n++) {
            free = wish + "-" + n;
        }
        return free;
    }

    private void refresh() {
        RunFigures figures = runs.shownProperty().get();
        OpenedJourney opened = journeys.openedProperty().get();
        boolean ofThisVersion = figures != null
                && opened != null
                && figures.entry().journeyVersion() == opened.entry().version();
        List<Expectation> tried =
                ofThisVersion && opened != null ? opened.journey().expectations() : List.of();
        List<ExpectationResult> results = figures == null ? List.of() : figures.expectations();
        List<Row> now = editor().current().expectations().stream()
                .map(expectation -> new Row(
                        expectation,
                        tried.contains(expectation)
                                ? results.stream()
                                        .filter(result -> result.id().equals(expectation.id()))
                                        .findFirst()
                                : Optional.empty()))
                .toList();
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
        if (now.stream().noneMatch(row -> Objects.equals(row.expectation().id(), chosen.get()))) {
            chosen.set(now.isEmpty() ? null : now.getFirst().expectation().id());
        }
    }
}
