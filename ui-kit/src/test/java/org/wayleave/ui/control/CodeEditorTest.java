package org.wayleave.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;
import org.wayleave.ui.testing.FxTest;

@FxTest
class CodeEditorTest {
    private final CodeEditor editor = CodeEditor.create();

    @Test
    void textComesBackAsItWentInWithUnifiedLineEnds() {
        editor.setText("package a\r\n\r\ndefault allow := false\n");
        assertEquals("package a\n\ndefault allow := false\n", editor.text());
        assertEquals(1, editor.caretLine());
        assertFalse(editor.undoableProperty().get());
        assertFalse(editor.redoableProperty().get());
    }

    @Test
    void aReplacementIsOneEditThatCanBeUndone() {
        editor.setText("a := 1\n");
        List<String> seen = new ArrayList<>();
        editor.textProperty().subscribe((before, after) -> seen.add(after));
        editor.replaceText("a := 2\n");
        assertEquals("a := 2\n", editor.text());
        assertTrue(editor.undoableProperty().get());
        editor.undo();
        assertEquals("a := 1\n", editor.text());
        editor.redo();
        assertEquals("a := 2\n", seen.getLast());
    }

    @Test
    void goToClampsToTheText() {
        editor.setText("one\ntwo\nthree");
        editor.goTo(99, 99);
        assertEquals(3, editor.caretLine());
        assertEquals(6, editor.caretColumn());
        editor.goTo(0, 0);
        assertEquals(1, editor.caretLine());
    }

    @Test
    void problemsAndHighlightingDoNotTouchTheText() {
        new Scene(new BorderPane(editor.node()), 400, 300);
        editor.setText("import rego.v1\n\nallow if x\n");
        editor.setHighlighter((line, state) -> new Highlighter.Line(
                line.startsWith("import") ? List.of(new Highlighter.Span(0, 6, Highlighter.Kind.KEYWORD)) : List.of(),
                state + 1));
        editor.problems()
                .setAll(
                        new CodeProblem(3, 10, 0, Tone.BAD, "x is not defined"),
                        new CodeProblem(1, 0, 0, Tone.WARNING, "not needed"),
                        new CodeProblem(70, 3, 2, Tone.WARNING, "past the end"));
        editor.node().applyCss();
        editor.node().layout();
        assertEquals("import rego.v1\n\nallow if x\n", editor.text());
        assertEquals(List.of(1, 3, 70), editor.problemLines());
    }
}
