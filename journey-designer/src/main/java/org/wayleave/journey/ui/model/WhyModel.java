package org.wayleave.journey.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.canvas.Trail;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.ui.service.BlockedEntry;
import org.wayleave.journey.ui.service.JourneyRuns;
import org.wayleave.journey.ui.service.PersonStory;
import org.wayleave.journey.ui.service.RunFigures;

/** Why people did not get the message of the selected step: by rule, then by person, then one person's story. */
public final class WhyModel {

    /** People read at a time. */
    public static final int PAGE = 200;

    /**
     * A rule that denied at the step.
     *
     * @param id of the rule
     * @param title what it is called
     * @param count decisions in which it denied a rung
     * @param share of the largest count, 0 to 1, for the bar
     */
    public record RuleRow(String id, String title, long count, double share) {}

    private final RunModel runs;
    private final JourneysModel journeys;
    private final JourneyRuns service;
    private final Background background;
    private final Texts texts;
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
    private final ObservableList<RuleRow> rules = FXCollections.observableArrayList();
    private final ObservableList<BlockedEntry> people = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable RuleRow> rule = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PersonStory> story = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Trail> trail = new ReadOnlyObjectWrapper<>(Trail.NONE);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private int at = -1;
    private String step = "";

    /** Creates the model; it follows the selected step and the shown run. */
    public WhyModel(JourneysModel journeys, RunModel runs, JourneyRuns service, Background background, Texts texts) {
        this.runs = runs;
        this.journeys = journeys;
        this.service = service;
        this.background = background;
        this.texts = texts;
        journeys.editor().selection().addListener((SetChangeListener<String>) change -> follow());
        runs.shownProperty().addListener((o, old, now) -> reset());
        follow();
    }

    /** Lists the people that a rule denied; null lists those of any rule. */
    public void choose(@Nullable RuleRow row) {
        rule.set(row);
        people.clear();
        clearStory();
        RunFigures figures = runs.shownProperty().get();
        if (figures == null || step.isEmpty()) {
            return;
        }
        String run = figures.entry().id();
        String wantedStep = step;
        String wantedRule = row == null ? null : row.id();
        background.lookUp(
                "journeys.blocked",
                texts.get("task.blocked"),
                p -> service.blocked(run, wantedStep, wantedRule, 0, PAGE),
                people::setAll,
                this::fail);
    }

    /** Explains what happened to a person of the list. */
    public void explain(BlockedEntry entry) {
        RunFigures figures = runs.shownProperty().get();
        if (figures == null) {
            return;
        }
        at = people.indexOf(entry);
        String run = figures.entry().id();
        String wantedStep = step;
        background.lookUp(
                "journeys.explain",
                texts.get("task.explain"),
                p -> service.explain(run, entry.person(), wantedStep, entry.time()),
                found -> {
                    story.set(found);
                    trail.set(found.trail());
                },
                this::fail);
    }

    /** Shows the way of a person of the run shown, without a story. */
    public void way(int person) {
        RunFigures figures = runs.shownProperty().get();
        if (figures == null) {
            return;
        }
        clearStory();
        String run = figures.entry().id();
        background.lookUp(
                "journeys.way", texts.get("expect.way"), p -> service.way(run, person), trail::set, this::fail);
    }

    /** Explains what happened to the next person of the list, after the last the first again. */
    public void next() {
        if (!people.isEmpty()) {
            explain(people.get(Math.floorMod(at + 1, people.size())));
        }
    }

    /** Goes back from the story to the list, or from the list to the rules. */
    public void back() {
        if (story.get() != null) {
            clearStory();
        } else {
            rule.set(null);
            people.clear();
        }
    }

    /** Which shares of the decisions got the best rung, a lower one and nothing; empty without a run or a message step. */
    public ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    /** Rules that denied, the most frequent first. */
    public ObservableList<RuleRow> rules() {
        return rules;
    }

    /** The chosen rule, or null. */
    public ReadOnlyObjectProperty<@Nullable RuleRow> ruleProperty() {
        return rule.getReadOnlyProperty();
    }

    /** People whom the chosen rule denied. */
    public ObservableList<BlockedEntry> people() {
        return people;
    }

    /** The story of the chosen person, or null. */
    public ReadOnlyObjectProperty<@Nullable PersonStory> storyProperty() {
        return story.getReadOnlyProperty();
    }

    /** The chosen person's way through the journey. */
    public ReadOnlyObjectProperty<Trail> trailProperty() {
        return trail.getReadOnlyProperty();
    }

    /** What went wrong last; empty for nothing. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    private void follow() {
        String selected = journeys.editor().selectedStep().map(Step::id).orElse("");
        if (!selected.equals(step)) {
            step = selected;
            reset();
        }
    }

    private void reset() {
        rule.set(null);
        people.clear();
        clearStory();
        failure.set("");
        RunFigures figures = runs.shownProperty().get();
        RunFigures.StepResult result = figures == null ? null : figures.steps().get(step);
        if (figures == null || result == null) {
            headline.set("");
            rules.clear();
            return;
        }
        long decisions = result.sent() + result.degraded() + result.blocked();
        headline.set(
                decisions == 0
                        ? ""
                        : texts.get(
                                "why.headline",
                                texts.percent((double) result.sent() / decisions),
                                texts.percent((double) result.degraded() / decisions),
                                texts.percent((double) result.blocked() / decisions),
                                decisions));
        rules.setAll(rows(figures.rules(), result.byRule()));
    }

    private static List<RuleRow> rows(Map<String, RunFigures.RuleWords> words, Map<String, Long> byRule) {
        long most = byRule.values().stream().mapToLong(Long::longValue).max().orElse(1);
        List<RuleRow> rows = new ArrayList<>();
        byRule.forEach((id, count) -> {
            RunFigures.RuleWords known = words.get(id);
            rows.add(new RuleRow(id, known == null ? id : known.title(), count, (double) count / Math.max(1, most)));
        });
        rows.sort((a, b) -> a.count() == b.count() ? a.id().compareTo(b.id()) : Long.compare(b.count(), a.count()));
        return rows;
    }

    private void clearStory() {
        at = -1;
        story.set(null);
        trail.set(Trail.NONE);
    }

    private void fail(Throwable cause) {
        String message = cause.getMessage();
        failure.set(message == null || message.isBlank() ? cause.toString() : message);
    }
}
