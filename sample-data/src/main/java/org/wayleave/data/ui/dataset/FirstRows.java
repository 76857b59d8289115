package org.wayleave.data.ui.dataset;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import org.wayleave.data.intake.IntakePreview;
import org.wayleave.data.ui.dataset.model.ImportModel;
import org.wayleave.data.ui.dataset.model.PlannedColumn;

/** The first rows of the file as they will be taken in: what is left out is not shown, tokens are not made yet. */
final class FirstRows extends BorderPane {
    /** Columns that are drawn; a table of hundreds would be slow and not be read. */
    private static final int MOST = 60;

    private static final double WIDTH_EM = 9;

    private final ImportModel model;
    private final double em;
    private final TableView<List<String>> table = new TableView<>();

    FirstRows(ImportModel model, double em) {
        this.model = model;
        this.em = em;
        getStyleClass().add("first-rows");
        table.setAccessibleText("First rows of the file, as they will be taken in");
        table.setPlaceholder(new Label(""));
        setCenter(table);
        model.previewProperty().subscribe(preview -> refill());
        model.columns().subscribe(this::retitle);
    }

    private void refill() {
        IntakePreview preview = model.previewProperty().get();
        if (preview == null) {
            table.getColumns().clear();
            table.getItems().clear();
            return;
        }
        List<TableColumn<List<String>, String>> columns = new ArrayList<>();
        for (PlannedColumn planned :
                model.columns().subList(0, Math.min(MOST, model.columns().size()))) {
            int at = planned.index();
            TableColumn<List<String>, String> column = new TableColumn<>(title(planned));
            column.setSortable(false);
            column.setPrefWidth(WIDTH_EM * em);
            column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell(at, row.getValue())));
            columns.add(column);
        }
        table.getColumns().setAll(columns);
        table.getItems().setAll(preview.rows());
    }

    private void retitle() {
        int columns = table.getColumns().size();
        for (int i = 0; i < Math.min(columns, model.columns().size()); i++) {
            table.getColumns().get(i).setText(title(model.columns().get(i)));
        }
        table.refresh();
    }

    private static String title(PlannedColumn planned) {
        return planned.plan().name()
                + switch (planned.plan().treatment()) {
                    case KEEP -> "";
                    case LEAVE_OUT -> " (left out)";
                    case TOKENISE -> " (tokens)";
                    case UNDECIDED -> " (choose)";
                };
    }

    private String cell(int at, List<String> row) {
        if (at >= model.columns().size() || at >= row.size()) {
            return "";
        }
        return switch (model.columns().get(at).plan().treatment()) {
            case KEEP -> row.get(at);
            case LEAVE_OUT -> "–";
            case TOKENISE -> row.get(at).isBlank() ? "" : "token";
            case UNDECIDED -> row.get(at).isBlank() ? "" : "hidden";
        };
    }
}
