package org.wayleave.journey.ui.drawer;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wayleave.journey.canvas.Board;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.ui.model.ProblemsModel;
import org.wayleave.journey.ui.service.DesignProblem;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.theme.Icons;

/** The problems of the open journey: choosing one goes to its step, and where one edit mends it there is a button. */
public final class ProblemsPane extends BorderPane {

    private final ProblemsModel model;
    private final Board board;
    private final Texts texts;
    private final Consumer<Place> open;

    /**
     * Creates the pane.
     *
     * @param open goes to the document in which a problem is mended
     */
    public ProblemsPane(ProblemsModel model, Board board, Texts texts, Consumer<Place> open) {
        this.open = open;
        this.model = model;
        this.board = board;
        this.texts = texts;
        getStyleClass().add("problems-pane");
        ListView<DesignProblem> list = new ListView<>(model.problems());
        list.setId("problems-list");
        list.setAccessibleText(texts.get("problems.title"));
        list.setPlaceholder(new EmptyState(
                Feather.CHECK_CIRCLE, texts.get("problems.none"), texts.get("problems.none.text"), null));
        list.setCellFactory(view -> new ProblemCell());
        list.setOnMouseClicked(event -> jump(list.getSelectionModel().getSelectedItem()));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                jump(list.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        setCenter(list);
        Label failure = new Label();
        failure.getStyleClass().add("text-error");
        failure.setWrapText(true);
        failure.textProperty().bind(model.failureProperty());
        failure.managedProperty().bind(model.failureProperty().isNotEmpty());
        setTop(failure);
    }

    /** How many there are, for the title of the tab. */
    public ObservableValue<String> badge() {
        return Bindings.createStringBinding(
                () -> model.problems().isEmpty()
                        ? ""
                        : Integer.toString(model.problems().size()),
                model.problems());
    }

    private void jump(@Nullable DesignProblem problem) {
        String step = problem == null ? null : problem.step();
        if (step != null) {
            board.jumpTo(step);
        }
    }

    private final class ProblemCell extends ListCell<DesignProblem> {
        @Override
        protected void updateItem(@Nullable DesignProblem problem, boolean empty) {
            super.updateItem(problem, empty);
            if (empty || problem == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            FontIcon icon = Icons.of(
                    switch (problem.gravity()) {
                        case ERROR -> Feather.ALERT_OCTAGON;
                        case WARNING -> Feather.ALERT_TRIANGLE;
                        case INFO -> Feather.INFO;
                    });
            String gravity = problem.gravity().name().toLowerCase(java.util.Locale.ROOT);
            icon.getStyleClass().add("problem-" + gravity);
            String step = problem.step();
            String where = step == null
                    ? texts.get("problems.whole")
                    : board.editor().current().step(step).map(Step::title).orElse(step);
            Label reason = new Label(problem.reason());
            reason.getStyleClass().add("text-strong");
            Label fix = new Label(texts.get("problems.fix", where, problem.fix()));
            fix.getStyleClass().add("text-secondary");
            VBox words = new VBox(1, reason, fix);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(0);
            HBox row = new HBox(10, icon, words);
            row.setAlignment(Pos.CENTER_LEFT);
            problem.remedy().ifPresent(remedy -> {
                Button mend = new Button(texts.get("problems.mend"));
                mend.setTooltip(new javafx.scene.control.Tooltip(remedy.description()));
                mend.setMinWidth(Region.USE_PREF_SIZE);
                mend.disableProperty().bind(board.editor().readOnlyProperty());
                mend.setOnAction(event -> model.mend(problem));
                row.getChildren().add(mend);
            });
            Place place = problem.place();
            if (place != null) {
                Button go = new Button(texts.get("problems.open." + place.page()));
                go.setId("problem-open-" + place.page());
                go.setMinWidth(Region.USE_PREF_SIZE);
                go.setOnAction(event -> open.accept(place));
                row.getChildren().add(go);
            }
            setGraphic(row);
            setAccessibleText(texts.get("problems.text", gravity, where, problem.reason(), problem.fix()));
        }
    }
}
