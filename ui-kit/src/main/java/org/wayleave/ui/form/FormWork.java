package org.wayleave.ui.form;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.task.BackgroundTasks;

/**
 * What a page of forms asks of its store, off the FX thread; answers come on it, and of several questions of a kind only the newest
 * is answered.
 *
 * @param <D> the document's immutable content
 */
final class FormWork<D> {
    private final String page;
    private final FormOutline<D> outline;
    private final FormStore<D> store;
    private final BackgroundTasks tasks;
    private final BiConsumer<String, Throwable> complain;

    /**
     * The work of a page.
     *
     * @param page id of the page
     * @param complain is told what went wrong: a headline and the reason
     */
    FormWork(
            String page,
            FormOutline<D> outline,
            FormStore<D> store,
            BackgroundTasks tasks,
            BiConsumer<String, Throwable> complain) {
        this.page = page;
        this.outline = outline;
        this.store = store;
        this.tasks = tasks;
        this.complain = complain;
    }

    /** Reads the newest version of every document. */
    void list(Consumer<List<FormEntry>> then) {
        tasks.lookUp(page + ".list", "Reading " + outline.plural(), progress -> store.list())
                .onDone(then)
                .onFailed(failure -> complain.accept("The " + outline.plural() + " cannot be read", failure));
    }

    /** Reads the content of a version. */
    void content(FormEntry entry, Consumer<D> then) {
        tasks.lookUp(
                        page + ".content",
                        "Opening " + entry.title() + " v" + entry.version(),
                        progress -> store.content(entry.id(), entry.version()))
                .onDone(then)
                .onFailed(failure ->
                        complain.accept(entry.title() + " v" + entry.version() + " cannot be opened", failure));
    }

    /** Reads all versions of a document, newest first. */
    void history(FormEntry entry, Consumer<List<FormEntry>> then) {
        tasks.lookUp(page + ".history", "Reading versions", progress -> store.history(entry.id()))
                .onDone(then)
                .onFailed(failure -> complain.accept("The versions cannot be read", failure));
    }

    /**
     * Saves a document as the version after another.
     *
     * @param saved gets the new version
     * @param kept runs when nothing was saved, after the complaint
     */
    void save(FormEntry entry, D document, Consumer<FormEntry> saved, Runnable kept) {
        tasks.startLatest(
                        page + ".save." + entry.id(),
                        "Saving " + outline.title().apply(document),
                        progress -> store.save(entry.id(), document, entry.version()))
                .onDone(saved)
                .onFailed(failure -> {
                    complain.accept("Nothing was saved", failure);
                    kept.run();
                });
    }

    /** Moves a version on to another state. */
    void changeState(FormEntry entry, String state, Consumer<FormEntry> moved) {
        tasks.startLatest(
                        page + ".state." + entry.id(),
                        "Setting " + entry.title() + " to " + StateChip.words(state),
                        progress -> store.changeState(entry.id(), entry.version(), state))
                .onDone(moved)
                .onFailed(failure -> complain.accept("The state was not changed", failure));
    }
}
