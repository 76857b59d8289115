package org.wayleave.policy.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.policy.opa.RegoFault;
import org.wayleave.policy.pack.PackFile;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.theme.Icons;

/** The files of the open policy with their titles, settings first and tests last; marks what is edited and what has problems. */
final class FileList extends VBox {

    /** A line of the list. */
    private sealed interface Row {
        /** A heading between files. */
        record Heading(String text) implements Row {}

        /** A file. */
        record File(PackFile file) implements Row {}
    }

    private final PolicyEditing editing;
    private final ListView<Row> list = new ListView<>();
    private final Consumer<String> onSelect;
    private boolean filling;

    FileList(PolicyEditing editing, Consumer<String> onSelect) {
        this.editing = editing;
        this.onSelect = onSelect;
        getStyleClass().add("policy-files");
        list.setId("policy-file-list");
        list.setAccessibleText("Files of the policy");
        list.setCellFactory(view -> new Cell());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().add(list);
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!filling && row instanceof Row.File chosen) {
                this.onSelect.accept(chosen.file().name());
            }
        });
        editing.edited().addListener((SetChangeListener<String>) change -> list.refresh());
        editing.faults().subscribe(list::refresh);
    }

    /** Shows the files as they stand and keeps the selection. */
    void fill(@Nullable String selected) {
        filling = true;
        List<Row> rows = new ArrayList<>();
        if (editing.settingsTitle() != null) {
            rows.add(new Row.Heading("Settings"));
            rows.add(new Row.File(editing.file(SettingsText.FILE)));
        }
        rows.add(new Row.Heading("Rules"));
        editing.files().stream().filter(file -> !file.isTest()).forEach(file -> rows.add(new Row.File(file)));
        List<PackFile> tests = editing.files().stream().filter(PackFile::isTest).toList();
        if (!tests.isEmpty()) {
            rows.add(new Row.Heading("Tests"));
            tests.forEach(file -> rows.add(new Row.File(file)));
        }
        list.getItems().setAll(rows);
        if (selected != null) {
            select(selected);
        }
        filling = false;
    }

    /** Marks a file as the one that is shown. */
    void select(String name) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i) instanceof Row.File file
                    && file.file().name().equals(name)) {
                boolean before = filling;
                filling = true;
                list.getSelectionModel().select(i);
                // A few rows above stay in sight.
                list.scrollTo(Math.max(0, i - 6));
                filling = before;
                return;
            }
        }
    }

    private final class Cell extends ListCell<Row> {
        private final Label title = Texts.body("");
        private final Label name = Texts.secondary("");
        private final Label mark = new Label("", Icons.of(Feather.EDIT_2));
        private final StateChip problems = new StateChip("", Tone.BAD);
        private final HBox line;

        Cell() {
            title.setWrapText(false);
            name.setWrapText(false);
            name.getStyleClass().add("mono");
            mark.getStyleClass().add("policy-edited");
            VBox words = new VBox(title, name);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            line = new HBox(6, words, problems, mark);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(null);
            setDisable(false);
            getStyleClass().removeAll("policy-heading");
            if (empty || row == null) {
                return;
            }
            switch (row) {
                case Row.Heading heading -> {
                    setText(heading.text());
                    getStyleClass().add("policy-heading");
                    setDisable(true);
                }
                case Row.File file -> file(file.file());
            }
        }

        private void file(PackFile file) {
            boolean edited = editing.edited().contains(file.name());
            long faults = editing.faults().stream()
                    .map(RegoFault::file)
                    .filter(file.name()::equals)
                    .count();
            title.setText(titleOf(file));
            name.setText(file.name());
            show(mark, edited);
            problems.setText(Long.toString(faults));
            show(problems, faults > 0);
            setGraphic(line);
            setAccessibleText(title.getText() + ", " + file.name() + (edited ? ", unsaved changes" : "")
                    + (faults > 0 ? ", " + faults + " problems" : ""));
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }

        private void show(Region node, boolean shown) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }

    private String titleOf(PackFile file) {
        String settings = editing.settingsTitle();
        if (settings != null && file.name().equals(SettingsText.FILE)) {
            return settings;
        }
        return file.isTest() && file.title().equals(file.name()) ? testTitle(file.name()) : file.title();
    }

    /** The title of the file that a test file is about. */
    private String testTitle(String name) {
        String tested = name.replace("_test.rego", ".rego");
        return editing.files().stream()
                .filter(file -> file.name().equals(tested))
                .findFirst()
                .map(PackFile::title)
                .orElse(name);
    }
}
