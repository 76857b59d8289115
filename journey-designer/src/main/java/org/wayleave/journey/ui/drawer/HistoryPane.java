package org.wayleave.journey.ui.drawer;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.ui.model.JourneysModel;
import org.wayleave.journey.ui.service.JourneyEntry;
import org.wayleave.ui.control.StateChip;

/** The versions of the open journey, and the edits of this session. */
public final class HistoryPane extends HBox {

    private final JourneysModel model;
    private final Texts texts;
    private final DateTimeFormatter time;

    /**
     * Creates the pane.
     *
     * @param zone in which times are shown
     */
    public HistoryPane(JourneysModel model, Texts texts, ZoneId zone) {
        super(16);
        this.model = model;
        this.texts = texts;
        this.time =
                DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", texts.locale()).withZone(zone);
        getStyleClass().add("history-pane");
        ListView<JourneyEntry> versions = new ListView<>(model.versions());
        versions.setCellFactory(view -> new VersionCell());
        versions.setAccessibleText(texts.get("history.versions"));
        ListView<String> edits = new ListView<>(model.editor().undoList());
        edits.setAccessibleText(texts.get("history.edits"));
        edits.setPlaceholder(quiet(texts.get("history.edits.none")));
        getChildren()
                .addAll(column(texts.get("history.versions"), versions), column(texts.get("history.edits"), edits));
    }

    private static VBox column(String heading, ListView<?> list) {
        Label title = new Label(heading);
        title.getStyleClass().add("text-strong");
        VBox column = new VBox(6, title, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setPrefWidth(400);
        return column;
    }

    private static Label quiet(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("text-secondary");
        return label;
    }

    private final class VersionCell extends ListCell<JourneyEntry> {
        @Override
        protected void updateItem(@Nullable JourneyEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            Label version = new Label(texts.get("history.version", entry.version()));
            version.setMinWidth(Region.USE_PREF_SIZE);
            version.getStyleClass().add("text-strong");
            Label who = quiet(texts.get("history.who", time.format(entry.time()), entry.author()));
            HBox.setHgrow(who, Priority.ALWAYS);
            who.setMaxWidth(Double.MAX_VALUE);
            Button view = new Button(texts.get("history.view"));
            view.setOnAction(event -> model.openVersion(entry.id(), entry.version()));
            Button restore = new Button(texts.get("history.restore"));
            restore.disableProperty().bind(model.editor().readOnlyProperty());
            restore.setOnAction(event -> model.restore(entry));
            HBox row = new HBox(10, version, StateChip.ofDocument(entry.state().wireName()), who, view, restore);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }
    }
}
