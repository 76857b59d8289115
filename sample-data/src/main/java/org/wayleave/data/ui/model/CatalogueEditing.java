package org.wayleave.data.ui.model;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.CatalogueConflict;
import org.wayleave.data.catalogue.CatalogueConflictException;
import org.wayleave.data.catalogue.CatalogueDraft;
import org.wayleave.data.catalogue.CatalogueEdit;
import org.wayleave.data.catalogue.CatalogueException;

/**
 * The catalogue being edited, one for all panes that edit parts of it: with undo, with what others change taken up, and with conflicts
 * asked about. For one thread.
 */
public final class CatalogueEditing {
    private final PeopleModel people;
    private final Keeping keeping;
    private final Background background;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<@Nullable Catalogue> catalogue = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper undoLabel = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoLabel = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Collision> collision = new ReadOnlyObjectWrapper<>();
    private @Nullable CatalogueDraft draft;

    /**
     * Edits that cannot be saved before a person decides.
     *
     * @param newest the version that holds the changes of others
     */
    public record Collision(Catalogue newest, List<CatalogueConflict> conflicts) {
        /** Copies the list. */
        public Collision {
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * Makes a model; it follows the population that is shown.
     *
     * @param changed runs after a new version was saved, to read what is in force again
     */
    public CatalogueEditing(PeopleModel people, Keeping keeping, Background background, Runnable changed) {
        this.people = people;
        this.keeping = keeping;
        this.background = background;
        this.changed = changed;
        people.populationProperty().subscribe(population -> refresh());
    }

    /** Takes up what was saved elsewhere. The newest version is edited, which may be newer than the one in force. */
    public void refresh() {
        ObservedPopulation population = people.population();
        if (population != null) {
            background.start(
                    "data.catalogue.read",
                    "Read the newest catalogue",
                    progress -> keeping.newest(population.catalogue()),
                    (done, total) -> {},
                    this::follow,
                    failure -> problem.set("The newest version cannot be read: " + failure.getMessage()));
        }
    }

    /** The catalogue with the edits; null before it is read. */
    public ReadOnlyObjectProperty<@Nullable Catalogue> catalogueProperty() {
        return catalogue.getReadOnlyProperty();
    }

    /** How the newest edit failed, or what was saved; empty when there is nothing to say. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What undoing would undo; empty if nothing. */
    public ReadOnlyStringProperty undoLabelProperty() {
        return undoLabel.getReadOnlyProperty();
    }

    /** What would be done again; empty if nothing. */
    public ReadOnlyStringProperty redoLabelProperty() {
        return redoLabel.getReadOnlyProperty();
    }

    /** Whether there are edits that are not saved. */
    public ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /** What has to be decided before the edits can be saved; null if nothing. */
    public ReadOnlyObjectProperty<@Nullable Collision> collisionProperty() {
        return collision.getReadOnlyProperty();
    }

    /** Returns the entries that differ from what is saved, such as "dataElements.device". */
    public List<String> changes() {
        return draft == null ? List.of() : draft.changes();
    }

    /** Edits; an edit that would break the catalogue changes nothing and is explained. */
    public void edit(CatalogueEdit edit) {
        attempt(open -> open.apply(edit));
    }

    /** Says why something typed is no value at all. */
    public void refuse(String sentence) {
        problem.set(sentence);
        publish();
    }

    /** Undoes the newest edit. */
    public void undo() {
        attempt(CatalogueDraft::undo);
    }

    /** Does again what was undone last. */
    public void redo() {
        attempt(CatalogueDraft::redo);
    }

    /** Drops the edits that are not saved. */
    public void discard() {
        collision.set(null);
        attempt(CatalogueDraft::discard);
    }

    private void attempt(Consumer<CatalogueDraft> action) {
        CatalogueDraft open = draft;
        if (open != null) {
            problem.set("");
            try {
                action.accept(open);
            } catch (CatalogueException e) {
                problem.set(String.valueOf(e.getMessage()));
            }
            publish();
        }
    }

    /** Saves the edits as a new version of the catalogue. */
    public void save() {
        save(saved -> {});
    }

    /**
     * Saves the edits as a new version of the catalogue; entries that others changed too are asked about first.
     *
     * @param told whether that worked; true also where there was nothing to save
     */
    public void save(Consumer<Boolean> told) {
        CatalogueDraft open = draft;
        if (open == null || !open.changed()) {
            told.accept(true);
            return;
        }
        Catalogue base = open.saved();
        Catalogue wanted = open.now();
        int entries = open.changes().size();
        background.start(
                "data.catalogue.save",
                "Save the catalogue",
                progress -> keeping.save(base, wanted),
                (done, total) -> {},
                saved -> {
                    collision.set(null);
                    open.saved(wanted, saved.stored());
                    problem.set(entries + (entries == 1 ? " entry" : " entries") + " saved as " + saved.words() + ".");
                    publish();
                    changed.run();
                    told.accept(true);
                },
                failure -> {
                    problem.set("Not saved: " + failure.getMessage());
                    if (failure instanceof CatalogueConflictException conflict) {
                        collision.set(new Collision(conflict.newest(), conflict.conflicts()));
                    }
                    told.accept(false);
                });
    }

    /**
     * Decides a collision and saves.
     *
     * @param choices what becomes of each conflict
     */
    public void decide(Map<CatalogueConflict, CatalogueConflict.Choice> choices) {
        Collision open = collision.get();
        if (open != null) {
            attempt(edited -> {
                edited.rebase(open.newest(), choices);
                collision.set(null);
            });
            if (collision.get() == null) {
                save();
            }
        }
    }

    /** Leaves a collision undecided; the edits stay as they are, unsaved. */
    public void decideLater() {
        collision.set(null);
        problem.set("Your edits are kept here and are not saved yet.");
    }

    private void follow(Catalogue newest) {
        CatalogueDraft open = draft;
        if (open == null || !open.saved().id().equals(newest.id())) {
            draft = new CatalogueDraft(newest);
        } else {
            try {
                List<CatalogueConflict> conflicts = open.rebase(newest);
                if (!conflicts.isEmpty()) {
                    problem.set("What you edit was changed elsewhere too; saving will ask what to keep.");
                }
            } catch (CatalogueException e) {
                problem.set("The catalogue was changed elsewhere and an edit no longer fits: " + e.getMessage());
            }
        }
        publish();
    }

    private void publish() {
        CatalogueDraft open = draft;
        if (open != null) {
            undoLabel.set(open.undoLabel());
            redoLabel.set(open.redoLabel());
            unsaved.set(open.changed());
            // A refused edit leaves the catalogue as it was, but what shows it has to show it again.
            catalogue.set(null);
            catalogue.set(open.now());
        }
    }
}
