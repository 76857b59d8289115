package org.wayleave.ui.form;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.PageHeader;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.page.UnsavedWork;
import org.wayleave.ui.task.BackgroundTasks;

/**
 * A page of documents that are filled in section by section: the documents at the left, one section of the open document in the
 * middle, guidance, what is to mend and the versions at the right.
 *
 * @param <D> the document's immutable content
 */
public class FormPage<D> implements Page {
    private final String id;
    private final String title;
    private final Ikon icon;
    private final FormOutline<D> outline;
    private final Navigator navigator;
    private final InstantSource clock;
    private final OpenForms<D> forms;

    private final PageHeader header;
    private final SimpleBooleanProperty canUndo = new SimpleBooleanProperty();
    private final SimpleBooleanProperty canRedo = new SimpleBooleanProperty();
    private final SimpleBooleanProperty canSave = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper anyUnsaved = new ReadOnlyBooleanWrapper();
    private final SimpleBooleanProperty mayWrite = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Node> inspector = new ReadOnlyObjectWrapper<>();
    private final FormInspector inspectorView = new FormInspector();
    private final StateMenu stateMenu = new StateMenu(this::changeState);
    private final Command create;
    private final DocumentList list;
    private final BorderPane content = new BorderPane();
    private final FormView<D> view;
    private final FormWork<D> work;
    private final UnsavedForms<D> unsavedWork;

    private @Nullable FormEditor<D> editor;
    private Subscription watching = Subscription.EMPTY;
    private @Nullable Place wanted;
    private boolean saving;

