package org.wayleave.data.ui.events;

import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import org.wayleave.data.ui.model.EventsModel;
import org.wayleave.ui.page.UnsavedWork;

/** Edits of event contracts that would be lost if the window closed now. */
public final class UnsavedContracts implements UnsavedWork {
    private final EventsModel model;

    /** Watches over the edits of a model. */
    public UnsavedContracts(EventsModel model) {
        this.model = model;
    }

    @Override
    public ObservableBooleanValue present() {
        return model.changedProperty();
    }

    @Override
    public String describe() {
        return "Event contracts: " + model.undoLabel();
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
