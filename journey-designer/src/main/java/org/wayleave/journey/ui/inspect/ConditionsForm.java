package org.wayleave.journey.ui.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.journey.graph.Comparison;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.FactValue;

/** Edits a list of conditions, all of which must hold. */
final class ConditionsForm extends VBox {

    private static final Condition FRESH = new Condition("country", Comparison.IS, FactValue.of("FR"));

    private final EditForm form;
    private final Vocabulary words;
    private final List<Condition> conditions;
    private final Consumer<List<Condition>> commit;
    private final Consumer<List<Condition>> restructure;
    private final Label error = new Label();

    /**
     * Creates the form.
     *
     * @param commit takes other conditions of the same number
     * @param restructure takes conditions of another number; the form is then shown anew
     */
    ConditionsForm(
            EditForm form,
            Vocabulary words,
            List<Condition> conditions,
            Consumer<List<Condition>> commit,
            Consumer<List<Condition>> restructure) {
        super(6);
        this.form = form;
        this.words = words;
        this.conditions = new ArrayList<>(conditions);
        this.commit = commit;
        this.restructure = restructure;
        error.getStyleClass().add("text-error");
        error.setWrapText(true);
        error.managedProperty().bind(error.textProperty().isNotEmpty());
        for (int i = 0; i < conditions.size(); i++) {
            getChildren().add(row(i));
        }
        getChildren()
                .addAll(
                        error,
                        form.button(
                                Feather.PLUS,
                                form.texts().get("form.condition.add"),
                                () -> restructure.accept(with(conditions.size(), FRESH))));
    }

    private VBox row(int index) {
        Condition condition = conditions.get(index);
        ComboBox<Vocabulary.Choice> fact = form.combo(condition.fact(), words.facts());
        fact.setAccessibleText(form.texts().get("form.condition.fact"));
        ComboBox<Vocabulary.Choice> comparison = form.combo(
                condition.comparison().wire(),
                Arrays.stream(Comparison.values())
                        .map(c -> new Vocabulary.Choice(c.wire(), c.words()))
                        .toList());
        comparison.setAccessibleText(form.texts().get("form.condition.comparison"));
        comparison.setPrefWidth(110);
        TextField value = form.register(
                new TextField(condition.values().stream().map(FactValue::words).collect(Collectors.joining(", "))));
        value.setAccessibleText(form.texts().get("form.condition.value"));
        value.setPrefColumnCount(8);
        Runnable take = () -> {
            Vocabulary.Choice chosenFact = fact.getValue();
            Vocabulary.Choice chosen = comparison.getValue();
            if (chosenFact != null && chosen != null) {
                take(index, chosenFact.id(), Comparison.of(chosen.id()).orElse(Comparison.IS), value.getText());
            }
        };
        fact.valueProperty().addListener((o, old, now) -> take.run());
        comparison.valueProperty().addListener((o, old, now) -> take.run());
        value.setOnAction(event -> take.run());
        value.focusedProperty().addListener((o, old, now) -> {
            if (!now) {
                take.run();
            }
        });
        VBox row = new VBox(
                4,
                EditForm.row(
                        fact,
                        form.remove(
                                form.texts().get("form.condition.remove"), () -> restructure.accept(without(index)))),
                EditForm.row(comparison, value));
        row.getStyleClass().add("condition-row");
        return row;
    }

    private void take(int index, String fact, Comparison comparison, String text) {
        try {
            Condition made =
                    new Condition(fact, comparison, values(text, comparison).toArray(FactValue[]::new));
            error.setText("");
            if (!made.equals(conditions.get(index))) {
                conditions.set(index, made);
                commit.accept(List.copyOf(conditions));
            }
        } catch (IllegalArgumentException impossible) {
            error.setText(String.valueOf(impossible.getMessage()));
        }
    }

    private static List<FactValue> values(String text, Comparison comparison) {
        if (comparison != Comparison.ONE_OF) {
            return text.isBlank() ? List.of() : List.of(value(text.strip()));
        }
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(ConditionsForm::value)
                .toList();
    }

    private static FactValue value(String text) {
        if (text.equals("yes") || text.equals("no")) {
            return FactValue.of(text.equals("yes"));
        }
        try {
            return FactValue.of(Double.parseDouble(text));
        } catch (NumberFormatException word) {
            return FactValue.of(text);
        }
    }

    private List<Condition> with(int index, Condition added) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(index, added);
        return more;
    }

    private List<Condition> without(int index) {
        List<Condition> fewer = new ArrayList<>(conditions);
        fewer.remove(index);
        return fewer;
    }
}
