package org.wayleave.data.ui.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.intake.ColumnPlan;
import org.wayleave.data.intake.Dataset;
import org.wayleave.data.quality.TableExamination;
import org.wayleave.data.quality.profile.CategoryProfile;
import org.wayleave.data.quality.profile.ColumnProfile;
import org.wayleave.data.quality.profile.Finding;
import org.wayleave.data.quality.profile.NumberProfile;
import org.wayleave.data.quality.profile.Outliers;
import org.wayleave.data.quality.profile.Quantile;
import org.wayleave.data.quality.profile.Severity;
import org.wayleave.data.quality.profile.TableProfile;
import org.wayleave.data.ui.StepsBar;
import org.wayleave.data.ui.dataset.model.DatasetsModel;
import org.wayleave.data.ui.dataset.model.ExaminationModel;
import org.wayleave.data.utility.Estimate;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.theme.Theme;

/** What each column of a data set holds, with a chart; no value in it is that of fewer than ten people. */
final class ProfileView extends BorderPane {
    private final DatasetsModel datasets;
    private final ExaminationModel model;
    private final Theme theme;
    private final FilterTable<ColumnProfile> columns = new FilterTable<>("column", "measured columns");
    private final VBox detail = new VBox();

    ProfileView(DatasetsModel datasets, ExaminationModel model, Theme theme) {
        this.datasets = datasets;
        this.model = model;
        this.theme = theme;
        columns.identifiedBy(ColumnProfile::name);
        columns.text("Column", 11, ColumnProfile::name).explained("As the file calls it.");
        columns.number("Missing %", 7, 1, column -> 100 * column.missingShare().value())
                .explained("Share of the rows without a value.");
        columns.number("Different", 6, 0, ColumnProfile::distinct).explained("How many different values there are.");
        columns.text("Spread", 10, ProfileView::spread)
                .showing(column -> ColumnBars.small(column, theme.em()))
                .explained("Numbers from low to high, or the most frequent levels.");
        columns.text(
                        "Findings",
                        11,
                        column -> findings(column).stream().map(Finding::code).collect(Collectors.joining(", ")))
                .showing(this::chip)
                .explained("What a reader should know of the column.");
        columns.setPlaceholder(new EmptyState(
                Feather.BAR_CHART_2, "Not measured yet", "The figures come as soon as all rows are read.", null));
        detail.getStyleClass().add("registry-fields");
        detail.setSpacing(8);
        ScrollPane scroll = new ScrollPane(detail);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        SplitPane split = new SplitPane(columns, scroll);
        split.setDividerPositions(0.55);
        Button again = new Button("Measure again");
        again.getStyleClass().add("flat");
        again.setMinWidth(USE_PREF_SIZE);
        again.setOnAction(event -> model.profileAgain());
        setTop(new StepsBar(model.profiling(), again));
        setCenter(split);
        columns.selectedProperty().subscribe(this::show);
        model.profileProperty().subscribe(found -> fill());
    }

    private void fill() {
        TableExamination found = model.profileProperty().get();
        if (found == null) {
            columns.setRows(List.of());
            detail.getChildren().clear();
            return;
        }
        columns.setRows(found.profile().columns());
        if (columns.selectedProperty().get() == null && !columns.rows().isEmpty()) {
            columns.select(columns.rows().getFirst());
        }
        show(columns.selectedProperty().get());
    }

    /** Says how many rows there are, and which columns cannot be measured. */
    private String ofTable(TableProfile profile) {
        Dataset dataset = datasets.chosenProperty().get();
        List<String> tokens = dataset == null
                ? List.of()
                : dataset.columns().stream()
                        .filter(plan -> !dataset.measured().contains(plan))
                        .map(ColumnPlan::name)
                        .toList();
        return String.format(
                        Locale.ROOT,
                        "%,d rows, of which %,d repeat another one.",
                        profile.rows(),
                        profile.repeatedRows())
                + (tokens.isEmpty() ? "" : " Tokens are not measured: " + String.join(", ", tokens) + ".");
    }

