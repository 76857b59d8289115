package org.wayleave.app.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.wayleave.ui.control.Overlays;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.UnsavedWork;

/** Sees to it that no edit is lost when the workspace or the window closes. */
final class ClosingQuestion {
    private final Overlays overlays;

    ClosingQuestion(Overlays overlays) {
        this.overlays = overlays;
    }

    /** Runs {@code close} at once when all is saved; otherwise asks first, and runs it only when the answer allows. */
    void ask(List<Page> pages, Runnable close) {
        List<UnsavedWork> unsaved = new ArrayList<>();
        for (Page page : pages) {
            UnsavedWork work = page.unsavedWork();
            if (work != null && work.present().get()) {
                unsaved.add(work);
            }
        }
        if (unsaved.isEmpty()) {
            close.run();
            return;
        }
        Label problem = new Label();
        problem.getStyleClass().add("text-error");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        VBox list = new VBox(4);
        unsaved.forEach(work -> list.getChildren().add(Texts.body("•  " + work.describe())));
        Button save = new Button("Save and close");
        save.setId("closing-save");
        save.getStyleClass().add("accent");
        Button discard = new Button("Close without saving");
        discard.setId("closing-discard");
        Button keep = new Button("Keep editing");
        keep.setId("closing-keep");
        HBox buttons = new HBox(8, keep, discard, save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(14, Texts.heading("There are edits that are not saved"), list, problem, buttons);
        card.getStyleClass().add("question");
        Runnable dismiss = overlays.show("Unsaved edits", card, save);
        keep.setOnAction(event -> dismiss.run());
        discard.setOnAction(event -> {
            unsaved.forEach(UnsavedWork::discard);
            dismiss.run();
            close.run();
        });
        save.setOnAction(event -> {
            buttons.setDisable(true);
            saveNext(unsaved, 0, ok -> {
                buttons.setDisable(false);
                if (ok) {
                    dismiss.run();
                    close.run();
                } else {
                    problem.setText("Not everything could be saved; the page concerned says why. Nothing was closed.");
                }
            });
        });
    }

    private static void saveNext(List<UnsavedWork> works, int index, java.util.function.Consumer<Boolean> end) {
        if (index == works.size()) {
            end.accept(true);
            return;
        }
        works.get(index).save(ok -> {
            if (ok) {
                saveNext(works, index + 1, end);
            } else {
                end.accept(false);
            }
        });
    }
}
