package org.wayleave.ui.form;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.Note;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
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
    private final FormStore<D> store;
    private final BackgroundTasks tasks;
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
    private final StackPane middle = new StackPane();
    private final VBox messages = new VBox();

    private @Nullable FormEditor<D> editor;
    private @Nullable SectionNavigator<D> sections;
    private @Nullable SectionView<D> section;
    private List<FormEntry> history = List.of();
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
        this.store = store;
        this.tasks = tasks;
        this.navigator = navigator;
        this.clock = clock;
        this.forms = new OpenForms<>(outline);
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
        messages.getStyleClass().add("form-messages");
        content.getStyleClass().add("form-page");
        String css =
                Objects.requireNonNull(FormPage.class.getResource("form.css")).toExternalForm();
        content.getStylesheets().add(css);
        inspectorView.getStylesheets().add(css);
        content.setLeft(list);
        content.setCenter(middle);
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
        tasks.lookUp(id + ".list", "Reading " + outline.plural(), progress -> store.list())
                .onDone(entries -> {
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
                })
                .onFailed(failure -> complain("The " + outline.plural() + " cannot be read", failure));
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
                showSection(sectionId);
                return;
            }
        }
        tasks.lookUp(
                        id + ".content",
                        "Opening " + entry.title(),
                        progress -> store.content(entry.id(), entry.version()))
                .onDone(document -> {
                    edit(forms.open(entry, document));
                    showSection(sectionId);
                })
                .onFailed(failure -> complain(entry.title() + " cannot be opened", failure));
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
        // The view of a section belongs to the editor it was made for; showing it another document would edit the
        // former one.
        section = null;
        messages.getChildren().clear();
        SectionNavigator<D> navigation =
                new SectionNavigator<>(outline.sections(), next::state, chosen -> showSection(next, chosen));
        sections = navigation;
        inspector.set(inspectorView);
        watching = next.documentProperty()
                .subscribe(document -> documentChanged(next, document))
                .and(next.entryProperty().subscribe(entry -> entryChanged(next)))
                .and(next.changedProperty().subscribe(changed -> changedChanged(next)));
        navigation.select(outline.sections().getFirst());
        showList();
        FormEntry entry = next.entryProperty().get();
        if (entry != null && entry.version() > 0) {
            navigator.arrived(Place.of(id, entry.id()));
        }
    }

    private void showSection(FormEditor<D> shown, FormSection<D> chosen) {
        int index = outline.sections().indexOf(chosen);
        boolean last = index == outline.sections().size() - 1;
        shown.seal();
        SectionView<D> view = new SectionView<>(
                chosen, index + 1, shown, () -> selectSection(outline.sections().get(index + 1)), last, mayWrite.get());
        section = view;
        inspectorView.showSection(chosen);
        VBox column = new VBox(messages, view);
        column.getStyleClass().add("form-column");
        HBox centred = new HBox(column);
        HBox.setHgrow(column, Priority.ALWAYS);
        centred.getStyleClass().add("form-centred");
        ScrollPane scroll = new ScrollPane(centred);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        if (sections != null) {
            HBox form = new HBox(sections, scroll);
            form.getStyleClass().add("form-open");
            middle.getChildren().setAll(form);
        }
    }

    private void selectSection(FormSection<D> chosen) {
        if (sections != null) {
            sections.select(chosen);
        }
    }

    private void showSection(@Nullable String sectionId) {
        outline.sections().stream()
                .filter(candidate -> candidate.id().equals(sectionId))
                .findFirst()
                .ifPresent(this::selectSection);
    }

    private void go(FormProblem problem) {
        showSection(problem.section());
        SectionView<D> view = section;
        if (view != null) {
            Platform.runLater(() -> view.target(problem.question()).requestFocus());
        }
    }

    private void documentChanged(FormEditor<D> shown, D document) {
        canUndo.set(!shown.undoableProperty().get().isEmpty());
        canRedo.set(!shown.redoableProperty().get().isEmpty());
        header.titleProperty().set(outline.title().apply(document));
        SectionView<D> view = section;
        if (view != null) {
            view.show(document);
        }
        if (sections != null) {
            sections.refresh();
        }
        long incomplete = outline.sections().stream()
                .filter(part -> shown.state(part) != SectionState.DONE)
                .count();
        inspectorView.showProblems(shown.problemsProperty().get(), incomplete, this::go);
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
        header.noteProperty().set(note.isEmpty() || todo.isEmpty() ? note + todo : note + " · " + todo);
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
            history = List.of();
            inspectorView.showVersions(history, 0, false, version -> {});
            return;
        }
        tasks.lookUp(id + ".history", "Reading versions", progress -> store.history(entry.id()))
                .onDone(versions -> {
                    history = versions;
                    inspectorView.showVersions(
                            history, entry.version(), mayWrite.get(), version -> takeUp(shown, version));
                })
                .onFailed(failure -> complain("The versions cannot be read", failure));
    }

    private void takeUp(FormEditor<D> shown, FormEntry version) {
        tasks.lookUp(
                        id + ".content",
                        "Opening version " + version.version(),
                        progress -> store.content(version.id(), version.version()))
                .onDone(document -> shown.replace("Take up version " + version.version(), document))
                .onFailed(failure -> complain("Version " + version.version() + " cannot be opened", failure));
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
        tasks.startLatest(
                        id + ".save." + entry.id(),
                        "Saving " + outline.title().apply(document),
                        progress -> store.save(entry.id(), document, entry.version()))
                .onDone(version -> {
                    saving = false;
                    messages.getChildren().clear();
                    forms.saved(shown, version, document);
                    changedChanged(shown);
                    reload();
                    saved.accept(true);
                })
                .onFailed(failure -> {
                    saving = false;
                    changedChanged(shown);
                    complain("Nothing was saved", failure);
                    saved.accept(false);
                });
    }

    private void changeState(String state) {
        FormEditor<D> shown = editor;
        FormEntry entry = openEntry();
        if (shown == null || entry == null) {
            return;
        }
        tasks.startLatest(
                        id + ".state." + entry.id(),
                        "Setting " + entry.title() + " to " + StateChip.words(state),
                        progress -> store.changeState(entry.id(), entry.version(), state))
                .onDone(version -> {
                    messages.getChildren().clear();
                    shown.moved(version);
                    reload();
                })
                .onFailed(failure -> complain("The state was not changed", failure));
    }

    /** Says above the form what went wrong. */
    protected final void complain(String headline, Throwable failure) {
        String message = failure.getMessage();
        messages.getChildren()
                .setAll(new Note(Tone.BAD, headline, Texts.body(message == null ? failure.toString() : message)));
        if (editor == null) {
            middle.getChildren().setAll(messages);
        }
    }

    private void showEmpty() {
        header.titleProperty().set(title);
        middle.getChildren().setAll(new EmptyState(icon, "No " + outline.plural() + " yet", outline.purpose(), create));
    }

    @Override
    public final UnsavedWork unsavedWork() {
        return new UnsavedWork() {
            @Override
            public ObservableBooleanValue present() {
                return anyUnsaved.getReadOnlyProperty();
            }

            @Override
            public String describe() {
                return String.join(
                        ", ",
                        forms.unsaved().stream()
                                .map(form -> outline.noun() + " "
                                        + outline.title()
                                                .apply(form.documentProperty().get()))
                                .toList());
            }

            @Override
            public void save(Consumer<Boolean> saved) {
                saveAll(List.copyOf(forms.unsaved()), saved);
            }

            @Override
            public void discard() {
                for (FormEditor<D> form : List.copyOf(forms.unsaved())) {
                    FormEntry entry = form.entryProperty().get();
                    if (entry != null) {
                        forms.close(entry.id());
                    }
                }
                anyUnsaved.set(false);
                watching.unsubscribe();
                editor = null;
                inspector.set(null);
                reload();
            }
        };
    }

    private void saveAll(List<FormEditor<D>> unsaved, Consumer<Boolean> saved) {
        if (unsaved.isEmpty()) {
            saved.accept(true);
            return;
        }
        save(unsaved.getFirst(), worked -> {
            if (worked) {
                saveAll(unsaved.subList(1, unsaved.size()), saved);
            } else {
                saved.accept(false);
            }
        });
    }
}
