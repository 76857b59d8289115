package org.wayleave.data.ui.section;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import org.wayleave.ui.page.UnsavedWork;

/** Unsaved work of several sections, saved one after the other. */
public final class UnsavedSections implements UnsavedWork {
    private final List<UnsavedWork> parts;
    private final BooleanBinding present;

    /** Puts the unsaved work of sections together. */
    public UnsavedSections(List<UnsavedWork> parts) {
        this.parts = List.copyOf(parts);
        present = Bindings.createBooleanBinding(
                () -> this.parts.stream().anyMatch(part -> part.present().get()),
                parts.stream().map(UnsavedWork::present).toArray(Observable[]::new));
    }

    @Override
    public ObservableBooleanValue present() {
        return present;
    }

    @Override
    public String describe() {
        return waiting().stream().map(UnsavedWork::describe).collect(Collectors.joining("; "));
    }

    @Override
    public void save(Consumer<Boolean> saved) {
        save(waiting().iterator(), saved);
    }

    @Override
    public void discard() {
        waiting().forEach(UnsavedWork::discard);
    }

    private void save(Iterator<UnsavedWork> rest, Consumer<Boolean> saved) {
        if (!rest.hasNext()) {
            saved.accept(true);
            return;
        }
        rest.next().save(worked -> {
            if (worked) {
                save(rest, saved);
            } else {
                saved.accept(false);
            }
        });
    }

    private List<UnsavedWork> waiting() {
        return parts.stream().filter(part -> part.present().get()).toList();
    }
}
