package org.wayleave.policy.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wayleave.policy.opa.TestRun;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.theme.Icons;

/** The results of the unit tests, failures first; Enter or a double click goes to a test. */
final class TestsPane extends BorderPane {

    private final ListView<TestRun.Result> list = new ListView<>();
    private final Label summary = Texts.secondary("The tests have not been run yet.");

    TestsPane(PolicyEditing editing, Command runTests, RuleInspector.Jump jump) {
        PolicyStyles.on(this);
        list.setId("policy-tests");
        list.getStyleClass().add("policy-results");
        list.setAccessibleText("Results of the unit tests");
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                go(jump);
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go(jump);
                event.consume();
            }
        });
        list.setPlaceholder(Texts.secondary("Run the tests to see here which of them pass."));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(12, summary, space, CommandButtons.labelled(runTests));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("policy-bar");
        setTop(bar);
        setCenter(list);
        editing.testsProperty().subscribe(this::show);
    }

    /** The badge of the drawer's tab. */
    static String badge(@Nullable TestRun run) {
        if (run == null) {
            return "";
        }
        int wrong = run.count(TestRun.Outcome.FAILED) + run.count(TestRun.Outcome.ERROR);
        return wrong > 0 || !run.faults().isEmpty()
                ? Math.max(1, wrong) + " failed"
                : run.results().size() + " passed";
    }

    private void show(@Nullable TestRun run) {
        if (run == null) {
            list.getItems().clear();
            summary.setText("The tests have not been run yet.");
            return;
        }
        list.getItems()
                .setAll(run.results().stream()
                        .sorted(Comparator.comparingInt((TestRun.Result result) -> order(result.outcome())))
                        .toList());
        if (run.faults().isEmpty()) {
            double seconds = run.results().stream()
                            .mapToLong(result -> result.duration().toNanos())
                            .sum()
                    / 1e9;
            summary.setText(String.format(
                    Locale.ROOT,
                    "%d passed, %d failed, %d skipped, in %.2f s",
                    run.count(TestRun.Outcome.PASSED),
                    run.count(TestRun.Outcome.FAILED) + run.count(TestRun.Outcome.ERROR),
                    run.count(TestRun.Outcome.SKIPPED),
                    seconds));
        } else {
            summary.setText("The tests were not run: " + run.faults().getFirst().line());
        }
    }

    private static int order(TestRun.Outcome outcome) {
        return List.of(TestRun.Outcome.ERROR, TestRun.Outcome.FAILED, TestRun.Outcome.SKIPPED, TestRun.Outcome.PASSED)
                .indexOf(outcome);
    }

    private void go(RuleInspector.Jump jump) {
        TestRun.Result result = list.getSelectionModel().getSelectedItem();
        if (result != null) {
            jump.to(result.file(), result.row());
        }
    }

    /** {@code test_the_day_is_full} as words. */
    private static String words(String name) {
        return name.replaceFirst("^(todo_)?test_", "").replace('_', ' ');
    }

    private static final class Cell extends ListCell<TestRun.Result> {
        @Override
        protected void updateItem(TestRun.@Nullable Result result, boolean empty) {
            super.updateItem(result, empty);
            if (empty || result == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            boolean wrong = result.outcome() == TestRun.Outcome.FAILED || result.outcome() == TestRun.Outcome.ERROR;
            FontIcon icon = Icons.of(
                    switch (result.outcome()) {
                        case PASSED -> Feather.CHECK_CIRCLE;
                        case SKIPPED -> Feather.MINUS_CIRCLE;
                        case FAILED, ERROR -> Feather.X_CIRCLE;
                    });
            icon.getStyleClass()
                    .add(
                            wrong
                                    ? "policy-failed"
                                    : result.outcome() == TestRun.Outcome.PASSED ? "policy-passed" : "icon");
            Label name = new Label(words(result.name()), icon);
            Label place = Texts.secondary(result.file() + ":" + result.row());
            place.setWrapText(false);
            place.getStyleClass().add("mono");
            HBox line = new HBox(12, name, place);
            if (!result.output().isEmpty()) {
                Label output = Texts.secondary(result.output().replace('\n', ' '));
                output.setWrapText(false);
                line.getChildren().add(output);
            }
            setGraphic(line);
            setText(null);
            setAccessibleText(result.outcome().name().toLowerCase(Locale.ROOT) + ": " + words(result.name()));
        }
    }
}
