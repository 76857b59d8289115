package org.wayleave.data.ui.model;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.registry.UseComparison;
import org.wayleave.data.registry.UseDifference;

/** Where observed use differs from the lawful-basis registry as it is edited. For one thread. */
public final class RegistryModel {
    private final Neighbours neighbours;
    private final CatalogueEditing editing;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable List<UseDifference>> differences = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /**
     * Makes a model.
     *
     * @param editing the catalogue that is compared
     */
    public RegistryModel(CatalogueEditing editing, Neighbours neighbours, Background background) {
        this.editing = editing;
        this.neighbours = neighbours;
        this.background = background;
    }

    /** Where declared and observed use differ; null before a comparison. */
    public ReadOnlyObjectProperty<@Nullable List<UseDifference>> differencesProperty() {
        return differences.getReadOnlyProperty();
    }

    /** Why there is no comparison; empty if there is one. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Compares the registry as it stands with what is read. */
    public void compare() {
        Catalogue now = editing.catalogueProperty().get();
        if (now != null) {
            background.start(
                    "data.registry.compare",
                    "Compare declared and observed use",
                    progress -> UseComparison.of(now, neighbours.use(now).reads()),
                    (done, total) -> {},
                    found -> {
                        problem.set("");
                        differences.set(found);
                    },
                    failure -> problem.set("Not compared: " + failure.getMessage()));
        }
    }
}
