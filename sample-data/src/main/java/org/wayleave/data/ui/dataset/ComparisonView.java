package org.wayleave.data.ui.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.disclosure.DisclosureReport;
import org.wayleave.data.disclosure.Risk;
import org.wayleave.data.intake.Dataset;
import org.wayleave.data.quality.Statement;
import org.wayleave.data.quality.TableExamination;
import org.wayleave.data.quality.drift.ColumnDrift;
import org.wayleave.data.quality.drift.DriftReport;
import org.wayleave.data.quality.drift.SchemaChange;
import org.wayleave.data.quality.drift.Shift;
import org.wayleave.data.ui.StepsBar;
import org.wayleave.data.ui.dataset.model.DatasetsModel;
import org.wayleave.data.ui.dataset.model.ExaminationModel;
import org.wayleave.data.utility.Estimate;
import org.wayleave.data.utility.UtilityReport;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.Forms;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;

/** How a data set compares with another one: drift, how much of it it says too, and what it gives away about single people. */
final class ComparisonView extends BorderPane {
    private final DatasetsModel datasets;
    private final ComboBox<Dataset> against = chooser("None yet");
    private final ComboBox<Dataset> held = chooser("Nobody");
    private final FilterTable<ColumnDrift> drift = new FilterTable<>("column", "columns of both data sets");
    private final FilterTable<Risk> risks = new FilterTable<>("attack", "attacks");
    private final VBox verdict = new VBox(6);
    private final SplitPane tables = new SplitPane();
    private final Node empty;

    ComparisonView(DatasetsModel datasets, ExaminationModel model) {
        this.datasets = datasets;
        empty = new EmptyState(
                Feather.COLUMNS,
                "Nothing compared yet",
                "Choose an earlier data set to see what shifted, or the original of a synthetic one to see how much it"
                        + " says too. With people held out when it was made, attacks show what it gives away.",
                null);
        driftColumns();
        riskColumns();
        tables.setOrientation(Orientation.VERTICAL);
        verdict.getStyleClass().add("section-head");
        // Sentences are read whole, however large the text is; the table below scrolls.
        verdict.setMinHeight(USE_PREF_SIZE);
        Button start = new Button("Compare");
        start.setMinWidth(USE_PREF_SIZE);
        start.disableProperty()
                .bind(against.valueProperty()
                        .isNull()
                        .or(model.comparing().fractionProperty().lessThan(1)));
        start.setOnAction(event -> {
            Dataset other = against.getValue();
            if (other != null) {
                model.compare(other, held.getValue());
            }
        });
        Button nobody = new Button("Nobody held out");
        nobody.getStyleClass().add("flat");
        nobody.setOnAction(event -> held.setValue(null));
        nobody.disableProperty().bind(held.valueProperty().isNull());
        FlowPane fields = new FlowPane(
                16,
                8,
                Forms.field("Compared with", against, "The original, or an earlier one."),
                Forms.field("People held out", held, "Same population, not used to make it."),
                nobody);
        fields.getStyleClass().add("section-head");
        setTop(new VBox(fields, new StepsBar(model.comparing(), start)));
        datasets.all().subscribe(this::choices);
        datasets.chosenProperty().subscribe(dataset -> choices());
        model.comparisonProperty().subscribe(found -> show(found));
    }

    private void choices() {
        Dataset own = datasets.chosenProperty().get();
        List<Dataset> others =
                datasets.all().stream().filter(dataset -> !dataset.equals(own)).toList();
        for (ComboBox<Dataset> box : List.of(against, held)) {
            Dataset before = box.getValue();
            box.getItems().setAll(others);
            box.setValue(before != null && others.contains(before) ? before : null);
        }
    }

