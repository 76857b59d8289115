package org.wayleave.policy.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.wayleave.policy.opa.Formatting;
import org.wayleave.policy.opa.OpaCompiler;
import org.wayleave.policy.opa.OpaSearch;
import org.wayleave.policy.opa.RegoFault;
import org.wayleave.policy.opa.TestRun;
import org.wayleave.policy.pack.PackFile;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.DocumentVersion;

/**
 * The state of the Policies page without any view: which policy is open, the text of its files, what OPA says about them, and
 * what the tests said. For the FX thread; all work with OPA and the workspace happens off it, and only the latest answer counts.
 */
final class PolicyEditing {

    private static final Duration PAUSE = Duration.millis(350);

    private final PolicyStore store;
    private final BackgroundTasks tasks;
    private final OpaSource source;
    private final ObservableList<DocumentSummary> policies = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable StoredPolicy> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<OpaState> opa = new ReadOnlyObjectWrapper<>(new OpaState.Searching(""));
    private final ReadOnlyObjectWrapper<@Nullable TestRun> tests = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObservableList<RegoFault> faults = FXCollections.observableArrayList();
    private final ObservableSet<String> edited = FXCollections.observableSet();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private BiConsumer<String, String> rewriter = (file, text) -> {};
    private Consumer<String> failures = message -> {};
    private boolean searched;
    private boolean unchecked;

    PolicyEditing(PolicyStore store, BackgroundTasks tasks, OpaSource source) {
        this.store = store;
        this.tasks = tasks;
        this.source = source;
        pause.setOnFinished(event -> check());
    }

    // --- what the page shows -----------------------------------------------------------------------------------------

    /** The policies of the workspace. */
    ObservableList<DocumentSummary> policies() {
        return policies;
    }

    /** Whether the list of policies has been read. */
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** The policy that is open, as the workspace holds it. */
    ReadOnlyObjectProperty<@Nullable StoredPolicy> openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<OpaState> opaProperty() {
        return opa.getReadOnlyProperty();
    }

    /** What the last run of the unit tests came to. */
    ReadOnlyObjectProperty<@Nullable TestRun> testsProperty() {
        return tests.getReadOnlyProperty();
    }

    /** Whether a save or a run of tests is under way. */
    BooleanProperty busyProperty() {
        return busy;
    }

    /** What OPA finds wrong with the text as it stands. */
    ObservableList<RegoFault> faults() {
        return faults;
    }

    /** The files whose text differs from the saved one. */
    ObservableSet<String> edited() {
        return edited;
    }

    boolean readOnly() {
        return store.readOnly();
    }

    /** Whether the open policy has a file of that name. */
    boolean has(String name) {
        return texts.containsKey(name);
    }

    /** The file as it stands. */
    PackFile file(String name) {
        return PackFile.of(name, Objects.requireNonNull(texts.get(name), name));
    }

    /** All Rego files as they stand, sorted by name. */
    List<PackFile> files() {
        return rego().entrySet().stream()
                .map(file -> PackFile.of(file.getKey(), file.getValue()))
                .toList();
    }

    /** The title of the settings that the rules read; null when the workspace has none. */
    @Nullable
    String settingsTitle() {
        StoredPolicy policy = open.get();
        return policy == null || policy.settings() == null
                ? null
                : policy.settings().title();
    }

    private Map<String, String> rego() {
        Map<String, String> rego = new LinkedHashMap<>(texts);
        rego.remove(SettingsText.FILE);
        return rego;
    }

    private List<RegoFault> settingsFaults() {
        String text = texts.get(SettingsText.FILE);
        return text == null || !edited.contains(SettingsText.FILE)
                ? List.of()
                : SettingsText.faults(text, savedText(SettingsText.FILE));
    }

    // --- wiring ------------------------------------------------------------------------------------------------------

    /** Who puts a new text into the editor of a file, as an edit that can be undone. */
    void onRewrite(BiConsumer<String, String> action) {
        rewriter = action;
    }

    /** Who tells the user that something failed. */
    void onFailure(Consumer<String> action) {
        failures = action;
    }

    // --- loading -----------------------------------------------------------------------------------------------------

