package org.wayleave.data.ui.feature;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.serving.FeatureEntry;
import org.wayleave.data.serving.SkewReport;
import org.wayleave.data.ui.StepsBar;
import org.wayleave.data.ui.model.FeaturesModel;
import org.wayleave.data.ui.model.ObservedPopulation;
import org.wayleave.data.ui.model.PeopleModel;
import org.wayleave.data.ui.model.Words;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;

/** The registry of features and, for the chosen one, its lineage, lifetime and agreement. */
public final class FeaturesPane extends BorderPane {
    private final PeopleModel people;
    private final FeaturesModel model;
    private final FilterTable<FeatureEntry> table = new FilterTable<>("feature", "features");
    private final FilterTable<FeaturesModel.Rarity> rarities = new FilterTable<>("category", "categories");
    private final VBox detail = new VBox(6);

    /** Makes the pane. */
    public FeaturesPane(PeopleModel people, FeaturesModel model) {
        this.people = people;
        this.model = model;
        getStyleClass().add("features-pane");
        columns();
        table.identifiedBy(FeatureEntry::name);
        table.selectedProperty().subscribe(this::show);
        Button compare = new Button("Compare batch and single events");
        compare.setMinWidth(Region.USE_PREF_SIZE);
        Explain.with(
                compare,
                "Computes the features of up to 1,000 people both ways, with events that arrive out of order within"
                        + " three days.");
        compare.setOnAction(event -> model.compare());
        detail.getStyleClass().add("contract-view");
        ScrollPane scroll = new ScrollPane(detail);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        SplitPane right = new SplitPane(scroll, rarities);
        right.setOrientation(javafx.geometry.Orientation.VERTICAL);
        right.setDividerPositions(0.64);
        SplitPane split = new SplitPane(table, right);
        split.setDividerPositions(0.7);
        setTop(new StepsBar(model.steps(), compare));
        setCenter(split);
        model.registryProperty().subscribe(registry -> {
            if (registry != null) {
                table.setRows(registry.entries());
                registry.entries().stream().findFirst().ifPresent(table::select);
            }
        });
        model.comparedProperty().subscribe(this::compared);
    }

    private void columns() {
        table.text("Feature", 14, entry -> entry.definition().spec().title()).explained("What is known, in words.");
        table.text("State", 7, model::state)
                .showing(this::chip)
                .explained("Whether it may be computed, and whether batch and single events agree.");
        table.text("Made from", 13, entry -> String.join(", ", entry.sources()))
                .explained("Events, other features or the profile.");
        table.text("Purposes", 11, entry -> String.join(", ", entry.purposes()))
                .explained("What its data element may serve.");
        table.text("Lawful basis", 9, FeatureEntry::basis).explained("The ground in law on which its data is held.");
        table.number("Kept, days", 7, 0, FeatureEntry::retentionDays)
                .explained("How long its data element may be kept.");
        table.value("Good for", 7, FeatureEntry::lifetime, FeaturesModel::duration)
                .explained("How long a computed value is served before it expires.");
        table.text("Owner", 9, FeatureEntry::owner).explained("The team that answers for it.");
        table.text("Quantised", 12, FeatureEntry::quantisation)
                .explained("Lower edges of the bands into which a value is rounded down.")
                .hidden();
        table.text("Version", 9, FeatureEntry::version)
                .explained("Version of the recipe and fingerprint of the definition.")
                .hidden();
        rarities.text("Category", 13, FeaturesModel.Rarity::category).explained("What events are about.");
        rarities.number("People with it %", 9, 1, row -> 100 * row.share())
                .explained("Share of the people in whose events it occurs.");
        rarities.number("Rarity", 6, 3, FeaturesModel.Rarity::idf)
                .explained("Inverse document frequency: by this factor an affinity to it counts in TF-IDF.");
        rarities.setPlaceholder(new EmptyState(
                Feather.BAR_CHART_2,
                "Rarity of categories",
                "Compare batch and single events to see how rare each category is among people.",
                null));
    }

    private Node chip(FeatureEntry entry) {
        String state = model.state(entry);
        return switch (state) {
            case "refused", "skewed" -> new StateChip(state, Tone.BAD);
            case "to mend" -> new StateChip(state, Tone.WARNING);
            case "agrees" -> new StateChip(state, Tone.GOOD);
            default -> Texts.secondary(state);
        };
    }

    private void compared(FeaturesModel.@Nullable Compared found) {
        rarities.setRows(found == null ? List.of() : found.rarities());
        table.table().refresh();
        show(table.selectedProperty().get());
    }

    private void show(@Nullable FeatureEntry entry) {
        detail.getChildren().clear();
        if (entry == null) {
            return;
        }
        add(Texts.heading(entry.definition().spec().title()));
        add(Texts.secondary(entry.definition().spec().description() + " Version " + entry.version() + "."));
        if (!entry.refusal().isEmpty()) {
            add(new StateChip("refused", Tone.BAD));
            add(Texts.body("It must not be computed: " + entry.refusal() + "."));
        }
        entry.findings().forEach(finding -> add(Texts.body("To mend: " + finding + ".")));
        add(Texts.strong("Lineage"));
        int step = 1;
        for (String line : entry.lineage()) {
            add(Texts.body(step++ + ". " + line));
        }
        add(Texts.strong("Lifetime"));
        add(Texts.body(freshness(entry)));
        add(Texts.strong("Batch and single events"));
        add(Texts.body(agreement(entry)));
    }

    private String freshness(FeatureEntry entry) {
        Duration lifetime = entry.lifetime();
        ObservedPopulation population = people.population();
        String good = "A value is served for " + FeaturesModel.duration(lifetime) + " after it was computed";
        if (population == null) {
            return good + ".";
        }
        Instant computed = population.generator().asOf();
        return good + ": one computed at " + computed + " expires at " + computed.plus(lifetime) + ".";
    }

    private String agreement(FeatureEntry entry) {
        FeaturesModel.Compared found = model.comparedProperty().get();
        SkewReport.FeatureSkew skew = found == null ? null : found.skewOf(entry.name());
        if (found == null || skew == null) {
            return "Not compared yet.";
        }
        long values = (long) found.skew().people() * found.skew().instants();
        if (skew.differences() > 0) {
            return Words.count(skew.differences()) + " of " + Words.count(values) + " values differ, such as "
                    + skew.example() + ".";
        }
        return "All " + Words.count(values)
                + " values agree to the last bit; served at once, without waiting for late events, "
                + String.format(Locale.ROOT, "%.2f", 100.0 * skew.servedAtOnce() / Math.max(1, values)) + " % differ.";
    }

    private void add(Node node) {
        if (node instanceof Label label) {
            label.setWrapText(true);
        }
        detail.getChildren().add(node);
    }
}
