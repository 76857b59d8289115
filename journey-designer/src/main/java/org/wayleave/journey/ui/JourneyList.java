package org.wayleave.journey.ui;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.ui.model.JourneysModel;
import org.wayleave.journey.ui.service.JourneyEntry;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.theme.Icons;

/** The journeys of the workspace: Enter or a double click opens one. */
final class JourneyList extends BorderPane {

    private final JourneysModel model;
    private final Texts texts;
    private final TextField name = new TextField();

    JourneyList(JourneysModel model, Texts texts, ZoneId zone) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("journey-list");
        DateTimeFormatter time =
                DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", texts.locale()).withZone(zone);
        FilterTable<JourneyEntry> table = new FilterTable<>(texts.get("list.noun.one"), texts.get("list.noun"));
        table.text(texts.get("list.journey"), 26, JourneyEntry::title);
        table.text(texts.get("list.state"), 10, entry -> entry.state().title())
                .showing(entry -> StateChip.ofDocument(entry.state().wireName()));
        table.number(texts.get("list.version"), 6, 0, JourneyEntry::version);
        table.value(texts.get("list.changed"), 14, JourneyEntry::time, time::format);
        table.text(texts.get("list.author"), 12, JourneyEntry::author);
        table.identifiedBy(JourneyEntry::id);
        table.onOpen(entry -> model.open(entry.id()));
        Button open = new Button(texts.get("list.open"));
        open.setGraphic(Icons.of(Feather.EDIT_2));
        open.disableProperty().bind(table.selectedProperty().isNull());
        open.setOnAction(event -> {
            JourneyEntry chosen = table.selectedProperty().get();
            if (chosen != null) {
                model.open(chosen.id());
            }
        });
        name.setPromptText(texts.get("list.new.prompt"));
        name.setAccessibleText(texts.get("list.new.prompt"));
        name.setPrefColumnCount(18);
        Button create = new Button(texts.get("list.new"));
        create.setGraphic(Icons.of(Feather.PLUS));
        create.disableProperty().bind(name.textProperty().isEmpty());
        create.setOnAction(event -> create());
        name.setOnAction(event -> create());
        HBox making = new HBox(6, name, create);
        making.setAlignment(Pos.CENTER_LEFT);
        table.addTools(open, making);
        table.setPlaceholder(new EmptyState(
                Feather.GIT_BRANCH,
                texts.get("list.none"),
                texts.get("list.none.text"),
                Command.of("journeys.new", texts.get("list.none.action"), this::createUnnamed)));
        model.journeys().addListener((javafx.collections.ListChangeListener<JourneyEntry>)
                change -> table.setRows(model.journeys()));
        table.setRows(model.journeys());
        setCenter(table);
    }

    private void createUnnamed() {
        model.create(texts.get("list.new.title"));
    }

    private void create() {
        String title = name.getText().strip();
        if (!title.isEmpty()) {
            name.clear();
            model.create(title);
        }
    }
}