    /** Reads the list of policies, and the open one anew when nobody has edited it. */
    void refresh() {
        if (!searched) {
            searched = true;
            searchOpa();
        } else if (unchecked) {
            check();
        }
        StoredPolicy current = open.get();
        String id = current == null ? null : current.version().id();
        tasks.<Listing>lookUp("policies.list", "Reading policies", progress -> {
                    List<DocumentSummary> list = store.list();
                    String wanted = id != null
                            ? id
                            : list.isEmpty() ? null : list.getFirst().id();
                    return new Listing(list, wanted == null ? null : store.read(wanted));
                })
                .onDone(listing -> {
                    policies.setAll(listing.policies());
                    if (listing.policy() != null && edited.isEmpty()) {
                        show(listing.policy());
                    }
                    loaded.set(true);
                })
                .onFailed(this::failed);
    }

    private record Listing(
            List<DocumentSummary> policies, @Nullable StoredPolicy policy) {}

    /** Opens another policy; edits of the one before must have been saved or dropped. */
    void load(String id, Runnable then) {
        StoredPolicy current = open.get();
        if (current != null && current.version().id().equals(id)) {
            then.run();
            return;
        }
        tasks.lookUp("policies.read", "Reading a policy", progress -> store.read(id))
                .onDone(policy -> {
                    show(policy);
                    then.run();
                })
                .onFailed(this::failed);
    }

    private void show(StoredPolicy policy) {
        StoredPolicy before = open.get();
        if (before != null
                && before.version().id().equals(policy.version().id())
                && before.version().version() == policy.version().version()
                && Objects.equals(before.settings(), policy.settings())) {
            open.set(policy);
            return;
        }
        texts.clear();
        edited.clear();
        faults.clear();
        tests.set(null);
        policy.pack().files().forEach(file -> texts.put(file.name(), file.text()));
        if (policy.settings() != null) {
            texts.put(SettingsText.FILE, SettingsText.indented(policy.settings().json()));
        }
        open.set(policy);
        check();
    }

    /** Puts off what was about to be checked, while nobody looks. */
    void rest() {
        unchecked |= pause.getStatus() == Animation.Status.RUNNING;
        pause.stop();
    }

    /** Looks for OPA again, after the user has installed it. */
    void searchOpa() {
        opa.set(new OpaState.Searching(""));
        tasks.<OpaState>startLatest("policies.opa", "Looking for OPA", progress -> {
                    OpaSearch search = source.search(line -> {
                        progress.message(line);
                        Platform.runLater(() -> {
                            if (opa.get() instanceof OpaState.Searching) {
                                opa.set(new OpaState.Searching(line));
                            }
                        });
                    });
                    return search.executable().isPresent()
                            ? new OpaState.Ready(
                                    new OpaCompiler(search.executable().get()), search.explanation())
                            : new OpaState.Missing(search.explanation());
                })
                .onDone(state -> {
                    opa.set(state);
                    check();
                })
                .onFailed(failure -> opa.set(new OpaState.Missing("OPA cannot be used: " + failure.getMessage())));
    }

    // --- editing -----------------------------------------------------------------------------------------------------

    /** The user changed the text of a file. */
    void edit(String file, String text) {
        if (text.equals(texts.put(file, text))) {
            return;
        }
        if (text.equals(savedText(file))) {
            edited.remove(file);
        } else {
            edited.add(file);
        }
        pause.playFromStart();
    }

    /** Puts the saved text back, as an edit that can be undone. */
    void revert(String file) {
        rewriter.accept(file, savedText(file));
    }

    /** Puts the saved text of all files back. */
    void revertAll() {
        List.copyOf(edited).forEach(this::revert);
    }

    private String savedText(String file) {
        StoredPolicy policy = open.get();
        if (policy == null) {
            return "";
        }
        if (file.equals(SettingsText.FILE)) {
            return policy.settings() == null
                    ? ""
                    : SettingsText.indented(policy.settings().json());
        }
        return policy.pack().file(file).map(PackFile::text).orElse("");
    }

    // --- OPA ---------------------------------------------------------------------------------------------------------

