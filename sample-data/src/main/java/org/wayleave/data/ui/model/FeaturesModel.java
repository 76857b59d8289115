package org.wayleave.data.ui.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.Category;
import org.wayleave.data.feature.FeatureTable;
import org.wayleave.data.feature.TfIdf;
import org.wayleave.data.serving.FeatureEntry;
import org.wayleave.data.serving.FeatureRegistry;
import org.wayleave.data.serving.SkewCheck;
import org.wayleave.data.serving.SkewReport;

/** The registry of features of the population that is shown, and whether batch and single events agree. For one thread. */
public final class FeaturesModel {
    /** People compared at most. */
    public static final int MOST = 1_000;

    /** Instants at which each of them is compared. */
    public static final int INSTANTS = 10;

    /** How late an event may arrive in the comparison. */
    public static final Duration LATENESS = Duration.ofDays(3);

    private final PeopleModel people;
    private final Steps steps;
    private final ReadOnlyObjectWrapper<@Nullable FeatureRegistry> registry = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Compared> compared = new ReadOnlyObjectWrapper<>();

    /**
     * What a comparison showed.
     *
     * @param rarities how rare each category is, in the order of the recipe; none if no feature weighs categories
     */
    public record Compared(SkewReport skew, List<Rarity> rarities) {
        /** Copies the list. */
        public Compared {
            rarities = List.copyOf(rarities);
        }

        /** Returns the row of a feature, null if there is none. */
        public SkewReport.@Nullable FeatureSkew skewOf(String feature) {
            return skew.features().stream()
                    .filter(row -> row.feature().equals(feature))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * How rare a category is.
     *
     * @param share share of the people in whose events it occurs
     * @param idf factor by which an affinity to it counts
     */
    public record Rarity(String category, double share, double idf) {}

    /** Makes a model; it follows the population that is shown. */
    public FeaturesModel(PeopleModel people, Background background) {
        this.people = people;
        steps = new Steps(background, "data.features");
        people.populationProperty().subscribe(population -> {
            if (population != null) {
                compared.set(null);
                registry.set(FeatureRegistry.of(population.recipe(), population.catalogue()));
                steps.say("");
            }
        });
    }

    /** The registry; null before the population is read. */
    public ReadOnlyObjectProperty<@Nullable FeatureRegistry> registryProperty() {
        return registry.getReadOnlyProperty();
    }

    /** What the newest comparison showed; null before. */
    public ReadOnlyObjectProperty<@Nullable Compared> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** Returns the comparison that goes on. */
    public Steps steps() {
        return steps;
    }

    /** Compares batch and single events. */
    public void compare() {
        ObservedPopulation population = people.population();
        if (population != null) {
            int wanted = Math.min(MOST, population.people());
            steps.start(
                    "Compare batch and single events",
                    "people",
                    progress -> new Compared(
                            new SkewCheck(population.generator(), LATENESS, INSTANTS)
                                    .check(wanted, done -> progress.count(done, wanted), progress::cancelled),
                            rarities(population, wanted)),
                    found -> {
                        compared.set(found);
                        return words(found.skew());
                    });
        }
    }

    private static List<Rarity> rarities(ObservedPopulation population, int wanted) {
        FeatureTable table = population.recipe().features();
        if (!table.weighs()) {
            return List.of();
        }
        TfIdf.Fitting fitting = new TfIdf.Fitting(table.categories());
        long asOf = population.generator().asOf().toEpochMilli();
        for (int i = 0; i < wanted; i++) {
            fitting.add(table.weights(population.generator().person(i).history(), asOf));
        }
        TfIdf fitted = fitting.fitted();
        List<Rarity> rarities = new ArrayList<>();
        List<Category> categories = population.recipe().categories();
        for (int c = 0; c < categories.size(); c++) {
            rarities.add(new Rarity(
                    categories.get(c).title(), (double) fitting.with(c) / Math.max(1, wanted), fitted.idf(c)));
        }
        return rarities;
    }

    private static String words(SkewReport report) {
        return Words.count(report.values()) + " values of " + Words.people(report.people()) + " at "
                + report.instants() + " instants each, " + Words.count(report.late()) + " events out of order: "
                + Words.count(report.differences()) + " differ. Served at once, "
                + String.format(Locale.ROOT, "%.2f", 100.0 * report.servedAtOnce() / Math.max(1, report.values()))
                + " % differ, because events are still on their way.";
    }

    /** Returns a duration in words, such as "7 days" or "15 minutes". */
    public static String duration(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes >= 2 * 24 * 60) {
            return Math.round(minutes / (24.0 * 60)) + " days";
        }
        return minutes >= 120 ? Math.round(minutes / 60.0) + " hours" : minutes + " minutes";
    }

    /** Returns how a feature stands, in a word or two. */
    public String state(FeatureEntry entry) {
        if (!entry.refusal().isEmpty()) {
            return "refused";
        }
        Compared found = compared.get();
        SkewReport.FeatureSkew skew = found == null ? null : found.skewOf(entry.name());
        if (skew != null && skew.differences() > 0) {
            return "skewed";
        }
        if (!entry.findings().isEmpty()) {
            return "to mend";
        }
        return skew == null ? "in use" : "agrees";
    }
}
