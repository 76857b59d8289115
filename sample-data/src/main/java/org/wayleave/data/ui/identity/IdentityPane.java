package org.wayleave.data.ui.identity;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.identity.IdentityEvaluation;
import org.wayleave.data.identity.RatioInterval;
import org.wayleave.data.ui.StepsBar;
import org.wayleave.data.ui.model.IdentityModel;
import org.wayleave.data.ui.model.IdentityModel.ClusterRow;
import org.wayleave.data.ui.model.IdentityModel.PairRow;
import org.wayleave.data.ui.model.Words;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.theme.Theme;

/** Clusters of identifiers: how well they agree with the truth, the graph of one, why, and merging and splitting with undo. */
public final class IdentityPane extends BorderPane {
    private final IdentityModel model;
    private final FilterTable<ClusterRow> clusters = new FilterTable<>("cluster", "clusters");
    private final FilterTable<PairRow> pairs = new FilterTable<>("pair", "pairs");
    private final IdentityGraph graph;
    private final FlowPane figures = new FlowPane(26, 6);
    private final VBox why = new VBox(3);
    private final TextField reason = new TextField();
    private final SimpleBooleanProperty splittable = new SimpleBooleanProperty();
    private final SimpleBooleanProperty mergeable = new SimpleBooleanProperty();
    private final SimpleBooleanProperty undoable = new SimpleBooleanProperty();
    private final SimpleBooleanProperty redoable = new SimpleBooleanProperty();
    private int cluster = -1;

    /** Makes the pane. */
    public IdentityPane(IdentityModel model, Theme theme) {
        this.model = model;
        graph = new IdentityGraph(model, theme);
        getStyleClass().add("identity-pane");
        columns();
        clusters.identifiedBy(ClusterRow::cluster);
        pairs.identifiedBy(row -> List.of(row.first(), row.second()));
        clusters.selectedProperty().subscribe(this::choose);
        pairs.selectedProperty().subscribe(this::explain);
        SplitPane right = new SplitPane(graph, pairs, detail());
        right.setOrientation(Orientation.VERTICAL);
        right.setDividerPositions(0.4, 0.68);
        SplitPane split = new SplitPane(clusters, right);
        split.setDividerPositions(0.4);
        setTop(top());
        setCenter(split);
        model.revisionProperty().subscribe(this::refresh);
    }

    private VBox top() {
        Button again = new Button("Resolve again");
        again.setMinWidth(Region.USE_PREF_SIZE);
        Explain.with(again, "Applies the rules once more; changes made by hand are dropped.");
        again.setOnAction(event -> model.resolveAgain());
        figures.getStyleClass().add("identity-figures");
        return new VBox(new StepsBar(model.steps(), again), figures);
    }

    private VBox detail() {
        reason.setPromptText("Why, for the log and the audit ledger");
        reason.setAccessibleText("Reason of the change");
        HBox.setHgrow(reason, Priority.ALWAYS);
        Command split = Command.of("data.identity.split", "Split here", () -> change(true))
                .withIcon(Feather.SCISSORS)
                .enabledWhen(splittable.and(reason.textProperty().isNotEmpty()))
                .explained("Cuts the link of the chosen pair; the cluster falls into two.");
        Command merge = Command.of("data.identity.merge", "Merge", () -> change(false))
                .withIcon(Feather.GIT_MERGE)
                .enabledWhen(mergeable.and(reason.textProperty().isNotEmpty()))
                .explained("Joins the two clusters of the chosen pair.");
        Command undo = Command.of("data.identity.undo", "Undo", model::undo)
                .withIcon(Feather.CORNER_UP_LEFT)
                .enabledWhen(undoable)
                .explained("Undoes the newest merge or split.");
        Command redo = Command.of("data.identity.redo", "Redo", model::redo)
                .withIcon(Feather.CORNER_UP_RIGHT)
                .enabledWhen(redoable)
                .explained("Does again what was undone last.");
        HBox bar = new HBox(8, reason);
        for (Command command : List.of(split, merge, undo, redo)) {
            Button button = CommandButtons.labelled(command);
            button.setMinWidth(Region.USE_PREF_SIZE);
            bar.getChildren().add(button);
        }
        bar.setAlignment(Pos.CENTER_LEFT);
        Label problem = new Label();
        problem.getStyleClass().add("field-error");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        ScrollPane scroll = new ScrollPane(why);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = new VBox(8, bar, problem, scroll);
        box.getStyleClass().add("contract-view");
        return box;
    }

