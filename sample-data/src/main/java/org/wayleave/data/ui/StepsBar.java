package org.wayleave.data.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.wayleave.data.ui.model.Steps;

/** A line that starts works, and says how far one is with a way to stop it. */
public final class StepsBar extends HBox {
    /** Makes a bar with what starts the work before what it says. */
    public StepsBar(Steps steps, Node... starts) {
        super(10);
        Label status = new Label();
        status.getStyleClass().add("text-secondary");
        status.setMinWidth(0);
        status.textProperty().bind(steps.statusProperty());
        status.setWrapText(true);
        HBox.setHgrow(status, Priority.SOMETIMES);
        ProgressBar progress = new ProgressBar();
        progress.progressProperty().bind(steps.fractionProperty());
        progress.setPrefWidth(140);
        progress.setMinWidth(Region.USE_PREF_SIZE);
        progress.setAccessibleText("Progress");
        Button cancel = new Button("Cancel");
        cancel.getStyleClass().add("flat");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> steps.cancel());
        for (Region part : List.of(progress, cancel)) {
            part.visibleProperty().bind(steps.fractionProperty().lessThan(1));
            part.managedProperty().bind(part.visibleProperty());
        }
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("quality-bar");
        getChildren().addAll(starts);
        getChildren().addAll(progress, cancel, status);
    }
}
