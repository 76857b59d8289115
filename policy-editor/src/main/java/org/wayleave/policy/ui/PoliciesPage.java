package org.wayleave.policy.ui;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.policy.pack.PackFile;
import org.wayleave.policy.pack.RuleInfo;
import org.wayleave.ui.command.CommandRegistry;
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
    private final PolicyCommands own;
    private final PolicyChooser chooser;
    private final UnsavedPolicy unsavedWork;
    private final ReadOnlyObjectWrapper<@Nullable Node> inspector = new ReadOnlyObjectWrapper<>();
    private final ObservableList<DrawerTab> drawer = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final PauseTransition explanation = new PauseTransition(Duration.millis(300));
    private Subscription typing = Subscription.EMPTY;
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

        own = new PolicyCommands(editing, editors, unsaved.getReadOnlyProperty(), () -> save(saved -> {}));
        chooser = new PolicyChooser(editing.policies(), this::choose);
        unsavedWork = new UnsavedPolicy(
                unsaved.getReadOnlyProperty(),
                () -> "Policy " + header.titleProperty().get() + ": "
                        + header.noteProperty().get(),
                this::save,
                editing::revertAll);
        header.primaryProperty().set(own.save());
        header.secondary().setAll(own.beside());
        layOut();
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
                        new TestsPane(editing, own.test(), this::jump)));
        observe();
    }

    private void layOut() {
        BorderPane left = new BorderPane(files);
        left.setTop(chooser);
        left.getStyleClass().add("policy-left");
        BorderPane right = new BorderPane(editors);
        right.setTop(new OpaNotice(editing, own.lookAgain()));
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
            if (editor != null) {
                typing = editor.textProperty().subscribe(explanation::playFromStart);
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
        chooser.show(policy.version().id());
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
        commands.register(own.all());
        editing.refresh();
    }

    @Override
    public void hidden() {
        commands.unregister(own.all());
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
        return unsavedWork;
    }
}