    private void show(@Nullable ColumnProfile column) {
        TableExamination found = model.profileProperty().get();
        if (found == null) {
            detail.getChildren().clear();
            return;
        }
        List<Node> parts = new ArrayList<>();
        if (column != null) {
            parts.add(Texts.heading(column.name()));
            parts.add(ColumnBars.large(column, theme.em()));
            parts.add(Texts.body(missing(column)));
            switch (column) {
                case NumberProfile numbers -> parts.addAll(numbers(numbers));
                case CategoryProfile levels -> parts.add(Texts.body(levels(levels)));
            }
            findings(column).forEach(finding -> parts.add(Texts.body(finding.sentence())));
        }
        parts.add(Texts.strong("The table"));
        parts.add(Texts.body(ofTable(found.profile())));
        found.profile().findings().stream()
                .filter(finding -> finding.column().isEmpty())
                .forEach(finding -> parts.add(Texts.body(finding.sentence())));
        parts.add(Texts.secondary("For the team's own eyes. Values and classes of fewer than " + TableProfile.LEAST
                + " rows are left out, but nothing here is protected by noise. Counts that leave the team are paid for"
                + " from the privacy budget: wayleave release."));
        detail.getChildren().setAll(parts);
    }

    private List<Finding> findings(ColumnProfile column) {
        TableExamination found = model.profileProperty().get();
        return found == null
                ? List.of()
                : found.profile().findings().stream()
                        .filter(finding -> finding.column().equals(column.name()))
                        .toList();
    }

    private @Nullable Node chip(ColumnProfile column) {
        List<Finding> findings = findings(column);
        if (findings.isEmpty()) {
            return Texts.secondary("none");
        }
        boolean warning = findings.stream().anyMatch(finding -> finding.severity() == Severity.WARNING);
        return new StateChip(warning ? "look at it" : "to know", warning ? Tone.WARNING : Tone.NEUTRAL);
    }

    private static String missing(ColumnProfile column) {
        return "Missing: " + interval(column.missingShare()) + " of the rows. "
                + String.format(Locale.ROOT, "%,d different values.", column.distinct());
    }

    private static List<Node> numbers(NumberProfile profile) {
        List<Node> parts = new ArrayList<>();
        String quantiles = profile.quantiles().stream()
                .map((Quantile quantile) -> String.format(Locale.ROOT, "%.0f %%: ", 100 * quantile.share())
                        + ColumnBars.value(quantile.value(), profile.unit()))
                .collect(Collectors.joining(" · "));
        if (!quantiles.isEmpty()) {
            parts.add(Texts.body("Share at or below: " + quantiles));
        }
        Outliers outliers = profile.outliers();
        if (outliers != null) {
            parts.add(Texts.body("Far out: " + interval(outliers.share()) + " of the values, below "
                    + ColumnBars.value(outliers.lowFence(), profile.unit()) + " or above "
                    + ColumnBars.value(outliers.highFence(), profile.unit()) + "."));
        }
        return parts;
    }

    private static String levels(CategoryProfile profile) {
        return profile.rareLevels() == 0
                ? "No level is rare."
                : String.format(
                        Locale.ROOT,
                        "%,d levels are not shown because fewer than %d rows have each; together %s of the values.",
                        profile.rareLevels(),
                        TableProfile.LEAST,
                        interval(profile.rareShare()));
    }

    private static String spread(ColumnProfile column) {
        return column.frequent().stream().limit(3).map(value -> value.text()).collect(Collectors.joining(", "));
    }

    static String interval(Estimate estimate) {
        return String.format(
                Locale.ROOT,
                "%.1f %% (%.1f to %.1f)",
                100 * estimate.value(),
                100 * estimate.low(),
                100 * estimate.high());
    }
}
