package org.wayleave.data.ui.dataset.model;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.intake.Dataset;
import org.wayleave.data.intake.WorkspaceDatasets;
import org.wayleave.data.quality.TableExamination;
import org.wayleave.data.quality.TableExaminer;
import org.wayleave.data.table.Table;
import org.wayleave.data.ui.model.Background;
import org.wayleave.data.ui.model.Steps;
import org.wayleave.data.ui.model.Words;

/** What was measured of the data set that is looked at: its profile, and how it compares with another one. For one thread. */
public final class ExaminationModel {
    /** Draws samples, resamples and attacks; the same data sets give the same figures. */
    public static final long SEED = 1;

    /** Steps of a comparison with and without people who were held out: profile, drift, utility, attacks. */
    private static final int STEPS = 4;

    /**
     * A comparison.
     *
     * @param of the data set that was compared
     * @param against what it was compared with
     * @param held who was held out; null for nobody
     * @param examination what came out
     */
    public record Comparison(
            Dataset of, Dataset against, @Nullable Dataset held, TableExamination examination) {}

    private final WorkspaceDatasets datasets;
    private final Steps profiling;
    private final Steps comparing;
    private final ReadOnlyObjectWrapper<@Nullable TableExamination> profile = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Comparison> comparison = new ReadOnlyObjectWrapper<>();
    private @Nullable Dataset shown;

    /** Makes a model that has measured nothing. */
    public ExaminationModel(WorkspaceDatasets datasets, Background background) {
        this.datasets = datasets;
        profiling = new Steps(background, "data.datasets.profile");
        comparing = new Steps(background, "data.datasets.compare");
    }

    /** The profile of the data set that is looked at; null until it is measured. */
    public ReadOnlyObjectProperty<@Nullable TableExamination> profileProperty() {
        return profile.getReadOnlyProperty();
    }

    /** The comparison of the data set that is looked at; null before one was measured. */
    public ReadOnlyObjectProperty<@Nullable Comparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /** Returns the measurement of the profile that goes on. */
    public Steps profiling() {
        return profiling;
    }

    /** Returns the comparison that goes on. */
    public Steps comparing() {
        return comparing;
    }

    /** Looks at a data set and measures its profile, unless that was done or goes on. */
    public void show(@Nullable Dataset dataset) {
        if (dataset == null ? shown == null : dataset.equals(shown)) {
            return;
        }
        profiling.cancel();
        comparing.cancel();
        shown = dataset;
        profile.set(null);
        comparison.set(null);
        comparing.say("");
        profiling.say("");
        if (dataset != null) {
            profile(dataset);
        }
    }

    /** Measures the profile once more, such as after a cancellation. */
    public void profileAgain() {
        Dataset dataset = shown;
        if (dataset != null) {
            profile(dataset);
        }
    }

    /**
     * Compares the data set that is looked at.
     *
     * @param against the data set it stands for, or an earlier one of its kind
     * @param held people of the same population who were held out when it was made; null for none
     */
    public void compare(Dataset against, @Nullable Dataset held) {
        Dataset dataset = shown;
        if (dataset == null) {
            return;
        }
        comparison.set(null);
        comparing.start(
                "Compare with " + against.id(),
                "steps",
                progress -> {
                    int[] step = {0};
                    return unlessCancelled(() -> {
                        Table table = datasets.table(dataset);
                        Table other = datasets.table(against);
                        Table out = held == null ? null : datasets.table(held);
                        return new Comparison(
                                dataset,
                                against,
                                held,
                                new TableExaminer(SEED)
                                        .examine(
                                                table,
                                                other,
                                                out,
                                                stage -> progress.count(step[0]++, STEPS),
                                                progress::cancelled));
                    });
                },
                (Optional<Comparison> found) -> {
                    if (found.isEmpty()) {
                        return "Cancelled; nothing was compared.";
                    }
                    if (found.get().of().equals(shown)) {
                        comparison.set(found.get());
                    }
                    return "Compared " + dataset.id() + " with " + against.id()
                            + (held == null ? "" : ", people held out: " + held.id()) + ".";
                });
    }

    private void profile(Dataset dataset) {
        profiling.start(
                "Measure the profile of " + dataset.id(),
                "rows",
                progress -> unlessCancelled(() -> new TableExaminer(SEED)
                        .examine(datasets.table(dataset), null, null, stage -> {}, progress::cancelled)),
                (Optional<TableExamination> found) -> {
                    if (found.isEmpty()) {
                        return "Cancelled; nothing was measured.";
                    }
                    if (dataset.equals(shown)) {
                        profile.set(found.get());
                    }
                    return "All " + Words.count(dataset.rows()) + " rows measured.";
                });
    }

    /** Work that can be cancelled at any moment. */
    @FunctionalInterface
    private interface Measurement<T> {
        T run() throws Exception;
    }

    private static <T> Optional<T> unlessCancelled(Measurement<T> measurement) throws Exception {
        try {
            return Optional.of(measurement.run());
        } catch (CancellationException cancelled) {
            return Optional.empty();
        }
    }
}
