package org.wayleave.app.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wayleave.ui.control.Overlays;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.theme.Icons;

/** A field and what it finds below it: the command palette and the search over documents. */
final class Palette {
    private static final int MOST = 60;

    private final Overlays overlays;
    private final BackgroundTasks tasks;
    private final String name;
    private final String prompt;
    private final String nothing;
    private final List<PaletteSource> sources;

    /**
     * A palette.
     *
     * @param name what it is, such as "Command palette"
     * @param prompt what can be typed
     * @param nothing what stands there when nothing is found
     */
    Palette(
            Overlays overlays,
            BackgroundTasks tasks,
            String name,
            String prompt,
            String nothing,
            List<PaletteSource> sources) {
        this.overlays = overlays;
        this.tasks = tasks;
        this.name = name;
        this.prompt = prompt;
        this.nothing = nothing;
        this.sources = List.copyOf(sources);
    }

    void open() {
        List<PaletteSource.Finder> finders =
                sources.stream().map(PaletteSource::capture).toList();
        TextField field = new TextField();
        field.setId("palette-field");
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        field.getStyleClass().add("palette-field");
        ListView<PaletteEntry> list = new ListView<>();
        list.setId("palette-list");
        list.getStyleClass().add("palette-list");
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new EntryCell());
        Label placeholder = new Label("");
        placeholder.getStyleClass().add("text-secondary");
        list.setPlaceholder(placeholder);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox card = new VBox(field, list);
        card.getStyleClass().add("palette");
        Runnable close = overlays.show(name, card, field, Pos.TOP_CENTER, () -> {});
        Runnable chooseSelected = () -> {
            PaletteEntry entry = list.getSelectionModel().getSelectedItem();
            if (entry != null && entry.enabled()) {
                close.run();
                entry.choose().run();
            }
        };
        field.textProperty().subscribe(text -> search(finders, text == null ? "" : text.strip(), list, placeholder));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> onKey(event, list, chooseSelected));
        list.setOnMouseClicked(event -> chooseSelected.run());
    }

    private void search(
            List<PaletteSource.Finder> finders, String query, ListView<PaletteEntry> list, Label placeholder) {
        tasks.lookUp("palette", "Search", progress -> {
                    List<PaletteEntry> found = new ArrayList<>();
                    for (PaletteSource.Finder finder : finders) {
                        if (progress.cancelled()) {
                            break;
                        }
                        found.addAll(finder.find(query));
                    }
                    return found.size() > MOST ? List.copyOf(found.subList(0, MOST)) : found;
                })
                .onDone(found -> {
                    list.getItems().setAll(found);
                    placeholder.setText(query.isEmpty() ? prompt : nothing);
                    if (!found.isEmpty()) {
                        list.getSelectionModel().selectFirst();
                        list.scrollTo(0);
                    }
                });
    }

    private static void onKey(KeyEvent event, ListView<PaletteEntry> list, Runnable choose) {
        int page = 8;
        int step = switch (event.getCode()) {
            case DOWN -> 1;
            case UP -> -1;
            case PAGE_DOWN -> page;
            case PAGE_UP -> -page;
            default -> 0;
        };
        if (step != 0 && !list.getItems().isEmpty()) {
            int next = Math.clamp(
                    list.getSelectionModel().getSelectedIndex() + step,
                    0,
                    list.getItems().size() - 1);
            list.getSelectionModel().clearAndSelect(next);
            list.scrollTo(Math.max(0, next - 4));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            choose.run();
            event.consume();
        }
    }

    private static final class EntryCell extends ListCell<PaletteEntry> {
        @Override
        protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            Label title = new Label(entry.title());
            title.setMinWidth(0);
            Label group = new Label(entry.group());
            group.getStyleClass().add("text-secondary");
            group.setMinWidth(Region.USE_PREF_SIZE);
            Label detail = new Label(entry.detail());
            detail.getStyleClass().add("text-secondary");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox row = new HBox(10, Icons.of(entry.icon()), title, gap, detail, group);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setDisable(!entry.enabled());
            setAccessibleText(entry.group() + " " + entry.title());
            setGraphic(row);
        }
    }
}
