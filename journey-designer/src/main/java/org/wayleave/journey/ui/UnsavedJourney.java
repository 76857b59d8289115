package org.wayleave.journey.ui;

import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.ui.model.JourneysModel;
import org.wayleave.ui.page.UnsavedWork;

/** The edits of the open journey that are not saved. */
record UnsavedJourney(JourneysModel journeys, Texts texts) implements UnsavedWork {

    @Override
    public ObservableBooleanValue present() {
        return journeys.editor().changedProperty();
    }

    @Override
    public String describe() {
        return texts.get(
                "unsaved",
                journeys.editor().current().title(),
                journeys.editor().undoList().size());
    }

    @Override
    public void save(Consumer<Boolean> saved) {
        journeys.save(entry -> saved.accept(true), () -> saved.accept(false));
    }

    @Override
    public void discard() {
        journeys.discard();
    }
}
