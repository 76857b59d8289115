package org.wayleave.data.ui.editing;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import org.wayleave.data.ui.model.CatalogueEditing;
import org.wayleave.ui.page.UnsavedWork;

/** Edits of the catalogue that would be lost if the window closed now. */
public final class UnsavedCatalogue implements UnsavedWork {
    private static final int NAMED = 3;

    private final CatalogueEditing editing;

    /** Watches over the edits of a model. */
    public UnsavedCatalogue(CatalogueEditing editing) {
        this.editing = editing;
    }

    @Override
    public ObservableBooleanValue present() {
        return editing.unsavedProperty();
    }

    @Override
    public String describe() {
        List<String> changes = editing.changes();
        String named = String.join(", ", changes.subList(0, Math.min(NAMED, changes.size())));
        return "Catalogue: " + named + (changes.size() > NAMED ? " and " + (changes.size() - NAMED) + " more" : "");
    }

    @Override
    public void save(Consumer<Boolean> saved) {
        editing.save(saved);
    }

    @Override
    public void discard() {
        editing.discard();
    }
}
