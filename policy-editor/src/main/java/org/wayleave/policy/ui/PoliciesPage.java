package org.wayleave.policy.ui;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.policy.pack.PackFile;
import org.wayleave.policy.pack.RuleInfo;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandRegistry;
import org.wayleave.ui.control.CodeEditor;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Toasts;
import org.wayleave.ui.page.DrawerTab;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.PageHeader;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.page.UnsavedWork;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.theme.Theme;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.Workspace;

/** Policies: reading, editing, testing and saving Rego, with every rule explained. */
public final class PoliciesPage implements Page {

    private static final String ID = "policies";

    private final CommandRegistry commands;
    private final Toasts toasts;
    private final Navigator navigator;
    private final PolicyEditing editing;
    private final PolicyEditors editors;
    private final FileList files;
    private final RuleInspector rules;
    private final PageHeader header = new PageHeader("Policies");
    private final StackPane content = new StackPane();
    private final SplitPane work = new SplitPane();
    private final ComboBox<DocumentSummary> chooser = new ComboBox<>();
    private final ReadOnlyObjectWrapper<@Nullable Node> inspector = new ReadOnlyObjectWrapper<>();
    private final ObservableList<DrawerTab> drawer = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final List<Command> own;
    private final PauseTransition explanation = new PauseTransition(Duration.millis(300));
    private Subscription typing = Subscription.EMPTY;
    private boolean choosing;
    /** What is to be shown of the first policy as soon as it is read. */
    private @Nullable String awaited;

    /**
     * A page over a workspace.
     *
     * @param workspace where policies are read and saved
     * @param tasks runs work off the FX thread
     * @param commands gets the page's commands while it is shown
     * @param toasts says what was saved
     * @param navigator learns which file is looked at
     * @param theme the appearance; the page follows it through the style sheet
     * @param opa looks for OPA
     */
    public PoliciesPage(
            Workspace workspace,
            BackgroundTasks tasks,
            CommandRegistry commands,
            Toasts toasts,
            Navigator navigator,
            Theme theme,
            OpaSource opa) {
        Objects.requireNonNull(theme);
        this.commands = commands;
        this.toasts = toasts;
        this.navigator = navigator;
        editing = new PolicyEditing(new PolicyStore(workspace), tasks, opa);
        editing.onFailure(toasts::bad);
        editors = new PolicyEditors(editing);
        files = new FileList(editing, this::chosen);
        rules = new RuleInspector(editing, this::jump);

        BooleanBinding ready = Bindings.createBooleanBinding(
                () -> editing.opaProperty().get() instanceof OpaState.Ready
                        && editing.openProperty().get() != null
                        && !editing.busyProperty().get(),
                editing.opaProperty(),
                editing.openProperty(),
                editing.busyProperty());
        BooleanBinding writable = Bindings.createBooleanBinding(() -> !editing.readOnly());
        Command save = Command.of("policies.save", "Save version", () -> save(saved -> {}))
                .withIcon(Feather.SAVE)
                .withKey("Shortcut+S")
                .explained("Compile with OPA and save a new version; only what compiles is saved")
                .enabledWhen(ready.and(unsaved).and(writable));
        Command test = Command.of("policies.test", "Run tests", editing::runTests)
                .withIcon(Feather.PLAY)
                .withKey("Shortcut+Enter")
                .explained("Run the unit tests on the text as it stands")
                .enabledWhen(ready);
        Command format = Command.of(
                        "policies.format",
                        "Format file",
                        () -> editing.format(editors.shownProperty().get()))
                .withIcon(Feather.ALIGN_LEFT)
                .withKey("Shortcut+Shift+I")
                .explained("Bring the file into OPA's form")
                .enabledWhen(ready.and(writable).and(editors.shownProperty().isNotEmpty()));
        Command undo = Command.of("policies.undo", "Undo", () -> withEditor(CodeEditor::undo))
                .withIcon(Feather.CORNER_UP_LEFT)
                .withKey("Shortcut+Z")
                .enabledWhen(undoable.getReadOnlyProperty());
        Command redo = Command.of("policies.redo", "Redo", () -> withEditor(CodeEditor::redo))
                .withIcon(Feather.CORNER_UP_RIGHT)
                .withKey("Shortcut+Shift+Z")
                .enabledWhen(redoable.getReadOnlyProperty());
        Command revert = Command.of("policies.revert", "Go back to the saved text", editing::revertAll)
                .withIcon(Feather.ROTATE_CCW)
                .explained("Put the saved text of all files back; undo brings your edits back")
                .enabledWhen(unsaved.getReadOnlyProperty());
        Command find = Command.of("policies.find", "Find in file", () -> withEditor(CodeEditor::find))
                .withIcon(Feather.SEARCH)
                .withKey("Shortcut+F")
                .enabledWhen(editors.shownProperty().isNotEmpty());
        Command lookAgain = Command.of("policies.opa", "Look for OPA again", editing::searchOpa)
                .withIcon(Feather.REFRESH_CW);
        own = List.of(save, test, format, undo, redo, revert, find, lookAgain);
        header.primaryProperty().set(save);
        header.secondary().setAll(undo, redo, revert, format, test);

        layOut(lookAgain);
        drawer.setAll(
                new DrawerTab(
                        "problems",
                        "Problems",
                        Bindings.createStringBinding(
                                () -> editing.faults().isEmpty()
                                        ? ""
                                        : Integer.toString(editing.faults().size()),
                                editing.faults()),
                        new ProblemsPane(editing, this::jump)),
                new DrawerTab(
                        "tests",
                        "Tests",
                        editing.testsProperty().map(TestsPane::badge).orElse(""),
                        new TestsPane(editing, test, this::jump)));
        observe();
    }