    private void columns() {
        clusters.text("Identifiers", 24, ClusterRow::kinds).explained("What the cluster holds.");
        clusters.number("Size", 4, 0, ClusterRow::identifiers).explained("Identifiers in the cluster.");
        clusters.text("In truth", 8, ClusterRow::state)
                .explained("What the simulation knows: one person, several people, or an identifier that several use.");
        clusters.number("Owners", 5, 0, ClusterRow::owners)
                .explained("Owners in truth; more than one is a wrong merge.")
                .hidden();
        clusters.number("Cluster", 6, 0, ClusterRow::cluster)
                .explained("Number of the cluster.")
                .hidden();
        clusters.setPlaceholder(new EmptyState(
                Feather.USERS, "Not resolved yet", "Clusters appear as soon as the identifiers are resolved.", null));
        pairs.text("One", 11, row -> model.name(row.first())).explained("Kind and beginning of the token.");
        pairs.text("Other", 11, row -> model.name(row.second())).explained("Kind and beginning of the token.");
        pairs.text("Holds", 5, row -> row.linked() ? "yes" : "no")
                .explained("Whether the pair holds the cluster together.");
        pairs.number("Days", 4, 0, PairRow::days).explained("Days on which they occur together.");
        pairs.number("Confidence", 6, 3, PairRow::confidence).explained("Confidence after decay, 0 to 1.");
        pairs.text("Verdict", 8, PairRow::verdict).explained("What the rules made of the pair.");
        pairs.setPlaceholder(new EmptyState(
                Feather.GIT_COMMIT, "No pairs", "Choose a cluster to see what holds it together.", null));
    }

    private void refresh() {
        IdentityEvaluation evaluation = model.evaluation();
        if (evaluation == null) {
            return;
        }
        figures.getChildren()
                .setAll(
                        figure(
                                "Pairs right",
                                evaluation.precision(),
                                "Of the pairs in one cluster, those of one owner."),
                        figure("Pairs found", evaluation.recall(), "Of the pairs of one owner, those in one cluster."),
                        figure(
                                "B³ precision",
                                evaluation.bCubedPrecision(),
                                "For each identifier, the share of its cluster that has its owner; averaged."),
                        figure(
                                "B³ recall",
                                evaluation.bCubedRecall(),
                                "For each identifier, the share of its owner's that is in its cluster; averaged."),
                        figure(
                                "People whole",
                                Words.count(evaluation.whole()) + " of " + Words.count(evaluation.people()),
                                "People all of whose identifiers are one cluster, with nobody else's."),
                        figure(
                                "Shared kept apart",
                                Words.count(evaluation.sharedKept()) + " of " + Words.count(evaluation.shared()),
                                "Identifiers of households that were joined with nobody."));
        undoable.set(model.canUndo());
        redoable.set(model.canRedo());
        int before = cluster;
        List<ClusterRow> rows = model.rows();
        clusters.setRows(rows);
        ClusterRow again = rows.stream()
                .filter(row -> row.cluster() == before)
                .findFirst()
                .orElse(rows.isEmpty() ? null : rows.getFirst());
        if (again != null) {
            clusters.select(again);
            choose(again);
        }
    }

    private static HBox figure(String title, RatioInterval ratio, String sentence) {
        return figure(
                title,
                String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", ratio.value(), ratio.low(), ratio.high()),
                sentence);
    }

    private static HBox figure(String title, String value, String sentence) {
        HBox box = new HBox(6, Texts.secondary(title), Texts.strong(value));
        box.setAlignment(Pos.BASELINE_LEFT);
        box.setAccessibleText(title + " " + value);
        return Explain.with(box, sentence);
    }

    private void choose(@Nullable ClusterRow row) {
        if (row != null) {
            cluster = row.cluster();
            List<PairRow> shown = model.pairs(cluster);
            pairs.setRows(shown);
            if (!shown.isEmpty()) {
                pairs.select(shown.getFirst());
            }
            explain(shown.isEmpty() ? null : shown.getFirst());
        }
    }

    private void explain(@Nullable PairRow row) {
        splittable.set(row != null && row.linked());
        mergeable.set(row != null && !row.linked());
        graph.show(model.members(cluster), model.around(cluster), pairs.rows(), row);
        why.getChildren().clear();
        if (row == null) {
            return;
        }
        why.getChildren().add(Texts.strong(model.name(row.first()) + " and " + model.name(row.second())));
        for (String sentence : model.why(row)) {
            Label label = Texts.body(sentence);
            label.setWrapText(true);
            why.getChildren().add(label);
        }
        List<String> log = model.log();
        if (!log.isEmpty()) {
            why.getChildren().add(Texts.strong("Changes by hand"));
            log.forEach(sentence -> why.getChildren().add(Texts.secondary(sentence)));
        }
    }

    private void change(boolean split) {
        PairRow row = pairs.selectedProperty().get();
        if (row != null) {
            String words = reason.getText().strip();
            reason.clear();
            if (split) {
                model.split(row.first(), row.second(), words);
            } else {
                model.merge(row.first(), row.second(), words);
            }
        }
    }
}
