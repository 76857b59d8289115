package org.wayleave.data.ui.model;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.CatalogueException;
import org.wayleave.data.registry.RegistryDraft;
import org.wayleave.data.registry.RegistryEdit;
import org.wayleave.data.registry.UseComparison;
import org.wayleave.data.registry.UseDifference;

/** The lawful-basis registry, edited with undo, and where observed use differs from it. For one thread. */
public final class RegistryModel {
    private final Neighbours neighbours;
    private final Keeping keeping;
    private final Background background;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<@Nullable Catalogue> catalogue = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable List<UseDifference>> differences = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private @Nullable RegistryDraft draft;

    /**
     * Makes a model; it follows the population that is shown.
     *
     * @param changed runs after a new version was saved, to read what is in force again
     */
    public RegistryModel(
            PeopleModel people, Neighbours neighbours, Keeping keeping, Background background, Runnable changed) {
        this.neighbours = neighbours;
        this.keeping = keeping;
        this.background = background;
        this.changed = changed;
        people.populationProperty().subscribe(population -> {
            if (population != null) {
                follow(population.catalogue());
            }
        });
    }

    /** The catalogue with the edits; null before it is read. */
    public ReadOnlyObjectProperty<@Nullable Catalogue> catalogueProperty() {
        return catalogue.getReadOnlyProperty();
    }

    /** Where declared and observed use differ; null before a comparison. */
    public ReadOnlyObjectProperty<@Nullable List<UseDifference>> differencesProperty() {
        return differences.getReadOnlyProperty();
    }

    /** How the newest edit failed, or what was saved; empty when there is nothing to say. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Returns whether there are edits that are not saved. */
    public boolean changed() {
        return draft != null && draft.changed();
    }

    /** Whether there are edits that are not saved. */
    public ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /** Returns how many edits are not saved. */
    public int edits() {
        return draft == null ? 0 : draft.edits().size();
    }

    /** Drops the edits that are not saved. */
    public void discard() {
        while (changed()) {
            undo();
        }
    }

    /** Returns what undoing would undo, empty if nothing. */
    public String undoLabel() {
        return draft == null ? "" : draft.undoLabel();
    }

    /** Returns what would be done again, empty if nothing. */
    public String redoLabel() {
        return draft == null ? "" : draft.redoLabel();
    }

    /** Edits a data element; an edit that would break the catalogue changes nothing and is explained. */
    public void edit(RegistryEdit edit) {
        RegistryDraft open = draft;
        if (open == null) {
            return;
        }
        problem.set("");
        try {
            open.apply(edit);
        } catch (CatalogueException e) {
            problem.set(String.valueOf(e.getMessage()));
        }
        publish();
    }

    /** Says why something typed is no value at all. */
    public void refuse(String sentence) {
        problem.set(sentence);
        publish();
    }

    /** Undoes the newest edit. */
    public void undo() {
        if (draft != null) {
            draft.undo();
            problem.set("");
            publish();
        }
    }

    /** Does again what was undone last. */
    public void redo() {
        if (draft != null) {
            draft.redo();
            problem.set("");
            publish();
        }
    }

    /** Saves the edits as a new version of the catalogue. */
    public void save() {
        save(saved -> {});
    }

    /**
     * Saves the edits as a new version of the catalogue.
     *
     * @param told whether that worked; true also where there was nothing to save
     */
    public void save(Consumer<Boolean> told) {
        RegistryDraft open = draft;
        if (open == null || !open.changed()) {
            told.accept(true);
            return;
        }
        Catalogue wanted = open.now();
        int edits = open.edits().size();
        background.start(
                "data.registry.save",
                "Save the registry",
                progress -> keeping.save(wanted),
                (done, total) -> {},
                words -> {
                    open.saved();
                    problem.set(edits + (edits == 1 ? " change" : " changes") + " saved as " + words + ".");
                    publish();
                    changed.run();
                    told.accept(true);
                },
                failure -> {
                    problem.set("Not saved: " + failure.getMessage());
                    told.accept(false);
                });
    }

    /** Compares the registry as it stands with what is read. */
    public void compare() {
        Catalogue now = catalogue.get();
        if (now != null) {
            background.start(
                    "data.registry.compare",
                    "Compare declared and observed use",
                    progress -> UseComparison.of(now, neighbours.use(now).reads()),
                    (done, total) -> {},
                    differences::set,
                    failure -> problem.set("Not compared: " + failure.getMessage()));
        }
    }

    private void follow(Catalogue newer) {
        RegistryDraft open = draft;
        if (open == null || !open.changed()) {
            draft = new RegistryDraft(newer);
        } else {
            try {
                open.rebase(newer);
            } catch (CatalogueException e) {
                problem.set("The catalogue was changed elsewhere and an edit no longer fits: " + e.getMessage());
            }
        }
        publish();
    }

    private void publish() {
        RegistryDraft open = draft;
        if (open != null) {
            // Undo and redo depend on more than the catalogue, so that listeners hear of every step.
            catalogue.set(null);
            catalogue.set(open.now());
            unsaved.set(open.changed());
        }
    }
}
