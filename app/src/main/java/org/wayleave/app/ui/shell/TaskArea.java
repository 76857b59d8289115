package org.wayleave.app.ui.shell;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.task.Remaining;
import org.wayleave.ui.task.TaskHandle;
import org.wayleave.ui.theme.Icons;

/** The background tasks in the status bar: the newest with its progress and a cancel button, and how many more there are. */
final class TaskArea extends HBox {
    private final BackgroundTasks tasks;
    private Subscription subscription = Subscription.EMPTY;

    TaskArea(BackgroundTasks tasks) {
        this.tasks = tasks;
        getStyleClass().add("task-area");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        tasks.running().addListener((ListChangeListener<TaskHandle<?>>) change -> fill());
    }

    private void fill() {
        subscription.unsubscribe();
        subscription = Subscription.EMPTY;
        getChildren().clear();
        var announced = tasks.running().stream().filter(TaskHandle::announced).toList();
        if (announced.isEmpty()) {
            return;
        }
        TaskHandle<?> newest = announced.getLast();
        Label title = new Label(
                announced.size() == 1 ? newest.title() : newest.title() + "  and " + (announced.size() - 1) + " more");
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(120);
        bar.setAccessibleText(newest.title());
        Label words = new Label();
        words.getStyleClass().add("text-secondary");
        subscription = Subscription.combine(
                newest.fractionProperty().subscribe(share -> bar.setProgress(share.doubleValue())),
                newest.doneProperty().subscribe(done -> words.setText(Remaining.words(newest))),
                newest.messageProperty().subscribe(text -> words.setText(Remaining.words(newest))));
        Button cancel = new Button();
        cancel.setId("task-cancel");
        cancel.setGraphic(Icons.of(Feather.X));
        cancel.getStyleClass().addAll("flat", "button-icon", "status-button");
        cancel.setAccessibleText("Cancel " + newest.title());
        Explain.with(cancel, "Stop here and keep what is done");
        cancel.setOnAction(event -> newest.cancel());
        getChildren().addAll(title, bar, words, cancel);
    }
}
