package org.wayleave.ui.form;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;

/** The documents of a form page with their states and versions, a filter and the button that makes a new one. */
final class DocumentList extends VBox {
    private final ObservableList<FormEntry> entries = FXCollections.observableArrayList();
    private final FilteredList<FormEntry> shown = new FilteredList<>(entries);
    private final ListView<FormEntry> list = new ListView<>(shown);
    private final Predicate<FormEntry> edited;
    private boolean selecting;

    DocumentList(String title, String plural, Command create, Predicate<FormEntry> edited, Consumer<FormEntry> open) {
        this.edited = edited;
        getStyleClass().add("form-documents");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(Texts.heading(title), gap, CommandButtons.iconOnly(create));
        head.setAlignment(Pos.CENTER_LEFT);
        TextField filter = new TextField();
        filter.setPromptText("Filter by title");
        filter.setAccessibleText("Filter " + plural + " by title");
        filter.textProperty().subscribe(text -> {
            String wanted = text.strip().toLowerCase(Locale.ROOT);
            shown.setPredicate(entry -> entry.title().toLowerCase(Locale.ROOT).contains(wanted));
        });
        list.setAccessibleText("List of " + plural);
        list.setCellFactory(view -> new EntryCell());
        list.setPlaceholder(Texts.secondary("Nothing matches the filter."));
        list.getSelectionModel().selectedItemProperty().subscribe(entry -> {
            if (entry != null && !selecting) {
                open.accept(entry);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox top = new VBox(head, filter);
        top.getStyleClass().add("form-documents-head");
        getChildren().addAll(top, list);
    }

    /** Shows these documents and selects one of them, without opening it. */
    void show(List<FormEntry> documents, @Nullable String selected) {
        selecting = true;
        if (!entries.equals(documents)) {
            entries.setAll(documents);
        }
        list.getSelectionModel().clearSelection();
        for (FormEntry entry : shown) {
            if (entry.id().equals(selected)) {
                list.getSelectionModel().select(entry);
            }
        }
        selecting = false;
    }

    /** Draws the marks of edited documents anew. */
    void refreshMarks() {
        list.refresh();
    }

    private final class EntryCell extends ListCell<FormEntry> {
        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

        @Override
        protected void updateItem(@Nullable FormEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            boolean unsaved = edited.test(entry);
            Label title = Texts.strong(entry.title());
            title.setMinWidth(0);
            String version = entry.version() == 0 ? "not saved yet" : "v" + entry.version();
            String day =
                    entry.version() == 0 ? "" : " · " + DAY.format(entry.time().atZone(ZoneId.systemDefault()));
            Label facts = Texts.secondary(version + day + (unsaved && entry.version() > 0 ? " · edited" : ""));
            facts.setWrapText(false);
            HBox line = new HBox(StateChip.ofDocument(entry.state()), facts);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("form-document-facts");
            VBox cell = new VBox(title, line);
            cell.getStyleClass().add("form-document");
            cell.maxWidthProperty().bind(list.widthProperty().subtract(32));
            setGraphic(cell);
            setAccessibleText(entry.title() + ", " + StateChip.words(entry.state()) + ", " + facts.getText());
        }
    }
}
