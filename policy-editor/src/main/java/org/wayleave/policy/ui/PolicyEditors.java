package org.wayleave.policy.ui;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.wayleave.policy.opa.RegoFault;
import org.wayleave.policy.pack.PackFile;
import org.wayleave.ui.control.CodeEditor;
import org.wayleave.ui.control.CodeProblem;
import org.wayleave.ui.control.Tone;

/** One code editor for each file that has been looked at, so that each keeps its own undo, caret and scroll position. */
final class PolicyEditors extends StackPane {

    private final PolicyEditing editing;
    private final Map<String, CodeEditor> editors = new HashMap<>();
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable CodeEditor> current = new ReadOnlyObjectWrapper<>();

    PolicyEditors(PolicyEditing editing) {
        this.editing = editing;
        editing.onRewrite((file, text) -> editor(file).replaceText(text));
        editing.faults().subscribe(() -> editors.forEach(this::mark));
    }

    /** The name of the file that is shown; empty when none is. */
    ReadOnlyStringProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The editor of the file that is shown. */
    ReadOnlyObjectProperty<@Nullable CodeEditor> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Shows a file. */
    void show(String file) {
        CodeEditor editor = editor(file);
        getChildren().setAll(editor.node());
        shown.set(file);
        current.set(editor);
    }

    /** Shows a file and moves the caret to a line. */
    void show(String file, int line) {
        show(file);
        CodeEditor editor = editor(file);
        editor.goTo(line, 1);
        editor.requestFocus();
    }

    /** Forgets editors whose text is no longer what is being edited, as when another policy or version was opened. */
    void reconcile() {
        editors.entrySet()
                .removeIf(editor -> !editing.has(editor.getKey())
                        || !editing.file(editor.getKey())
                                .text()
                                .equals(editor.getValue().text()));
        if (!editors.containsKey(shown.get())) {
            getChildren().clear();
            shown.set("");
            current.set(null);
        }
    }

    private CodeEditor editor(String file) {
        CodeEditor there = editors.get(file);
        if (there != null) {
            return there;
        }
        PackFile text = editing.file(file);
        CodeEditor editor = CodeEditor.create();
        editor.setHighlighter(new RegoHighlighter());
        editor.setText(text.text());
        editor.readOnlyProperty().set(editing.readOnly());
        editor.node().setAccessibleText("Rego of " + text.title());
        editor.textProperty().subscribe(changed -> {
            if (editor.equals(editors.get(file))) {
                editing.edit(file, changed);
            }
        });
        editors.put(file, editor);
        mark(file, editor);
        return editor;
    }

    private void mark(String file, CodeEditor editor) {
        editor.problems()
                .setAll(editing.faults().stream()
                        .filter(fault -> fault.file().equals(file) && fault.row() > 0)
                        .map(PolicyEditors::problem)
                        .toList());
    }

    private static CodeProblem problem(RegoFault fault) {
        return new CodeProblem(fault.row(), fault.column(), 0, Tone.BAD, fault.message());
    }
}
