package org.wayleave.app.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wayleave.ui.control.Overlays;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.task.Progress;
import org.wayleave.ui.theme.Icons;

/** A field and what it finds below it: the command palette and the search over documents. */
final class Palette {
    private static final Logger LOG = LoggerFactory.getLogger(Palette.class);
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
        Search search = new Search(finders, list, placeholder);
        Runnable chooseSelected = () -> {
            PaletteEntry entry = list.getSelectionModel().getSelectedItem();
            if (entry != null && entry.enabled()) {
                // Once the key is dealt with: closing moves the keyboard, and Enter must not reach what gets it.
                Platform.runLater(() -> {
                    close.run();
                    entry.choose().run();
                });
            }
        };
        field.textProperty().subscribe(text -> search.start(text == null ? "" : text.strip()));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> onKey(event, list, () -> search.whenDone(chooseSelected)));
        list.setOnMouseClicked(event -> chooseSelected.run());
    }

    /** The search for what stands in the field. Who presses Enter before it has ended means what it will find. */
    private final class Search {
        private final List<PaletteSource.Finder> finders;
        private final ListView<PaletteEntry> list;
        private final Label placeholder;
        private boolean underWay;
        private @Nullable Runnable next;

        Search(List<PaletteSource.Finder> finders, ListView<PaletteEntry> list, Label placeholder) {
            this.finders = finders;
            this.list = list;
            this.placeholder = placeholder;
        }

        void start(String query) {
            underWay = true;
            tasks.lookUp("palette", "Search", progress -> find(query, progress))
                    .onDone(found -> show(query, found))
                    .onFailed(failure -> {
                        LOG.warn("The search failed", failure);
                        show(query, List.of());
                    });
        }

        void whenDone(Runnable action) {
            if (underWay) {
                next = action;
            } else {
                action.run();
            }
        }

        private List<PaletteEntry> find(String query, Progress progress) {
            List<PaletteEntry> found = new ArrayList<>();
            for (PaletteSource.Finder finder : finders) {
                if (progress.cancelled()) {
                    break;
                }
                found.addAll(finder.find(query));
            }
            return found.size() > MOST ? List.copyOf(found.subList(0, MOST)) : found;
        }

        private void show(String query, List<PaletteEntry> found) {
            underWay = false;
            // Cleared first: a selection model that stays at the first line would keep the line that stood there.
            list.getSelectionModel().clearSelection();
            list.getItems().setAll(found);
            placeholder.setText(query.isEmpty() ? prompt : nothing);
            if (!found.isEmpty()) {
                list.getSelectionModel().selectFirst();
                list.scrollTo(0);
            }
            Runnable waiting = next;
            next = null;
            if (waiting != null) {
                waiting.run();
            }
        }
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
