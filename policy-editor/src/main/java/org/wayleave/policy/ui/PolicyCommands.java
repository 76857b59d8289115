package org.wayleave.policy.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.control.CodeEditor;

/** What can be done on the Policies page, each thing with its key and the condition under which it can be done. */
final class PolicyCommands {
    private final PolicyEditors editors;
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final Command save;
    private final Command test;
    private final Command format;
    private final Command undo;
    private final Command redo;
    private final Command revert;
    private final Command find;
    private final Command lookAgain;

    /**
     * The commands.
     *
     * @param unsaved whether there are edits that are not saved
     * @param saving saves them
     */
    PolicyCommands(PolicyEditing editing, PolicyEditors editors, ObservableBooleanValue unsaved, Runnable saving) {
        this.editors = editors;
        BooleanBinding ready = Bindings.createBooleanBinding(
                () -> editing.opaProperty().get() instanceof OpaState.Ready
                        && editing.openProperty().get() != null
                        && !editing.busyProperty().get(),
                editing.opaProperty(),
                editing.openProperty(),
                editing.busyProperty());
        BooleanBinding writable = Bindings.createBooleanBinding(() -> !editing.readOnly());
        BooleanBinding shown = editors.shownProperty().isNotEmpty();
        save = Command.of("policies.save", "Save version", saving)
                .withIcon(Feather.SAVE)
                .withKey("Shortcut+S")
                .explained("Compile with OPA and save a new version; only what compiles is saved")
                .enabledWhen(ready.and(unsaved).and(writable));
        test = Command.of("policies.test", "Run tests", editing::runTests)
                .withIcon(Feather.PLAY)
                .withKey("Shortcut+Enter")
                .explained("Run the unit tests on the text as it stands")
                .enabledWhen(ready);
        format = Command.of(
                        "policies.format",
                        "Format file",
                        () -> editing.format(editors.shownProperty().get()))
                .withIcon(Feather.ALIGN_LEFT)
                .withKey("Shortcut+Shift+I")
                .explained("Bring the file into OPA's form")
                .enabledWhen(ready.and(writable).and(shown));
        undo = Command.of("policies.undo", "Undo", () -> withEditor(CodeEditor::undo))
                .withIcon(Feather.CORNER_UP_LEFT)
                .withKey("Shortcut+Z")
                .enabledWhen(undoable.getReadOnlyProperty());
        redo = Command.of("policies.redo", "Redo", () -> withEditor(CodeEditor::redo))
                .withIcon(Feather.CORNER_UP_RIGHT)
                .withKey("Shortcut+Shift+Z")
                .enabledWhen(redoable.getReadOnlyProperty());
        revert = Command.of("policies.revert", "Go back to the saved text", editing::revertAll)
                .withIcon(Feather.ROTATE_CCW)
                .explained("Put the saved text of all files back; undo brings your edits back")
                .enabledWhen(unsaved);
        find = Command.of("policies.find", "Find in file", () -> withEditor(CodeEditor::find))
                .withIcon(Feather.SEARCH)
                .withKey("Shortcut+F")
                .enabledWhen(shown);
        lookAgain = Command.of("policies.opa", "Look for OPA again", editing::searchOpa)
                .withIcon(Feather.REFRESH_CW);
        editors.currentProperty().subscribe(this::follow);
    }

    private void follow(@Nullable CodeEditor editor) {
        undoable.unbind();
        redoable.unbind();
        if (editor == null) {
            undoable.set(false);
            redoable.set(false);
        } else {
            undoable.bind(editor.undoableProperty());
            redoable.bind(editor.redoableProperty());
        }
    }

    private void withEditor(Consumer<CodeEditor> action) {
        CodeEditor editor = editors.currentProperty().get();
        if (editor != null) {
            action.accept(editor);
        }
    }

    /** All of them. */
    List<Command> all() {
        return List.of(save, test, format, undo, redo, revert, find, lookAgain);
    }

    /** The one that the page is for. */
    Command save() {
        return save;
    }

    /** Those that stand as buttons beside it. */
    List<Command> beside() {
        return List.of(undo, redo, revert, format, test);
    }

    /** Runs the unit tests. */
    Command test() {
        return test;
    }

    /** Looks for OPA after it was installed. */
    Command lookAgain() {
        return lookAgain;
    }
}
