package org.wayleave.policy.ui;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import org.wayleave.ui.page.UnsavedWork;

/**
 * The edits of the open policy that are not saved.
 *
 * @param present whether there are any
 * @param words what they are
 * @param saving saves them and says whether nothing is left unsaved
 * @param dropping puts the saved text back
 */
record UnsavedPolicy(
        ObservableBooleanValue present, Supplier<String> words, Consumer<Consumer<Boolean>> saving, Runnable dropping)
        implements UnsavedWork {

    @Override
    public String describe() {
        return words.get();
    }

    @Override
    public void save(Consumer<Boolean> saved) {
        saving.accept(saved);
    }

    @Override
    public void discard() {
        dropping.run();
    }
}
