package org.wayleave.journey.ui.drawer;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.simulate.ExpectationResult;
import org.wayleave.journey.ui.inspect.ExpectationForm;
import org.wayleave.journey.ui.model.ExpectationsModel;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.theme.Icons;

/** What is expected of the open journey: a list with what the run shown made of each, and the chosen one to be edited. */
public final class ExpectationsPane extends BorderPane {

    private final ExpectationsModel model;
    private final Texts texts;
    private final IntConsumer way;
    private final ListView<ExpectationsModel.Row> list;
    private boolean following;

    /**
     * Creates the pane.
     *
     * @param way shows the way of a person of the run shown on the canvas
     */
    public ExpectationsPane(ExpectationsModel model, Texts texts, IntConsumer way) {
        this.model = model;
        this.texts = texts;
        this.way = way;
        getStyleClass().add("expectations-pane");
        list = new ListView<>();
        list.setId("expectations-list");
        list.setAccessibleText(texts.get("expect.tab"));
        list.setCellFactory(view -> new RowCell());
        list.setMinWidth(0);
        list.getSelectionModel().selectedItemProperty().addListener((o, old, now) -> {
            if (now != null && !following) {
                model.chosenProperty().set(now.expectation().id());
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE
                    && !model.editor().readOnlyProperty().get()) {
                model.remove();
                event.consume();
            }
        });
        Button add = button("expectation-add", Feather.PLUS, "expect.add", model::add);
        Button remove = button("expectation-remove", Feather.TRASH_2, "expect.remove", model::remove);
        remove.disableProperty()
                .bind(model.editor()
                        .readOnlyProperty()
                        .or(model.chosenProperty().isNull()));
        HBox buttons = new HBox(6, add, remove);
        buttons.getStyleClass().add("expectation-buttons");
        VBox left = new VBox(list, buttons);
        VBox.setVgrow(list, Priority.ALWAYS);
        ExpectationForm form = new ExpectationForm(model, texts);
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        SplitPane split = new SplitPane(left, scroll);
        split.setDividerPositions(0.52);
        EmptyState empty = new EmptyState(
                Feather.CHECK_SQUARE,
                texts.get("expect.none"),
                texts.get("expect.none.text"),
                Command.of("journeys.expect", texts.get("expect.add"), model::add));
        model.rows().subscribe(() -> {
            setCenter(model.rows().isEmpty() ? empty : split);
            follow();
        });
        model.chosenProperty().subscribe(id -> follow());
        setCenter(model.rows().isEmpty() ? empty : split);
    }

    /** How many are broken, for the title of the tab; empty while none is, since it then has nothing to tell. */
    public ObservableValue<String> badge() {
        return Bindings.createStringBinding(
                () -> {
                    long broken = model.broken();
                    int all = model.rows().size();
                    return broken > 0 ? texts.get("expect.badge", broken, all) : "";
                },
                model.rows());
    }

    private Button button(String id, Feather icon, String text, Runnable action) {
        Button button = new Button(texts.get(text));
        button.setId(id);
        button.setGraphic(Icons.of(icon));
        button.getStyleClass().add("flat");
        button.disableProperty().bind(model.editor().readOnlyProperty());
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Shows the rows of the model with the chosen one selected; what the list selects by itself meanwhile chooses nothing. */
    private void follow() {
        following = true;
        try {
            if (!list.getItems().equals(model.rows())) {
                list.getItems().setAll(model.rows());
            }
            for (ExpectationsModel.Row row : model.rows()) {
                if (row.expectation().id().equals(model.chosenProperty().get())) {
                    list.getSelectionModel().select(row);
                }
            }
        } finally {
            following = false;
        }
    }

    private final class RowCell extends ListCell<ExpectationsModel.Row> {
        @Override
        protected void updateItem(ExpectationsModel.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Optional<ExpectationResult> result = row.result();
            String verdict = result.map(each -> each.verdict().name().toLowerCase(Locale.ROOT))
                    .orElse("waiting");
            FontIcon icon = Icons.of(
                    switch (verdict) {
                        case "holds" -> Feather.CHECK_CIRCLE;
                        case "broken" -> Feather.X_OCTAGON;
                        case "untried" -> Feather.HELP_CIRCLE;
                        default -> Feather.CIRCLE;
                    });
            icon.getStyleClass().add("expectation-" + verdict);
            Label name = new Label(row.expectation().name());
            name.getStyleClass().add("text-strong");
            String figures = texts.get("expect.verdict." + verdict)
                    + result.map(each -> " · " + each.figures()).orElse("");
            Label said = new Label(figures);
            said.getStyleClass().add("text-secondary");
            VBox words = new VBox(1, name, said);
            result.filter(each -> !each.witnesses().isEmpty())
                    .ifPresent(each -> words.getChildren().add(witnesses(each)));
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox line = new HBox(10, icon, words);
            line.setAlignment(Pos.TOP_LEFT);
            setGraphic(line);
            setAccessibleText(row.expectation().name() + ". " + figures);
        }

        private Node witnesses(ExpectationResult result) {
            FlowPane people = new FlowPane(4, 0);
            people.setAlignment(Pos.CENTER_LEFT);
            Label before = new Label(texts.get("expect.witnesses"));
            before.getStyleClass().add("text-secondary");
            before.setMinWidth(Region.USE_PREF_SIZE);
            people.getChildren().add(before);
            for (int person : result.witnesses()) {
                Hyperlink link = new Hyperlink(String.format(Locale.ROOT, "p%06d", person));
                link.setAccessibleText(texts.get("expect.witness.text", link.getText()));
                link.setOnAction(event -> way.accept(person));
                people.getChildren().add(link);
            }
            return people;
        }
    }
}
