package org.wayleave.ui.page;

import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;

/** Edits that would be lost if the window closed now. */
public interface UnsavedWork {
    /** Whether there are any. */
    ObservableBooleanValue present();

    /** What they are, such as "Journey Win-back: 3 edits". */
    String describe();

    /** Saves them off the FX thread, then says on the FX thread whether that worked. */
    void save(Consumer<Boolean> saved);

    /** Drops them. */
    void discard();
}
