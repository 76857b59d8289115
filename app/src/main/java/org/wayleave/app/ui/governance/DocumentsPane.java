package org.wayleave.app.ui.governance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.ui.find.DocumentIcons;
import org.wayleave.app.ui.words.Times;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.theme.Icons;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentSummary;

/** The newest version of every document, all kinds or one. */
final class DocumentsPane extends BorderPane {
    private final FilterTable<DocumentSummary> table = new FilterTable<>("document", "documents");
    private final Map<DocumentKind, ToggleButton> kinds = new TreeMap<>();

    DocumentsPane(Times times) {
        table.value("Kind", 8, DocumentSummary::kind, DocumentIcons::word).showing(document -> {
            Label label = new Label(DocumentIcons.word(document.kind()), Icons.of(DocumentIcons.of(document.kind())));
            label.setContentDisplay(ContentDisplay.LEFT);
            return label;
        });
        table.text("Title", 20, DocumentSummary::title);
        table.number("Version", 5, 0, DocumentSummary::version);
        table.value("State", 8, DocumentSummary::state, state -> state.title())
                .showing(document -> StateChip.ofDocument(document.state().wireName()));
        table.text("Saved by", 8, DocumentSummary::author);
        table.value("Saved", 11, DocumentSummary::time, times::full);
        table.text("Id", 10, DocumentSummary::id).hidden();
        table.text("Fingerprint", 20, DocumentSummary::contentHash).hidden();
        table.identifiedBy(document -> Map.entry(document.kind(), document.id()));
        HBox chooser = new HBox(6);
        chooser.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        ToggleButton all = toggle("All", group);
        all.setSelected(true);
        all.setOnAction(event -> scope(all, null));
        chooser.getChildren().add(all);
        for (DocumentKind kind : DocumentKind.values()) {
            String plural = kind.plural();
            ToggleButton button = toggle(Character.toUpperCase(plural.charAt(0)) + plural.substring(1), group);
            button.setOnAction(event -> scope(button, kind));
            kinds.put(kind, button);
            chooser.getChildren().add(button);
        }
        table.addTools(chooser);
        setCenter(table);
    }

    void show(List<DocumentSummary> documents) {
        table.setRows(documents);
        Map<DocumentKind, Long> counts =
                documents.stream().collect(Collectors.groupingBy(DocumentSummary::kind, Collectors.counting()));
        kinds.forEach((kind, button) -> button.setDisable(!counts.containsKey(kind)));
    }

    /** Selects a document of the list, named by kind and id such as {@code journey/win-back}; false when it is not shown. */
    boolean select(String name) {
        Optional<DocumentSummary> found = table.shownRows().stream()
                .filter(row -> name.equals(row.kind().wireName() + "/" + row.id()))
                .findFirst();
        found.ifPresent(table::select);
        return found.isPresent();
    }

    ReadOnlyObjectProperty<@Nullable DocumentSummary> selectedProperty() {
        return table.selectedProperty();
    }

    FilterTable<DocumentSummary> table() {
        return table;
    }

    private static ToggleButton toggle(String text, ToggleGroup group) {
        ToggleButton button = new ToggleButton(text);
        button.setToggleGroup(group);
        button.getStyleClass().addAll("flat", "small");
        return button;
    }

    private void scope(ToggleButton button, @Nullable DocumentKind kind) {
        button.setSelected(true);
        table.setScope(row -> kind == null || row.kind() == kind);
    }
}
