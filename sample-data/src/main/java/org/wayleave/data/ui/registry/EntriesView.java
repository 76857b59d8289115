package org.wayleave.data.ui.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.registry.RegistryEdit;
import org.wayleave.data.ui.model.CatalogueEditing;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.theme.Icons;

/** A part of the registry: a table of its entries, the chosen one in a form, and ways to add and remove one. */
final class EntriesView<T> extends BorderPane {
    private final CatalogueEditing editing;
    private final Part<T> part;
    private final FilterTable<T> table;
    private final EntryForm<T> form;
    private String chosen = "";

    /**
     * What the entries are.
     *
     * @param section name of the part in the document, such as recipients
     * @param one such as "recipient"
     * @param several such as "recipients"
     * @param sentence what the part is for
     * @param fresh a new entry of a title, as it stands in the document
     */
    record Part<T>(
            String section,
            String one,
            String several,
            String sentence,
            Function<Catalogue, Map<String, T>> entries,
            Function<T, String> id,
            Function<String, ObjectNode> fresh) {}

    EntriesView(CatalogueEditing editing, Part<T> part, EntryForm.Content<T> content) {
        this.editing = editing;
        this.part = part;
        table = new FilterTable<>(part.one(), part.several());
        form = new EntryForm<>(content);
        table.identifiedBy(part.id());
        table.selectedProperty().subscribe(entry -> {
            if (entry != null) {
                choose(entry);
            }
        });
        tools();
        BorderPane entries = new BorderPane(table);
        VBox head = new VBox(
                2,
                Texts.heading(part.several().substring(0, 1).toUpperCase(Locale.ROOT)
                        + part.several().substring(1)),
                Texts.secondary(part.sentence()));
        head.getStyleClass().add("section-head");
        entries.setTop(head);
        SplitPane split = new SplitPane(entries, form);
        split.setDividerPositions(0.6);
        setCenter(split);
    }

    /** The table, to give it columns. */
    FilterTable<T> table() {
        return table;
    }

    private void tools() {
        TextField name = new TextField();
        name.setPromptText("new " + part.one());
        name.setAccessibleText("Name of a new " + part.one());
        name.setPrefColumnCount(12);
        Button add = new Button("Add", Icons.of(Feather.PLUS));
        add.setAccessibleText("Add a " + part.one());
        Button remove = new Button("Remove", Icons.of(Feather.TRASH_2));
        remove.setAccessibleText("Remove the chosen " + part.one());
        Explain.with(remove, "Takes the chosen " + part.one() + " out; one that is still named elsewhere stays.");
        add.setMinWidth(Region.USE_PREF_SIZE);
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.disableProperty().bind(table.selectedProperty().isNull());
        Runnable adding = () -> {
            if (add(name.getText())) {
                name.clear();
            }
        };
        name.setOnAction(event -> adding.run());
        add.setOnAction(event -> adding.run());
        remove.setOnAction(event -> remove());
        table.addTools(name, add, remove);
    }

    private boolean add(String title) {
        Catalogue catalogue = editing.catalogueProperty().get();
        String id = idOf(title);
        if (catalogue == null) {
            return false;
        }
        if (id.isEmpty()) {
            editing.refuse("Type a name for the new " + part.one() + " first.");
            return false;
        }
        if (part.entries().apply(catalogue).containsKey(id)) {
            editing.refuse("There is a " + part.one() + " " + id + " already.");
            return false;
        }
        chosen = id;
        editing.edit(new RegistryEdit(
                "Add the " + part.one() + " " + title.strip(),
                List.of(part.section(), id),
                part.fresh().apply(title.strip())));
        return true;
    }

    private void remove() {
        T entry = table.selectedProperty().get();
        if (entry != null) {
            String id = part.id().apply(entry);
            editing.edit(new RegistryEdit("Remove the " + part.one() + " " + id, List.of(part.section(), id), null));
        }
    }

    /** An id of small letters, digits and dashes. */
    private static String idOf(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    void show(Catalogue catalogue) {
        String wanted = chosen;
        Map<String, T> entries = part.entries().apply(catalogue);
        table.setRows(entries.values());
        T again = entries.get(wanted);
        if (again == null) {
            again = entries.values().stream().findFirst().orElse(null);
        }
        if (again == null) {
            form.clear();
        } else {
            table.select(again);
            choose(again);
        }
    }

    /** Chooses an entry by id, if it is there. */
    void select(String id) {
        Catalogue catalogue = editing.catalogueProperty().get();
        @Nullable
        T entry = catalogue == null ? null : part.entries().apply(catalogue).get(id);
        if (entry != null) {
            table.select(entry);
            choose(entry);
        }
    }

    private void choose(T entry) {
        chosen = part.id().apply(entry);
        Catalogue catalogue = editing.catalogueProperty().get();
        if (catalogue != null) {
            form.show(catalogue, entry);
        }
    }
}
