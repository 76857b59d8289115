package org.wayleave.data.ui.dataset;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.intake.Treatment;
import org.wayleave.data.ui.dataset.model.ImportModel;
import org.wayleave.data.ui.dataset.model.PlannedColumn;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.Forms;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.theme.Theme;

/** Takes a file in: a plan for each column, the first rows as they will be stored, and the import with progress and cancel. */
final class ImportPane extends BorderPane {
    private final ImportModel model;
    private final FilterTable<PlannedColumn> columns = new FilterTable<>("column", "columns of the file");
    private final ColumnForm form;
    private final ComboBox<String> catalogue = new ComboBox<>();
    private final Button start = new Button();
    private final Button protect = new Button("Replace identifiers by tokens");
    private final Label obstacle = Texts.secondary("");
    private boolean filling;

    ImportPane(ImportModel model, Theme theme) {
        this.model = model;
        form = new ColumnForm(model);
        getStyleClass().add("dataset-import");
        setTop(head());
        setBottom(foot());
        setCenter(body(theme));
        model.columns().subscribe(this::refill);
        model.catalogueProperty().subscribe(known -> refill());
        model.stageProperty().subscribe(stage -> {
            if (stage == ImportModel.Stage.PLANNING) {
                catalogues();
                refill();
            }
            refreshStart();
        });
        model.problemColumnProperty().subscribe(at -> {
            if (at.intValue() > 0 && at.intValue() <= model.columns().size()) {
                columns.select(model.columns().get(at.intValue() - 1));
            }
        });
    }

    private VBox head() {
        Label title = Texts.heading("");
        model.fileProperty().subscribe(file -> title.setText(file == null ? "Import" : "Import " + file.getFileName()));
        TextField name = new TextField();
        name.textProperty().bindBidirectional(model.nameProperty());
        name.setPrefColumnCount(18);
        ComboBox<String> encoding = new ComboBox<>();
        encoding.getItems().setAll(ImportModel.ENCODINGS);
        encoding.valueProperty().bindBidirectional(model.encodingProperty());
        catalogue.valueProperty().subscribe(id -> {
            if (id != null && !filling) {
                model.chooseCatalogue(id);
            }
        });
        Forms.Field named = Forms.field("Name of the data set", name, "Small letters, digits and hyphens.");
        Forms.Field encoded = Forms.field("Encoding", encoding, "Of a CSV file, where names look broken.");
        Forms.Field mapped = Forms.field("Catalogue", catalogue, "Whose data elements the columns hold.");
        mapped.visibleProperty().bind(Bindings.size(catalogue.getItems()).greaterThan(1));
        mapped.managedProperty().bind(mapped.visibleProperty());
        FlowPane fields = new FlowPane(16, 8, named, encoded, mapped);
        fields.disableProperty().bind(taking());
        VBox head = new VBox(
                6,
                title,
                Texts.secondary("The file stays where it is. What each column holds, and what is stored of it, is"
                        + " decided here; nothing is stored before you import."),
                fields);
        head.getStyleClass().add("section-head");
        return head;
    }

