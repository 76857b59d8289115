package org.wayleave.data.ui;

import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import org.wayleave.data.ui.model.RegistryModel;
import org.wayleave.ui.page.UnsavedWork;

/** Edits of the lawful-basis registry that closing the window would lose. */
final class UnsavedRegistry implements UnsavedWork {
    private final RegistryModel model;

    UnsavedRegistry(RegistryModel model) {
        this.model = model;
    }

    @Override
    public ObservableBooleanValue present() {
        return model.unsavedProperty();
    }

    @Override
    public String describe() {
        return "Lawful-basis registry: " + model.edits() + (model.edits() == 1 ? " edit" : " edits");
    }

    @Override
    public void save(Consumer<Boolean> saved) {
        model.save(saved);
    }

    @Override
    public void discard() {
        model.discard();
    }
}