    /**
     * A page.
     *
     * @param id id of the page, such as {@code dpias}
     * @param title title in the rail
     * @param clock stamps documents that are not saved yet
     */
    public FormPage(
            String id,
            String title,
            Ikon icon,
            FormOutline<D> outline,
            FormStore<D> store,
            BackgroundTasks tasks,
            Navigator navigator,
            InstantSource clock) {
        this.id = id;
        this.title = title;
        this.icon = icon;
        this.outline = outline;
        this.navigator = navigator;
        this.clock = clock;
        this.forms = new OpenForms<>(outline);
        this.view = new FormView<>(outline.sections(), !store.readOnly(), inspectorView::showSection);
        this.work = new FormWork<>(id, outline, store, tasks, view::complain);
        this.unsavedWork = new UnsavedForms<>(
                forms,
                document -> outline.noun() + " " + outline.title().apply(document),
                anyUnsaved.getReadOnlyProperty(),
                this::save,
                this::dropped);
        this.header = new PageHeader(title);
        mayWrite.set(!store.readOnly());
        create = Command.of(id + ".create", "New " + outline.noun(), this::create)
                .withIcon(Feather.PLUS)
                .enabledWhen(mayWrite)
                .explained("Start a new " + outline.noun() + "; it is kept once you save it.");
        header.secondary()
                .setAll(
                        Command.of(id + ".undo", "Undo", this::undo)
                                .withIcon(Feather.CORNER_UP_LEFT)
                                .withKey("Shortcut+Z")
                                .enabledWhen(canUndo),
                        Command.of(id + ".redo", "Redo", this::redo)
                                .withIcon(Feather.CORNER_UP_RIGHT)
                                .withKey("Shortcut+Shift+Z")
                                .enabledWhen(canRedo));
        list = new DocumentList(
                title, outline.plural(), create, entry -> forms.edited(entry.id()), entry -> openEntry(entry, null));
        content.getStyleClass().add("form-page");
        String css =
                Objects.requireNonNull(FormPage.class.getResource("form.css")).toExternalForm();
        content.getStylesheets().add(css);
        inspectorView.getStylesheets().add(css);
        content.setLeft(list);
        content.setCenter(view);
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::undoByKey);
        showEmpty();
    }

    /** Text inputs have an undo of their own that knows only themselves; on this page it is the document's. */
    private void undoByKey(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y) {
            boolean again = event.getCode() == KeyCode.Y || event.isShiftDown();
            if (again) {
                redo();
            } else {
                undo();
            }
            event.consume();
        }
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final Ikon icon() {
        return icon;
    }

    @Override
    public final Node content() {
        return content;
    }

    @Override
    public final PageHeader header() {
        return header;
    }

    @Override
    public final ObservableValue<@Nullable Node> inspector() {
        return inspector.getReadOnlyProperty();
    }

    @Override
    public void shown() {
        reload();
    }

    @Override
    public final void open(Place place) {
        wanted = place;
        openWanted();
    }

    /** The content as the user left it is kept until the page is disposed. */
    @Override
    public void dispose() {
        watching.unsubscribe();
    }

    private void reload() {
        work.list(entries -> {
            forms.listed(entries);
            showList();
            if (!openWanted() && editor == null) {
                wanted = null;
                List<FormEntry> all = forms.shown();
                if (all.isEmpty()) {
                    showEmpty();
                } else {
                    openEntry(all.getFirst(), null);
                }
            }
        });
    }

    /** Opens what was asked for, if it is listed; false when nothing was asked for or it is not listed yet. */
    private boolean openWanted() {
        Place place = wanted;
        if (place == null || place.document() == null) {
            wanted = null;
            return false;
        }
        for (FormEntry entry : forms.shown()) {
            if (entry.id().equals(place.document())) {
                wanted = null;
                openEntry(entry, place.detail());
                return true;
            }
        }
        return false;
    }

    private void showList() {
        FormEntry entry = openEntry();
        list.show(forms.shown(), entry == null ? null : entry.id());
    }

    private @Nullable FormEntry openEntry() {
        return editor == null ? null : editor.entryProperty().get();
    }

    private void openEntry(FormEntry entry, @Nullable String sectionId) {
        FormEditor<D> already = forms.editor(entry.id());
        if (already != null) {
            FormEntry held = already.entryProperty().get();
            if (already.changedProperty().get() || (held != null && held.version() == entry.version())) {
                edit(already);
                view.select(sectionId);
                return;
            }
        }
        work.content(entry, document -> {
            edit(forms.open(entry, document));
            view.select(sectionId);
        });
    }

    private void create() {
        edit(forms.create(clock.instant(), ""));
        showList();
    }

    private void edit(FormEditor<D> next) {
        if (editor == next) {
            return;
        }
        watching.unsubscribe();
        editor = next;
        view.turnTo(next);
        inspector.set(inspectorView);
        watching = next.documentProperty()
                .subscribe(document -> documentChanged(next, document))
                .and(next.entryProperty().subscribe(entry -> entryChanged(next)))
                .and(next.changedProperty().subscribe(changed -> changedChanged(next)));
        view.begin();
        showList();
        FormEntry entry = next.entryProperty().get();
        if (entry != null && entry.version() > 0) {
            navigator.arrived(Place.of(id, entry.id()));
        }
    }

    private void documentChanged(FormEditor<D> shown, D document) {
        canUndo.set(!shown.undoableProperty().get().isEmpty());
        canRedo.set(!shown.redoableProperty().get().isEmpty());
        header.titleProperty().set(outline.title().apply(document));
        view.refresh(document);
        long incomplete = outline.sections().stream()
                .filter(part -> shown.state(part) != SectionState.DONE)
                .count();
        inspectorView.showProblems(shown.problemsProperty().get(), incomplete, view::go);
        changedChanged(shown);
    }

    private void changedChanged(FormEditor<D> shown) {
        boolean unsaved = shown.changedProperty().get();
        int problems = shown.problemsProperty().get().size();
        FormEntry entry = shown.entryProperty().get();
        canSave.set(unsaved && !saving && mayWrite.get());
        anyUnsaved.set(!forms.unsaved().isEmpty());
        stateMenu.show(entry, unsaved, problems, !mayWrite.get());
        String todo = problems == 0 ? "" : problems == 1 ? "1 thing to mend" : problems + " things to mend";
        String note = mayWrite.get() ? unsaved ? "edits not saved" : "" : "opened read-only";
        String standing = entry == null ? "" : entry.standing();
        header.noteProperty()
                .set(Stream.of(standing, note, todo)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")));
        list.refreshMarks();
    }

    private void entryChanged(FormEditor<D> shown) {
        FormEntry entry = shown.entryProperty().get();
        if (entry == null) {
            return;
        }
        header.stateProperty().set(StateChip.words(entry.state()));
        header.stateToneProperty().set(StateChip.toneOfDocument(entry.state()));
        header.versionProperty().set(entry.version() == 0 ? "" : "v" + entry.version());
        header.extras().setAll(stateMenu);
        header.primaryProperty()
                .set(Command.of(id + ".save", "Save version " + (entry.version() + 1), this::save)
                        .withIcon(Feather.SAVE)
                        .withKey("Shortcut+S")
                        .enabledWhen(canSave)
                        .explained("Keep the edits as a new version; the versions before stay as they are."));
        changedChanged(shown);
        readHistory(shown, entry);
    }

    private void readHistory(FormEditor<D> shown, FormEntry entry) {
        if (entry.version() == 0) {
            inspectorView.showVersions(List.of(), 0, false, version -> {});
            return;
        }
        work.history(
                entry,
                versions -> inspectorView.showVersions(
                        versions, entry.version(), mayWrite.get(), version -> takeUp(shown, version)));
    }

    private void takeUp(FormEditor<D> shown, FormEntry version) {
        work.content(version, document -> shown.replace("Take up version " + version.version(), document));
    }

    private void undo() {
        if (editor != null) {
            editor.undo();
        }
    }

    private void redo() {
        if (editor != null) {
            editor.redo();
        }
    }

    private void save() {
        FormEditor<D> shown = editor;
        if (shown != null && canSave.get()) {
            save(shown, worked -> {});
        }
    }

    private void save(FormEditor<D> shown, Consumer<Boolean> saved) {
        FormEntry entry = Objects.requireNonNull(shown.entryProperty().get(), "an editor has a document");
        D document = shown.documentProperty().get();
        saving = true;
        changedChanged(shown);
        work.save(
                entry,
                document,
                version -> {
                    saving = false;
                    view.calm();
                    forms.saved(shown, version, document);
                    changedChanged(shown);
                    reload();
                    saved.accept(true);
                },
                () -> {
                    saving = false;
                    changedChanged(shown);
                    saved.accept(false);
                });
    }

    private void changeState(String state) {
        FormEditor<D> shown = editor;
        FormEntry entry = openEntry();
        if (shown == null || entry == null) {
            return;
        }
        work.changeState(entry, state, version -> {
            view.calm();
            shown.moved(version);
            reload();
        });
    }

    /** Says above the form what went wrong. */
    protected final void complain(String headline, Throwable failure) {
        view.complain(headline, failure);
    }

    private void showEmpty() {
        header.titleProperty().set(title);
        view.showNothing(new EmptyState(icon, "No " + outline.plural() + " yet", outline.purpose(), create));
    }

    @Override
    public final UnsavedWork unsavedWork() {
        return unsavedWork;
    }

    private void dropped() {
        anyUnsaved.set(false);
        watching.unsubscribe();
        editor = null;
        inspector.set(null);
        reload();
    }
}