    private void layOut(Command lookAgain) {
        chooser.setId("policy-chooser");
        chooser.setAccessibleText("Policy");
        chooser.setMaxWidth(Double.MAX_VALUE);
        chooser.setItems(editing.policies());
        chooser.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable DocumentSummary summary) {
                return summary == null ? "" : summary.title();
            }

            @Override
            public @Nullable DocumentSummary fromString(String text) {
                return null;
            }
        });
        BooleanBinding several = Bindings.size(editing.policies()).greaterThan(1);
        chooser.visibleProperty().bind(several);
        chooser.managedProperty().bind(several);
        BorderPane left = new BorderPane(files);
        VBox top = new VBox(chooser);
        top.getStyleClass().add("policy-chooser");
        top.managedProperty().bind(several);
        left.setTop(top);
        left.getStyleClass().add("policy-left");
        BorderPane right = new BorderPane(editors);
        right.setTop(new OpaNotice(editing, lookAgain));
        work.getItems().setAll(left, right);
        work.setDividerPositions(0.26);
        SplitPane.setResizableWithParent(left, false);
        PolicyStyles.on(content);
        content.getStyleClass().add("policies-page");
    }

    private void observe() {
        editing.openProperty().subscribe(this::opened);
        editing.edited().addListener((SetChangeListener<String>) change -> describe());
        editing.faults().subscribe(this::describe);
        editing.loadedProperty().subscribe(this::arrange);
        editors.shownProperty().subscribe(file -> explain());
        explanation.setOnFinished(event -> explain());
        editors.currentProperty().subscribe(editor -> {
            typing.unsubscribe();
            typing = Subscription.EMPTY;
            undoable.unbind();
            redoable.unbind();
            if (editor == null) {
                undoable.set(false);
                redoable.set(false);
            } else {
                undoable.bind(editor.undoableProperty());
                redoable.bind(editor.redoableProperty());
                typing = editor.textProperty().subscribe(explanation::playFromStart);
            }
        });
        chooser.valueProperty().subscribe(summary -> {
            if (!choosing && summary != null) {
                choose(summary.id());
            }
        });
    }

    // --- what is shown -----------------------------------------------------------------------------------------------

    private void arrange() {
        if (!editing.loadedProperty().get()) {
            return;
        }
        if (editing.openProperty().get() == null) {
            content.getChildren()
                    .setAll(new EmptyState(
                            Feather.SHIELD,
                            "No policies yet",
                            "A policy decides who may be contacted, and why not. New workspaces come with the policy of"
                                    + " their vertical; 'wayleave import' brings in others.",
                            null));
        } else {
            content.getChildren().setAll(work);
        }
    }

    private void opened(@Nullable StoredPolicy policy) {
        if (policy == null) {
            return;
        }
        arrange();
        header.titleProperty().set(policy.pack().title());
        header.versionProperty().set("v" + policy.version().version());
        String state = policy.version().state().name();
        header.stateProperty().set(StateChip.words(state));
        header.stateToneProperty().set(StateChip.toneOfDocument(state));
        choosing = true;
        editing.policies().stream()
                .filter(summary -> summary.id().equals(policy.version().id()))
                .findFirst()
                .ifPresent(chooser::setValue);
        choosing = false;
        String shown = editors.shownProperty().get();
        editors.reconcile();
        String first = editing.has(shown)
                ? shown
                : policy.pack().files().stream()
                        .filter(file -> !file.rules().isEmpty())
                        .map(PackFile::name)
                        .findFirst()
                        .orElse(policy.pack().files().getFirst().name());
        files.fill(first);
        if (editors.shownProperty().get().isEmpty()) {
            editors.show(first);
        }
        describe();
        openAwaited();
    }

    private void describe() {
        int edits = editing.edited().size();
        int faults = editing.faults().size();
        unsaved.set(edits > 0);
        String note =
                edits == 0 ? "" : edits == 1 ? "Unsaved changes in 1 file" : "Unsaved changes in " + edits + " files";
        if (faults > 0) {
            String problems = faults == 1 ? "1 problem" : faults + " problems";
            note = note.isEmpty() ? problems : note + " · " + problems + ": mend before saving";
        }
        header.noteProperty().set(note);
    }

    private void explain() {
        String file = editors.shownProperty().get();
        if (file.isEmpty()) {
            inspector.set(null);
        } else {
            rules.show(editing.file(file));
            inspector.set(rules);
        }
    }

    // --- what the user does
    // -------------------------------------------------------------------------------------------

    private void chosen(String file) {
        editors.show(file);
        arrived(file);
    }

    private void jump(String file, int line) {
        files.select(file);
        editors.show(file, line);
        arrived(file);
    }

    private void arrived(String file) {
        StoredPolicy policy = editing.openProperty().get();
        if (policy != null) {
            navigator.arrived(new Place(ID, policy.version().id(), file));
        }
    }

    private void choose(String id) {
        if (unsaved.get()) {
            toasts.info("Save the changes, or go back to the saved text, before opening another policy.");
            opened(editing.openProperty().get());
            return;
        }
        editing.load(id, () -> {});
    }

    private void save(Consumer<Boolean> told) {
        editing.save(saved -> {
            saved.forEach(
                    document -> toasts.good(document.title() + " is saved as version " + document.version() + "."));
            if (saved.isEmpty()) {
                editing.faults().stream()
                        .filter(fault -> fault.row() > 0)
                        .findFirst()
                        .ifPresent(fault -> jump(fault.file(), fault.row()));
            }
            // What a conflict kept back, or was typed meanwhile, is not saved.
            told.accept(!saved.isEmpty() && !unsaved.get());
        });
    }

    private void withEditor(Consumer<CodeEditor> action) {
        CodeEditor editor = editors.currentProperty().get();
        if (editor != null) {
            action.accept(editor);
        }
    }

    /** The editors, one for each file that was looked at. */
    PolicyEditors editors() {
        return editors;
    }

    // --- Page --------------------------------------------------------------------------------------------------------

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Policies";
    }

    @Override
    public Ikon icon() {
        return Feather.SHIELD;
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public ObservableValue<@Nullable Node> inspector() {
        return inspector.getReadOnlyProperty();
    }

    @Override
    public ObservableList<DrawerTab> drawer() {
        return drawer;
    }

    @Override
    public void shown() {
        commands.register(own);
        editing.refresh();
    }

    @Override
    public void hidden() {
        commands.unregister(own);
        editing.rest();
    }

    /** Opens a policy; the detail is a rule id or a file name. Without a policy it is one of the policy that is open. */
    @Override
    public void open(Place place) {
        String document = place.document();
        if (document == null) {
            awaited = place.detail();
            openAwaited();
            return;
        }
        StoredPolicy policy = editing.openProperty().get();
        if (policy == null || !policy.version().id().equals(document)) {
            if (unsaved.get()) {
                choose(document);
                return;
            }
            editing.load(document, () -> openDetail(place.detail()));
        } else {
            openDetail(place.detail());
        }
    }

    private void openAwaited() {
        if (editing.openProperty().get() != null) {
            openDetail(awaited);
            awaited = null;
        }
    }

    private void openDetail(@Nullable String detail) {
        StoredPolicy policy = editing.openProperty().get();
        if (detail == null || policy == null) {
            return;
        }
        if (editing.has(detail)) {
            files.select(detail);
            editors.show(detail);
            return;
        }
        for (PackFile file : editing.files()) {
            for (RuleInfo rule : file.rules()) {
                if (rule.id().equals(detail)) {
                    files.select(file.name());
                    editors.show(file.name(), rule.line());
                    return;
                }
            }
        }
    }

    @Override
    public UnsavedWork unsavedWork() {
        return new UnsavedWork() {
            @Override
            public ObservableBooleanValue present() {
                return unsaved.getReadOnlyProperty();
            }

            @Override
            public String describe() {
                return "Policy " + header.titleProperty().get() + ": "
                        + header.noteProperty().get();
            }

            @Override
            public void save(Consumer<Boolean> saved) {
                PoliciesPage.this.save(saved);
            }

            @Override
            public void discard() {
                editing.revertAll();
            }
        };
    }
}
