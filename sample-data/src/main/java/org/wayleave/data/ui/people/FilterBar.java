package org.wayleave.data.ui.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.AgeBand;
import org.wayleave.data.Country;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.search.PeopleFilter;
import org.wayleave.data.ui.model.ObservedPopulation;
import org.wayleave.data.ui.model.PeopleModel;
import org.wayleave.data.ui.model.Words;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.theme.Icons;

/** Says who is looked for, how far the search is, and goes to a person by number. */
public final class FilterBar extends VBox {
    private static final Duration TYPING = Duration.millis(250);

    /** One choice of a chooser; null stands for no restriction. */
    record Choice<T>(@Nullable T value, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    private final PeopleModel model;
    private final TextField id = new TextField();
    private final ComboBox<Choice<Country>> country = new ComboBox<>();
    private final ComboBox<Choice<AgeBand>> age = new ComboBox<>();
    private final ComboBox<Choice<String>> flag = new ComboBox<>();
    private final ComboBox<Choice<Integer>> consent = new ComboBox<>();
    private final ComboBox<Choice<ConsentState.State>> state = new ComboBox<>();
    private final TextField goTo = new TextField();
    private final Label problem = new Label();
    private final PauseTransition typing = new PauseTransition(TYPING);
    private boolean filling;

    /** Makes the bar. */
    public FilterBar(PeopleModel model) {
        this.model = model;
        getStyleClass().add("filter-bar");
        id.setPromptText("Id contains…");
        id.setPrefColumnCount(8);
        id.setAccessibleText("Part of the id");
        typing.setOnFinished(event -> apply());
        id.textProperty().subscribe((before, now) -> {
            if (!filling) {
                typing.playFromStart();
            }
        });
        chooser(country, "Country");
        chooser(age, "Age band");
        chooser(flag, "Flag");
        chooser(consent, "Channel, purpose or topic");
        chooser(state, "State of that consent");
        state.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> consent.getValue() == null || consent.getValue().value() == null,
                        consent.valueProperty()));
        FlowPane choosers = new FlowPane(8, 6, id, country, age, flag, consent, state, clear());
        choosers.setAlignment(Pos.CENTER_LEFT);
        choosers.setPrefWrapLength(1100);
        HBox.setHgrow(choosers, Priority.ALWAYS);
        HBox row = new HBox(12, choosers, finder());
        row.setAlignment(Pos.CENTER_LEFT);
        problem.getStyleClass().add("text-error");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        getChildren().setAll(row, problem, progress());
        model.populationProperty().subscribe(population -> {
            if (population != null) {
                fill(population);
            }
        });
        model.filterProperty().subscribe(filter -> mirror(filter));
    }

    /** Gives the keyboard to the field that goes to a person. */
    public void focusGoTo() {
        goTo.requestFocus();
        goTo.selectAll();
    }

    /** Says what is wrong with a person that was asked for. */
    public void say(String text) {
        problem.setText(text);
    }

    private HBox finder() {
        goTo.setPromptText("Person number");
        goTo.setPrefColumnCount(9);
        goTo.setAccessibleText("Number or id of the person to go to");
        Explain.with(goTo, "Write a number such as 42 or an id such as p000042 and press Enter.");
        goTo.setOnAction(event -> go());
        goTo.textProperty().subscribe(text -> problem.setText(""));
        Button go = new Button("Go to person");
        go.setMinWidth(USE_PREF_SIZE);
        go.setOnAction(event -> go());
        HBox box = new HBox(6, goTo, go);
        box.setAlignment(Pos.CENTER_RIGHT);
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private void go() {
        problem.setText(model.goTo(goTo.getText()));
        if (problem.getText().isEmpty()) {
            goTo.clear();
        }
    }

    private Button clear() {
        Button clear = new Button("Clear filter", Icons.of(Feather.X));
        clear.getStyleClass().add("flat");
        clear.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.filterProperty().get().isAll(), model.filterProperty()));
        clear.managedProperty().bind(clear.visibleProperty());
        clear.setOnAction(event -> model.filterProperty().set(PeopleFilter.ALL));
        return clear;
    }

    private HBox progress() {
        Label status = new Label();
        status.getStyleClass().add("text-secondary");
        status.textProperty().bind(model.statusProperty());
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.scannedProperty());
        bar.setPrefWidth(160);
        bar.setAccessibleText("Progress of the search");
        Button cancel = new Button("Cancel search");
        cancel.getStyleClass().add("flat");
        cancel.setOnAction(event -> model.cancelSearch());
        for (Region part : List.of(bar, cancel)) {
            part.visibleProperty().bind(model.scannedProperty().lessThan(1));
            part.managedProperty().bind(part.visibleProperty());
        }
        HBox row = new HBox(10, status, bar, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(24);
        return row;
    }

    private <T> void chooser(ComboBox<Choice<T>> box, String name) {
        box.setAccessibleText(name);
        box.setVisibleRowCount(14);
        box.valueProperty().subscribe((before, now) -> {
            if (!filling) {
                apply();
            }
        });
    }

    private void fill(ObservedPopulation population) {
        filling = true;
        country.getItems().setAll(choices("Any country", population.recipe().countries(), Country::title));
        age.getItems().setAll(choices("Any age", List.of(AgeBand.values()), Words::ageBand));
        var flags = population.recipe().flagTitles();
        flag.getItems()
                .setAll(choices("Any flag", List.copyOf(flags.keySet()), known -> flags.getOrDefault(known, known)));
        ConsentRegistry registry = population.recipe().consentRegistry();
        consent.getItems().setAll(choices("Any consent", population.consents(), position -> {
            ConsentRegistry.Key key = registry.key(position);
            return Words.dimension(key.dimension()) + ": "
                    + Words.consent(population.catalogue(), key.dimension(), key.id());
        }));
        List<ConsentState.State> states = List.of(
                ConsentState.State.GRANTED,
                ConsentState.State.DENIED,
                ConsentState.State.UNKNOWN,
                ConsentState.State.EXPIRED);
        state.getItems().setAll(choices("Any state", states, known -> Words.title(known.wire())));
        filling = false;
        mirror(model.filterProperty().get());
    }

    private static <T> List<Choice<T>> choices(String any, List<T> values, Function<T, String> words) {
        List<Choice<T>> choices = new ArrayList<>();
        choices.add(new Choice<>(null, any));
        values.forEach(value -> choices.add(new Choice<>(value, words.apply(value))));
        return choices;
    }

    private void apply() {
        Country inCountry = value(country);
        Integer position = value(consent);
        model.filterProperty()
                .set(new PeopleFilter(
                        id.getText() == null ? "" : id.getText().strip(),
                        inCountry == null ? null : inCountry.code(),
                        value(age),
                        value(flag),
                        position == null ? -1 : position,
                        position == null ? null : value(state)));
    }

    private void mirror(PeopleFilter filter) {
        filling = true;
        if (!filter.idPart().equals(id.getText().strip())) {
            id.setText(filter.idPart());
        }
        select(country, known -> known.code().equals(filter.country()));
        select(age, known -> known == filter.ageBand());
        select(flag, known -> known.equals(filter.flag()));
        select(consent, known -> known == filter.consent());
        select(state, known -> known == filter.state());
        filling = false;
    }

    private static <T> void select(ComboBox<Choice<T>> box, java.util.function.Predicate<T> wanted) {
        for (Choice<T> choice : box.getItems()) {
            T value = choice.value();
            if (value != null && wanted.test(value)) {
                box.setValue(choice);
                return;
            }
        }
        if (!box.getItems().isEmpty()) {
            box.setValue(Objects.requireNonNull(box.getItems().getFirst()));
        }
    }

    private static <T> @Nullable T value(ComboBox<Choice<T>> box) {
        Choice<T> choice = box.getValue();
        return choice == null ? null : choice.value();
    }
}