    private javafx.scene.Node body(Theme theme) {
        columns.identifiedBy(PlannedColumn::index);
        columns.text("Column", 12, column -> column.plan().name()).explained("As the file calls it.");
        columns.text("What it is", 9, column -> column.plan().kind().title())
                .explained("What its values look like in the first rows.");
        columns.text("What is done", 10, column -> column.plan().treatment().title())
                .showing(ImportPane::chip)
                .explained("Whether it is stored, replaced by tokens, or left out.");
        columns.text("Data element", 12, this::element).explained("What it is in the catalogue.");
        columns.setPlaceholder(new EmptyState(
                Feather.FILE, "Nothing to plan yet", "The columns come as soon as the file is looked at.", null));
        columns.selectedProperty().subscribe(form::show);
        SplitPane upper = new SplitPane(columns, form);
        upper.setDividerPositions(0.6);
        upper.setMinHeight(0);
        BorderPane rows = new BorderPane(new FirstRows(model, theme.em()));
        VBox rowsHead = new VBox(
                2,
                Texts.strong("First rows, as they will be stored"),
                Texts.secondary("Values that point at people are not shown."));
        rowsHead.getStyleClass().add("section-head");
        rows.setTop(rowsHead);
        SplitPane split = new SplitPane(upper, rows);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.68);
        rows.setMinHeight(0);
        split.setMinHeight(0);
        split.disableProperty().bind(taking());
        return split;
    }

    private VBox foot() {
        Label problem = Texts.body("");
        problem.getStyleClass().add("text-error");
        problem.textProperty().bind(model.problemProperty());
        shownWhen(problem, model.problemProperty().isNotEmpty());
        protect.setOnAction(event -> model.protectIdentifiers());
        protect.setMinWidth(USE_PREF_SIZE);
        start.getStyleClass().add("accent");
        start.setMinWidth(USE_PREF_SIZE);
        start.setOnAction(event -> model.start());
        Button cancel = new Button();
        cancel.textProperty().bind(Bindings.when(taking()).then("Cancel import").otherwise("Back to the data sets"));
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> {
            if (model.stageProperty().get() == ImportModel.Stage.TAKING) {
                model.cancel();
            } else {
                model.close();
            }
        });
        ProgressBar progress = new ProgressBar();
        progress.setPrefWidth(140);
        progress.setMinWidth(USE_PREF_SIZE);
        progress.setAccessibleText("Progress of the import");
        shownWhen(progress, taking());
        Label status = Texts.secondary("");
        status.textProperty().bind(model.statusProperty());
        status.setMinWidth(0);
        status.setWrapText(false);
        status.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(status, Priority.ALWAYS);
        HBox actions = new HBox(10, cancel, status, progress, protect, start);
        actions.setAlignment(Pos.CENTER_LEFT);
        VBox foot = new VBox(6, problem, obstacle, actions);
        foot.getStyleClass().add("dataset-foot");
        foot.setMinHeight(USE_PREF_SIZE);
        return foot;
    }

    private void refill() {
        PlannedColumn before = columns.selectedProperty().get();
        columns.setRows(model.columns());
        if (model.columns().isEmpty()) {
            form.show(null);
        } else if (before == null) {
            columns.select(model.columns().stream()
                    .filter(column -> column.plan().treatment() == Treatment.UNDECIDED)
                    .findFirst()
                    .orElse(model.columns().getFirst()));
        } else {
            form.show(columns.selectedProperty().get());
        }
        refreshStart();
    }

    private void refreshStart() {
        boolean planning = model.stageProperty().get() == ImportModel.Stage.PLANNING;
        String inTheWay = planning ? model.obstacle() : "";
        obstacle.setText(inTheWay);
        shown(obstacle, !inTheWay.isEmpty());
        shown(protect, planning && !model.undecided().isEmpty());
        int kept = model.kept();
        int all = model.columns().size();
        start.setText(kept == all ? "Import " + all + " columns" : "Import " + kept + " of " + all + " columns");
        start.setDisable(!planning || !inTheWay.isEmpty());
    }

    private void catalogues() {
        filling = true;
        try {
            Map<String, String> titles = model.catalogues();
            catalogue.getItems().setAll(titles.keySet());
            catalogue.setConverter(new StringConverter<>() {
                @Override
                public String toString(@Nullable String id) {
                    return id == null ? "" : titles.getOrDefault(id, id);
                }

                @Override
                public @Nullable String fromString(String text) {
                    return null;
                }
            });
            Catalogue known = model.catalogueProperty().get();
            if (catalogue.getValue() == null && known != null && titles.containsKey(known.id())) {
                catalogue.setValue(known.id());
            }
        } finally {
            filling = false;
        }
    }

    private String element(PlannedColumn column) {
        String id = column.plan().dataElement();
        Catalogue known = model.catalogueProperty().get();
        DataElement element = known == null ? null : known.dataElements().get(id);
        return element == null ? id : element.title();
    }

    private BooleanBinding taking() {
        return Bindings.createBooleanBinding(
                () -> model.stageProperty().get() == ImportModel.Stage.TAKING, model.stageProperty());
    }

    private static StateChip chip(PlannedColumn column) {
        Treatment treatment = column.plan().treatment();
        return new StateChip(
                treatment.title(),
                switch (treatment) {
                    case KEEP -> Tone.GOOD;
                    case TOKENISE -> Tone.ACCENT;
                    case LEAVE_OUT -> Tone.NEUTRAL;
                    case UNDECIDED -> Tone.WARNING;
                });
    }

    private static void shownWhen(Region part, BooleanBinding condition) {
        part.visibleProperty().bind(condition);
        part.managedProperty().bind(condition);
    }

    private static void shown(Region part, boolean visible) {
        part.setVisible(visible);
        part.setManaged(visible);
    }
}