    private void check() {
        if (!(opa.get() instanceof OpaState.Ready ready) || texts.isEmpty()) {
            return;
        }
        unchecked = false;
        Map<String, String> files = rego();
        List<RegoFault> settings = settingsFaults();
        tasks.lookUp("policies.check", "Checking Rego", progress -> {
                    List<RegoFault> found = new ArrayList<>(ready.compiler().check(files));
                    found.addAll(settings);
                    return found;
                })
                .onDone(faults::setAll)
                .onFailed(this::failed);
    }

    /** Brings a file into OPA's form, as an edit that can be undone. */
    void format(String file) {
        if (!(opa.get() instanceof OpaState.Ready ready)) {
            return;
        }
        String text = Objects.requireNonNull(texts.get(file), file);
        if (file.equals(SettingsText.FILE)) {
            List<RegoFault> found = settingsFaults();
            if (found.stream().anyMatch(fault -> fault.code().equals("json"))) {
                faults.setAll(found);
                failures.accept(file + " was not formatted: it is no valid JSON yet; see Problems.");
            } else {
                rewriter.accept(file, SettingsText.indented(text));
            }
            return;
        }
        tasks.lookUp(
                        "policies.format",
                        "Formatting",
                        progress -> ready.compiler().format(file, text))
                .onDone(formatting -> {
                    switch (formatting) {
                        case Formatting.Formatted formatted -> {
                            // Keys that were pressed meanwhile count more than the form.
                            if (text.equals(texts.get(file))) {
                                rewriter.accept(file, formatted.text());
                            }
                        }
                        case Formatting.Unreadable unreadable -> {
                            if (faults.isEmpty()) {
                                faults.setAll(unreadable.faults());
                            }
                            failures.accept(file + " was not formatted: it is no valid Rego yet; see Problems.");
                        }
                    }
                })
                .onFailed(this::failed);
    }

    /** Runs all unit tests on the text as it stands. */
    void runTests() {
        if (!(opa.get() instanceof OpaState.Ready ready)) {
            return;
        }
        Map<String, String> files = rego();
        busy.set(true);
        tasks.startLatest(
                        "policies.test",
                        "Running policy tests",
                        progress -> ready.compiler().test(files))
                .onDone(run -> {
                    busy.set(false);
                    tests.set(run);
                })
                .onCancelled(nothing -> busy.set(false))
                .onFailed(failure -> {
                    busy.set(false);
                    failed(failure);
                });
    }

    /**
     * Compiles the text as it stands and saves what was edited, policy or settings, as a new version; what does not compile is
     * not saved.
     *
     * @param done gets the documents that were saved; none when something stood in the way
     */
    void save(Consumer<List<DocumentVersion>> done) {
        StoredPolicy base = open.get();
        if (!(opa.get() instanceof OpaState.Ready ready) || base == null) {
            done.accept(List.of());
            return;
        }
        List<RegoFault> wrong = settingsFaults();
        if (!wrong.isEmpty()) {
            faults.setAll(wrong);
            done.accept(List.of());
            return;
        }
        List<PackFile> files = files();
        String settings = edited.contains(SettingsText.FILE) ? texts.get(SettingsText.FILE) : null;
        boolean rules = edited.stream().anyMatch(file -> !file.equals(SettingsText.FILE));
        busy.set(true);
        tasks.startLatest("policies.save", "Saving policy " + base.pack().title(), progress -> {
                    progress.message("Compiling");
                    return new PolicySaving(ready.compiler(), store).save(base, files, rules, settings);
                })
                .onDone(outcome -> {
                    busy.set(false);
                    if (outcome.policy() != null) {
                        adopt(outcome.policy());
                    }
                    faults.setAll(outcome.faults());
                    done.accept(outcome.saved());
                })
                .onCancelled(outcome -> {
                    busy.set(false);
                    done.accept(List.of());
                })
                .onFailed(failure -> {
                    busy.set(false);
                    failed(failure);
                    done.accept(List.of());
                });
    }

    /** The saved version becomes what edits are compared with; what was typed during the save stays an edit. */
    private void adopt(StoredPolicy saved) {
        open.set(saved);
        texts.forEach((file, text) -> {
            if (text.equals(savedText(file))) {
                edited.remove(file);
            } else {
                edited.add(file);
            }
        });
    }

    private void failed(Throwable failure) {
        failures.accept(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }
}
