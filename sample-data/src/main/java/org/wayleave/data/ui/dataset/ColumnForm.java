package org.wayleave.data.ui.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.intake.ColumnKind;
import org.wayleave.data.intake.Treatment;
import org.wayleave.data.ui.dataset.model.ImportModel;
import org.wayleave.data.ui.dataset.model.PlannedColumn;
import org.wayleave.ui.control.Forms;
import org.wayleave.ui.control.Note;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;

/** What is planned for one column of the file that is taken in. */
final class ColumnForm extends ScrollPane {
    private final ImportModel model;
    private final VBox column = new VBox();
    private @Nullable PlannedColumn shown;

    ColumnForm(ImportModel model) {
        this.model = model;
        getStyleClass().addAll("plain-scroll");
        setFitToWidth(true);
        column.getStyleClass().addAll("form", "registry-fields");
        setContent(column);
        model.problemProperty().subscribe(text -> refresh());
    }

    void show(@Nullable PlannedColumn planned) {
        shown = planned;
        refresh();
    }

    private void refresh() {
        PlannedColumn planned = shown;
        if (planned == null) {
            column.getChildren().setAll(Texts.secondary("Choose a column to say what it is and what is done with it."));
            return;
        }
        List<Node> parts = new ArrayList<>();
        parts.add(Texts.heading(planned.plan().name()));
        parts.add(Texts.secondary("Taken for " + words(planned.guess().kind()) + ": "
                + planned.guess().reason() + "."));
        if (model.problemColumnProperty().get() == planned.index() + 1) {
            parts.add(new Note(
                    Tone.BAD,
                    "A value does not fit",
                    Texts.body(model.problemProperty().get())));
        }
        parts.add(Forms.field(
                "What it is",
                choice(planned.kinds(), planned.plan().kind(), ColumnKind::title, kind -> model.take(planned, kind)),
                planned.pointsAtAPerson()
                        ? "Where it does not point at people after all, take it as a category; each value is checked."
                        : "Values that do not fit are refused with their line."));
        parts.add(Forms.field(
                "What is done with it",
                choice(
                        planned.treatments(),
                        planned.plan().treatment(),
                        Treatment::title,
                        treatment -> model.treat(planned, treatment)),
                explained(planned)));
        Catalogue catalogue = model.catalogueProperty().get();
        if (catalogue != null && planned.plan().treatment() != Treatment.LEAVE_OUT) {
            parts.add(Forms.field(
                    "Data element",
                    element(catalogue, planned),
                    "What it is in the catalogue, which says for what it may be used and how long it is kept."));
        }
        column.getChildren().setAll(parts);
    }

    private ComboBox<String> element(Catalogue catalogue, PlannedColumn planned) {
        Map<String, String> titles = new TreeMap<>();
        catalogue.dataElements().forEach((id, element) -> titles.put(id, element.title()));
        List<String> ids = new ArrayList<>(List.of(""));
        titles.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> ids.add(entry.getKey()));
        return choice(
                ids,
                planned.plan().dataElement(),
                id -> id.isEmpty() ? "None" : titles.getOrDefault(id, id),
                id -> model.map(planned, id));
    }

    private static String explained(PlannedColumn planned) {
        if (!planned.pointsAtAPerson()) {
            return "What is left out is not stored.";
        }
        return planned.plan().identifier() == null
                ? "A direct identifier is never stored as it is, and no tokens can be made of this kind."
                : "A direct identifier is never stored as it is. Tokens are the same for the same value, so that rows"
                        + " can still be joined, and cannot be turned back without the key of this workspace.";
    }

    private static <T> ComboBox<T> choice(List<T> values, T value, Function<T, String> words, Consumer<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        if (!values.contains(value)) {
            box.getItems().addFirst(value);
        }
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T item) {
                return item == null ? "" : words.apply(item);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        });
        box.setValue(value);
        box.setVisibleRowCount(14);
        box.valueProperty().subscribe((before, now) -> {
            if (now != null && !now.equals(before)) {
                chosen.accept(now);
            }
        });
        return box;
    }

    static String words(ColumnKind kind) {
        return kind.title().toLowerCase(Locale.ROOT);
    }
}
