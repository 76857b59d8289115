package org.wayleave.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wayleave.ui.control.Texts;

/**
 * One question on the screen: label, guidance, the control for its answer and what is wrong with it.
 *
 * @param <D> the document's immutable content
 */
abstract class QuestionView<D> extends VBox {
    private final Label error = new Label();

    QuestionView(Question<D> question, Node... besideLabel) {
        getStyleClass().add("form-field");
        setId("question-" + question.id().replace('.', '-'));
        Label label = new Label(question.label());
        label.getStyleClass().add("field-label");
        label.setWrapText(true);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(label);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("question-head");
        head.getChildren().addAll(besideLabel);
        getChildren().add(head);
        if (!question.guidance().isEmpty()) {
            Label guidance = new Label(question.guidance());
            guidance.getStyleClass().add("guidance");
            guidance.setWrapText(true);
            getChildren().add(guidance);
        }
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.managedProperty().bind(error.textProperty().isNotEmpty());
        error.visibleProperty().bind(error.textProperty().isNotEmpty());
    }

    /** Puts the control below the guidance and the error below the control. */
    final void answerWith(Question<D> question, Node control) {
        if (control instanceof Control named) {
            named.setAccessibleText(question.label());
            named.setAccessibleHelp(question.guidance());
            named.setMaxWidth(Double.MAX_VALUE);
        }
        getChildren().addAll(control, error);
    }

    /** Shows what the document says now. */
    abstract void show(D document);

    /** The control to be focused when somebody goes to this question. */
    abstract Node target();

    final void showProblem(String problem) {
        error.setText(problem);
        getStyleClass().remove("invalid");
        if (!problem.isEmpty()) {
            getStyleClass().add("invalid");
        }
    }

    /** A view for any question of a document. */
    static <D> QuestionView<D> of(Question<D> question, Supplier<D> document, Consumer<D> edit) {
        return switch (question) {
            case Question.Text<D> text -> new TextAnswer<>(text, document, edit);
            case Question.Choice<D> choice -> new ChoiceAnswer<>(choice, document, edit);
            case Question.Several<D> several -> new SeveralAnswer<>(several, document, edit);
            case Question.Rows<D, ?> rows -> RowsAnswer.of(rows, document, edit);
        };
    }

    /** A combo box over options; an empty value shows the prompt. */
    static ComboBox<FormOption> choice(List<FormOption> options, String prompt) {
        ComboBox<FormOption> box = new ComboBox<>();
        box.getItems().setAll(options);
        box.setPromptText(prompt);
        box.setConverter(new OptionConverter(options));
        return box;
    }

    /** Selects the option of a value; a value that is no option is shown as it is. */
    static void select(ComboBox<FormOption> box, String value) {
        FormOption present = box.getValue();
        if ((present == null ? "" : present.value()).equals(value)) {
            return;
        }
        Optional<FormOption> known = box.getItems().stream()
                .filter(option -> option.value().equals(value))
                .findFirst();
        box.setValue(value.isEmpty() ? null : known.orElse(new FormOption(value, value)));
    }

    /** A choice among a few values. */
    private static final class ChoiceAnswer<D> extends QuestionView<D> {
        private final Question.Choice<D> question;
        private final ComboBox<FormOption> box;

        ChoiceAnswer(Question.Choice<D> question, Supplier<D> document, Consumer<D> edit) {
            super(question);
            this.question = question;
            box = choice(question.options(), "Choose");
            box.valueProperty().subscribe((before, option) -> {
                if (option != null && !option.value().equals(question.get().apply(document.get()))) {
                    edit.accept(question.with().apply(document.get(), option.value()));
                }
            });
            answerWith(question, box);
            box.setMaxWidth(Region.USE_PREF_SIZE);
        }

        @Override
        void show(D document) {
            select(box, question.get().apply(document));
        }

        @Override
        Node target() {
            return box;
        }
    }

    /** Ticks for each of some values. */
    private static final class SeveralAnswer<D> extends QuestionView<D> {
        private final Question.Several<D> question;
        private final Supplier<D> document;
        private final Consumer<D> edit;
        private final VBox ticks = new VBox();
        private @Nullable List<FormOption> offered;

        SeveralAnswer(Question.Several<D> question, Supplier<D> document, Consumer<D> edit) {
            super(question);
            this.question = question;
            this.document = document;
            this.edit = edit;
            ticks.getStyleClass().add("form-ticks");
            answerWith(question, ticks);
        }

        @Override
        void show(D now) {
            List<String> chosen = question.get().apply(now);
            List<FormOption> options = new ArrayList<>(question.options().now());
            for (String value : chosen) {
                if (options.stream().noneMatch(option -> option.value().equals(value))) {
                    options.add(new FormOption(value, value + " (not in this workspace)"));
                }
            }
            if (!options.equals(offered)) {
                offered = List.copyOf(options);
                ticks.getChildren().setAll(options.stream().map(this::tick).toList());
                if (options.isEmpty()) {
                    ticks.getChildren().add(Texts.secondary("There is nothing to choose from in this workspace yet."));
                }
            }
            for (Node node : ticks.getChildren()) {
                if (node instanceof CheckBox box && box.getUserData() instanceof String value) {
                    box.setSelected(chosen.contains(value));
                }
            }
        }

        private Node tick(FormOption option) {
            CheckBox box = new CheckBox(option.label());
            box.setUserData(option.value());
            box.setWrapText(true);
            box.setOnAction(event -> {
                List<String> chosen = new ArrayList<>(question.get().apply(document.get()));
                chosen.remove(option.value());
                if (box.isSelected()) {
                    chosen.add(option.value());
                }
                edit.accept(question.with().apply(document.get(), chosen));
            });
            return box;
        }

        @Override
        Node target() {
            @Nullable
            Node first =
                    ticks.getChildren().isEmpty() ? null : ticks.getChildren().getFirst();
            return first == null ? ticks : first;
        }
    }
}
