package org.wayleave.ui.control;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;
import javafx.scene.layout.Region;

/** Editing of code or JSON: highlighting by line, problem markers, undo and redo, find. For the FX thread. */
public interface CodeEditor {
    /** A new editor over the toolkit's code area. */
    static CodeEditor create() {
        return new AreaCodeEditor();
    }

    /** The node to put into the page. */
    Region node();

    /** The whole text, lines separated by a line feed. */
    String text();

    /** The whole text, observable; changes with each edit. */
    ReadOnlyStringProperty textProperty();

    /** Replaces the whole text, forgets undo and moves the caret to the start. */
    void setText(String text);

    /** Replaces the whole text as one edit that can be undone, such as formatting; the caret stays in its line. */
    void replaceText(String text);

    /** Says how lines are coloured. */
    void setHighlighter(Highlighter highlighter);

    /** The problems to mark; replace the list's content when they change. */
    ObservableList<CodeProblem> problems();

    /** Whether the text can be read only. */
    BooleanProperty readOnlyProperty();

    ReadOnlyBooleanProperty undoableProperty();

    ReadOnlyBooleanProperty redoableProperty();

    void undo();

    void redo();

    /** Opens the find bar (Ctrl+F does the same). */
    void find();

    /**
     * Moves the caret and scrolls to it.
     *
     * @param line from 1; clamped to the text
     * @param column from 1; clamped to the line
     */
    void goTo(int line, int column);

    /** The caret's line, from 1. */
    int caretLine();

    /** The caret's column, from 1. */
    int caretColumn();

    /** Runs after the caret moved. */
    void onCaretMoved(Runnable action);

    /** Gives the text the keyboard. */
    void requestFocus();

    /** The lines that carry a problem, each once, ascending, from 1. */
    default List<Integer> problemLines() {
        return problems().stream().map(CodeProblem::line).distinct().sorted().toList();
    }
}
