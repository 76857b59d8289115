package org.wayleave.journey.ui.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;
import org.wayleave.journey.canvas.ProblemMark;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.ui.service.DesignProblem;
import org.wayleave.journey.ui.service.JourneyChecks;
import org.wayleave.journey.ui.service.OpenedJourney;

/**
 * The problems of the open journey, found anew when it is opened and a little after the last of several edits; only the newest
 * findings are shown.
 */
public final class ProblemsModel {
    private static final Duration AFTER_EDIT = Duration.millis(300);

    private final JourneysModel journeys;
    private final JourneyChecks checks;
    private final Background background;
    private final Texts texts;
    private final ObservableList<DesignProblem> problems = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Map<String, ProblemMark>> marks = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final PauseTransition pause = new PauseTransition(AFTER_EDIT);

    /** Creates the model; it follows the open journey. */
    public ProblemsModel(JourneysModel journeys, JourneyChecks checks, Background background, Texts texts) {
        this.journeys = journeys;
        this.checks = checks;
        this.background = background;
        this.texts = texts;
        journeys.openedProperty().addListener((o, old, now) -> check());
        journeys.editor().journeyProperty().addListener((o, old, now) -> pause.playFromStart());
        pause.setOnFinished(event -> check());
    }

    /** Mends a problem by its remedy, as one edit. */
    public void mend(DesignProblem problem) {
        problem.remedy().ifPresent(journeys.editor()::edit);
    }

    /** The problems, gravest first. */
    public ObservableList<DesignProblem> problems() {
        return problems;
    }

    /** Badges by step. */
    public ReadOnlyObjectProperty<Map<String, ProblemMark>> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    /** Why the checks could not run; empty when they could. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Looks again at once, such as when assessments or model cards may have changed. */
    public void check() {
        pause.stop();
        OpenedJourney opened = journeys.openedProperty().get();
        if (opened == null) {
            show(List.of());
            return;
        }
        Journey journey = journeys.editor().current();
        background.lookUp(
                "journeys.problems",
                texts.get("task.check"),
                p -> checks.problems(journey, opened),
                this::show,
                cause -> failure.set(String.valueOf(cause.getMessage())));
    }

    /** Looks for nothing more, after edits that nobody will see. */
    public void rest() {
        pause.stop();
    }

    private void show(List<DesignProblem> found) {
        failure.set("");
        problems.setAll(found.stream()
                .sorted((a, b) -> a.gravity().compareTo(b.gravity()))
                .toList());
        Map<String, ProblemMark> byStep = new HashMap<>();
        for (DesignProblem problem : found) {
            String step = problem.step();
            if (step != null) {
                byStep.merge(step, new ProblemMark(1, problem.gravity()), ProblemsModel::both);
            }
        }
        marks.set(Map.copyOf(byStep));
    }

    private static ProblemMark both(ProblemMark a, ProblemMark b) {
        return new ProblemMark(
                a.count() + b.count(), a.gravity().compareTo(b.gravity()) <= 0 ? a.gravity() : b.gravity());
    }
}