    private void show(ExaminationModel.@Nullable Comparison comparison) {
        if (comparison == null) {
            setCenter(empty);
            return;
        }
        TableExamination found = comparison.examination();
        List<Node> statements = new ArrayList<>();
        for (Statement statement : found.verdict()) {
            if (!"profile".equals(statement.topic())) {
                statements.add(line(statement));
            }
        }
        DriftReport shifts = found.drift();
        if (shifts != null) {
            shifts.schema().forEach(change -> statements.add(Texts.secondary(words(change))));
            drift.setRows(shifts.columns());
        }
        UtilityReport utility = found.utility();
        if (utility != null) {
            statements.add(Texts.secondary(
                    utility.shapesInWords() + " " + utility.pairsInWords() + " " + utility.predictionsInWords()));
        }
        DisclosureReport disclosure = found.disclosure();
        if (disclosure != null) {
            statements.add(Texts.secondary(disclosure.closerSentence() + " " + disclosure.membershipSentence()));
            risks.setRows(disclosure.risks());
            tables.getItems().setAll(drift, risks);
        } else {
            tables.getItems().setAll(drift);
        }
        verdict.getChildren().setAll(statements);
        VBox.setVgrow(tables, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(new VBox(verdict, tables));
        scroll.getStyleClass().addAll("plain-scroll", "comparison");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        setCenter(scroll);
    }

    private void driftColumns() {
        drift.identifiedBy(ColumnDrift::column);
        drift.text("Column", 10, ColumnDrift::column).explained("As the file calls it.");
        drift.text("Shift", 7, column -> column.shift().wire())
                .showing(column -> new StateChip(column.shift().wire(), tone(column.shift())))
                .explained("How much it differs, beyond what samples of one population do.");
        drift.right("Distance", 11, column -> decimals(column.distance()))
                .explained(
                        "Kolmogorov–Smirnov distance of numbers, total variation of texts: 0 alike, 1 nothing shared.");
        drift.number("Stability index", 8, 3, ColumnDrift::stability)
                .explained("Population stability index; above 0.25 is usually called a large shift.");
        drift.number("By chance", 7, 3, ColumnDrift::chance)
                .explained("What the index stays below in 99 of 100 samples of one population.");
        drift.number(
                        "Missing, points",
                        8,
                        1,
                        column -> 100 * column.missingChange().value())
                .explained("Change of the share of rows without a value, in percentage points.");
        drift.text("In words", 24, ColumnDrift::sentence).explained("What it means.");
    }

    private void riskColumns() {
        risks.text("Attack", 9, Risk::attack).explained("What is tried on the people of the original.");
        risks.text("About", 9, Risk::about).explained("The column whose value is guessed.");
        risks.right("Risk", 11, risk -> decimals(risk.risk()))
                .explained("Success beyond that on people held out: 0 none, 1 certain.");
        risks.text("Finding", 8, risk -> risk.certain() ? "gives away" : "none shown")
                .showing(risk -> risk.certain() ? new StateChip("gives away", Tone.BAD) : Texts.secondary("none shown"))
                .explained("Whether the interval leaves no doubt.");
        risks.text("In words", 30, Risk::sentence).explained("What it means.");
    }

    private static Node line(Statement statement) {
        Label text = Texts.body(statement.sentence());
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(
                8,
                new StateChip(
                        statement.topic(),
                        switch (statement.level()) {
                            case GOOD -> Tone.GOOD;
                            case CARE -> Tone.WARNING;
                            case BAD -> Tone.BAD;
                        }),
                text);
        line.setAccessibleText(statement.topic() + ": " + statement.sentence());
        return line;
    }

    private static String words(SchemaChange change) {
        return switch (change.kind()) {
            case "added" -> change.column() + " is new (" + change.after() + ").";
            case "removed" -> change.column() + " is gone (it held " + change.before() + ").";
            default -> change.column() + " held " + change.before() + " and now holds " + change.after() + ".";
        };
    }

    private static Tone tone(Shift shift) {
        return switch (shift) {
            case NONE -> Tone.GOOD;
            case MODERATE -> Tone.WARNING;
            case LARGE -> Tone.BAD;
        };
    }

    private static String decimals(Estimate estimate) {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", estimate.value(), estimate.low(), estimate.high());
    }

    private static ComboBox<Dataset> chooser(String none) {
        ComboBox<Dataset> box = new ComboBox<>();
        box.setPromptText(none);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Dataset dataset) {
                return dataset == null ? "" : dataset.id();
            }

            @Override
            public @Nullable Dataset fromString(String text) {
                return null;
            }
        });
        return box;
    }
}
