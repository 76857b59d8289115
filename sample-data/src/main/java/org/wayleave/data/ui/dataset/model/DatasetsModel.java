package org.wayleave.data.ui.dataset.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.intake.Dataset;
import org.wayleave.data.intake.WorkspaceDatasets;
import org.wayleave.data.ui.model.Background;

/** The data sets of the workspace and the one that is looked at. For one thread. */
public final class DatasetsModel {
    private final WorkspaceDatasets datasets;
    private final Background background;
    private final ObservableList<Dataset> all = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Dataset> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    // One view for all who ask: those who listen to it hold it weakly.
    private final ObservableList<Dataset> shown = FXCollections.unmodifiableObservableList(all);
    private String wanted = "";

    /** Makes a model that knows no data set until {@link #refresh()}. */
    public DatasetsModel(WorkspaceDatasets datasets, Background background) {
        this.datasets = datasets;
        this.background = background;
    }

    /** The data sets by id, live. */
    public ObservableList<Dataset> all() {
        return shown;
    }

    /** The data set that is looked at; null for none. */
    public ReadOnlyObjectProperty<@Nullable Dataset> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Why the data sets cannot be read, or one was not removed, and what to do; empty for none. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Says why nothing can be taken in; empty if nothing is in the way. */
    public String obstacle() {
        return datasets.obstacle();
    }

    /** Reads which data sets there are. */
    public void refresh() {
        background.start(
                "data.datasets",
                "Read the data sets",
                progress -> List.copyOf(datasets.list()),
                (done, total) -> {},
                this::show,
                failure -> problem.set(words(failure)));
    }

    /** Looks at a data set. */
    public void choose(@Nullable Dataset dataset) {
        chosen.set(dataset);
    }

    /** Looks at the data set of an id, as soon as it is known. */
    public void choose(String id) {
        wanted = id;
        chooseWanted();
    }

    /** Removes a data set and its rows from the workspace; that cannot be undone. */
    public void remove(Dataset dataset) {
        background.start(
                "data.datasets.remove",
                "Remove data set " + dataset.id(),
                progress -> {
                    datasets.remove(dataset);
                    return dataset;
                },
                (done, total) -> {},
                removed -> refresh(),
                failure -> problem.set(words(failure)));
    }

    /** Says what removing a data set loses. */
    public static String loss(Dataset dataset) {
        List<String> tokens = new ArrayList<>();
        dataset.columns().stream()
                .filter(plan -> !dataset.measured().contains(plan))
                .forEach(plan -> tokens.add(plan.name()));
        return String.format(
                        java.util.Locale.ROOT,
                        "%,d rows of %d columns are deleted from this workspace",
                        dataset.rows(),
                        dataset.columns().size())
                + (tokens.isEmpty() ? "" : ", with the tokens of " + String.join(", ", tokens))
                + ". This cannot be undone; the file " + dataset.title()
                + " that they came from is not touched and can be imported again. What was released from the data set"
                + " stays in the privacy budget and in the audit ledger.";
    }

    private void show(List<Dataset> found) {
        problem.set("");
        Dataset before = chosen.get();
        all.setAll(found);
        chosen.set(
                before == null
                        ? null
                        : found.stream()
                                .filter(dataset -> dataset.id().equals(before.id()))
                                .findFirst()
                                .orElse(null));
        chooseWanted();
        if (chosen.get() == null && !found.isEmpty()) {
            chosen.set(found.getFirst());
        }
    }

    private void chooseWanted() {
        all.stream().filter(dataset -> dataset.id().equals(wanted)).findFirst().ifPresent(dataset -> {
            chosen.set(dataset);
            wanted = "";
        });
    }

    static String words(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    }
}
