package org.wayleave.data.ui;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import org.wayleave.ui.page.UnsavedWork;

/** Unsaved work of two parts of a page, saved one after the other. */
final class UnsavedBoth implements UnsavedWork {
    private final UnsavedWork first;
    private final UnsavedWork second;
    private final BooleanBinding present;

    UnsavedBoth(UnsavedWork first, UnsavedWork second) {
        this.first = first;
        this.second = second;
        present = Bindings.or(first.present(), second.present());
    }

    @Override
    public ObservableBooleanValue present() {
        return present;
    }

    @Override
    public String describe() {
        if (!first.present().get()) {
            return second.describe();
        }
        return second.present().get() ? first.describe() + "; " + second.describe() : first.describe();
    }

    @Override
    public void save(Consumer<Boolean> saved) {
        if (!first.present().get()) {
            second.save(saved);
        } else if (!second.present().get()) {
            first.save(saved);
        } else {
            first.save(worked -> {
                if (worked) {
                    second.save(saved);
                } else {
                    saved.accept(false);
                }
            });
        }
    }

    @Override
    public void discard() {
        first.discard();
        second.discard();
    }
}
