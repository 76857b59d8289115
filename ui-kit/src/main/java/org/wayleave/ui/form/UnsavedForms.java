package org.wayleave.ui.form;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableBooleanValue;
import org.wayleave.ui.page.UnsavedWork;

/**
 * The edits of all documents of a page that are not saved.
 *
 * @param <D> the document's immutable content
 */
final class UnsavedForms<D> implements UnsavedWork {
    private final OpenForms<D> forms;
    private final Function<D, String> title;
    private final ObservableBooleanValue present;
    private final BiConsumer<FormEditor<D>, Consumer<Boolean>> save;
    private final Runnable dropped;

    /**
     * The unsaved work of a page.
     *
     * @param title names a document, with its kind
     * @param present whether there is any
     * @param save saves one document and says whether it worked
     * @param dropped runs after the edits were dropped
     */
    UnsavedForms(
            OpenForms<D> forms,
            Function<D, String> title,
            ObservableBooleanValue present,
            BiConsumer<FormEditor<D>, Consumer<Boolean>> save,
            Runnable dropped) {
        this.forms = forms;
        this.title = title;
        this.present = present;
        this.save = save;
        this.dropped = dropped;
    }

    @Override
    public ObservableBooleanValue present() {
        return present;
    }

    @Override
    public String describe() {
        return forms.unsaved().stream()
                .map(form -> title.apply(form.documentProperty().get()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void save(Consumer<Boolean> saved) {
        saveAll(List.copyOf(forms.unsaved()), saved);
    }

    /** One after the other; the first that cannot be saved ends it. */
    private void saveAll(List<FormEditor<D>> unsaved, Consumer<Boolean> saved) {
        if (unsaved.isEmpty()) {
            saved.accept(true);
            return;
        }
        save.accept(unsaved.getFirst(), worked -> {
            if (worked) {
                saveAll(unsaved.subList(1, unsaved.size()), saved);
            } else {
                saved.accept(false);
            }
        });
    }

    @Override
    public void discard() {
        for (FormEditor<D> form : List.copyOf(forms.unsaved())) {
            FormEntry entry = form.entryProperty().get();
            if (entry != null) {
                forms.close(entry.id());
            }
        }
        dropped.run();
    }
}
