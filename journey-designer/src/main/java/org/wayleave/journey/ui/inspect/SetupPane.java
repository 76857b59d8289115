package org.wayleave.journey.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.JourneyEditor;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.ExitStep;
import org.wayleave.journey.graph.GoalStep;
import org.wayleave.journey.graph.HoldoutStep;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.OpaqueStep;
import org.wayleave.journey.graph.RandomSplitStep;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.WaitStep;
import org.wayleave.journey.ui.model.JourneysModel;

/** The properties of the selected step, or of the journey when none is selected; every change is an edit. */
final class SetupPane extends VBox {

    private final JourneysModel journeys;
    private final Texts texts;
    private @Nullable StepForm form;
    private String shown = "";

    SetupPane(JourneysModel journeys, Texts texts) {
        super(14);
        this.journeys = journeys;
        this.texts = texts;
        getStyleClass().add("setup-pane");
        journeys.editor().journeyProperty().addListener((o, old, now) -> {
            StepForm current = form;
            if (current == null || !current.committing()) {
                build();
            }
        });
        journeys.openedProperty().addListener((o, old, now) -> build());
    }

    /** Shows the form of a step; null shows that of the journey. */
    void show(@Nullable Step step) {
        String id = step == null ? "" : step.id();
        if (!id.equals(shown) || getChildren().isEmpty()) {
            shown = id;
            build();
        }
    }

    private void build() {
        JourneyEditor editor = journeys.editor();
        getChildren().clear();
        form = null;
        journeys.opened().ifPresent(opened -> {
            StepForm made = new StepForm(editor, shown, texts, this::build);
            form = made;
            Vocabulary words = Vocabulary.of(opened.catalogue(), opened.features());
            editor.current()
                    .step(shown)
                    .ifPresentOrElse(
                            step -> getChildren().setAll(fields(made, words, step)),
                            () -> getChildren().setAll(journeyFields(made, editor)));
        });
    }

    private List<Node> fields(StepForm made, Vocabulary words, Step step) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(made.text(
                texts.get("form.title"),
                step.title(),
                "",
                (text, field) -> made.change(old -> old.withTitle(text), field)));
        TimingForms timing = new TimingForms(made, words);
        SplittingForms splitting = new SplittingForms(made, words);
        nodes.addAll(
                switch (step) {
                    case EntryStep entry -> timing.entry(entry);
                    case WaitStep wait -> timing.waiting(wait);
                    case GoalStep goal -> timing.goal(goal);
                    case BranchStep branch -> splitting.branch(branch);
                    case RandomSplitStep split -> splitting.split(split);
                    case HoldoutStep holdout -> splitting.holdout(holdout);
                    case ExitStep exit -> splitting.exit(exit);
                    case OpaqueStep opaque -> splitting.opaque(opaque);
                    case MessageStep message -> new MessageForm(made, words).fields(message);
                });
        return nodes;
    }

    private List<Node> journeyFields(StepForm made, JourneyEditor editor) {
        var journey = editor.current();
        return List.of(
                made.text(texts.get("form.journey.title"), journey.title(), "", (text, field) -> {
                    if (text.isEmpty()) {
                        field.setError(texts.get("form.journey.title.error"));
                    } else {
                        editor.edit(new JourneyEdit.ChangeTexts(
                                text, editor.current().goal()));
                        field.setError("");
                    }
                }),
                made.lines(
                        texts.get("form.journey.goal"),
                        journey.goal(),
                        texts.get("form.journey.goal.help"),
                        (text, field) -> editor.edit(
                                new JourneyEdit.ChangeTexts(editor.current().title(), text))));
    }
}
