package org.wayleave.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.ui.theme.Icons;

/** The code editor over the incubating code area of the toolkit. */
final class AreaCodeEditor implements CodeEditor {
    private final CodeTextModel model = new CodeTextModel();
    private final CodeArea area = new CodeArea(model);
    private final LineDecorator decorator = new LineDecorator();
    private final BorderPane node = new BorderPane(area);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final BooleanProperty readOnly = new SimpleBooleanProperty(false);
    private final ObservableList<CodeProblem> problems = FXCollections.observableArrayList();
    private final List<Runnable> caretActions = new ArrayList<>();
    private final TextField wanted = new TextField();
    private final Label matches = new Label();
    private final HBox findBar = new HBox();

    AreaCodeEditor() {
        node.getStyleClass().add("code-editor");
        area.setSyntaxDecorator(decorator);
        area.setContentPadding(new Insets(6, 8, 6, 8));
        area.setTabSize(4);
        area.setHighlightCurrentParagraph(true);
        area.setAccessibleText("Code editor");
        area.setLeftDecorator(new MarginDecorator(problems));
        area.editableProperty().bind(readOnly.not());
        model.addListener(change -> {
            if (change.isEdit()) {
                text.set(currentText());
            }
        });
        problems.addListener((ListChangeListener<CodeProblem>) change -> {
            decorator.setProblems(problems);
            repaint();
        });
        area.caretPositionProperty().addListener((value, before, after) -> caretActions.forEach(Runnable::run));
        // The area resolves the colours of a line once; a change of theme must have it ask again.
        ListChangeListener<String> restyle = change -> Platform.runLater(this::repaint);
        area.sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.getStylesheets().removeListener(restyle);
            }
            if (now != null) {
                now.getStylesheets().addListener(restyle);
                Platform.runLater(this::repaint);
            }
        });
        buildFindBar();
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public String text() {
        return text.get();
    }

    @Override
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    @Override
    public void setText(String next) {
        // Not recorded at all: clearing a record leaves the change behind to be redone.
        model.setUndoRedoEnabled(false);
        area.setText(unified(next));
        model.setUndoRedoEnabled(true);
        area.clearUndoRedo();
        area.select(TextPos.ZERO);
        text.set(currentText());
    }

    @Override
    public void replaceText(String next) {
        int line = caretLine();
        area.replaceText(TextPos.ZERO, area.getDocumentEnd(), unified(next));
        text.set(currentText());
        goTo(line, 1);
    }

    @Override
    public void setHighlighter(Highlighter highlighter) {
        decorator.setHighlighter(Objects.requireNonNull(highlighter));
        repaint();
    }

    @Override
    public ObservableList<CodeProblem> problems() {
        return problems;
    }

    @Override
    public BooleanProperty readOnlyProperty() {
        return readOnly;
    }

    @Override
    public ReadOnlyBooleanProperty undoableProperty() {
        return area.undoableProperty();
    }

    @Override
    public ReadOnlyBooleanProperty redoableProperty() {
        return area.redoableProperty();
    }

    @Override
    public void undo() {
        moveTo(model.undo(null));
    }

    @Override
    public void redo() {
        moveTo(model.redo(null));
    }

    @Override
    public void find() {
        node.setTop(findBar);
        String selection = selectedText();
        if (!selection.isEmpty()) {
            wanted.setText(selection);
        }
        wanted.requestFocus();
        wanted.selectAll();
        search();
    }

    @Override
    public void goTo(int line, int column) {
        int index = Math.clamp(line - 1, 0, Math.max(0, model.size() - 1));
        int offset = Math.clamp(column - 1, 0, model.getPlainText(index).length());
        area.select(TextPos.ofLeading(index, offset));
    }

    @Override
    public int caretLine() {
        TextPos caret = area.getCaretPosition();
        return caret == null ? 1 : caret.index() + 1;
    }

    @Override
    public int caretColumn() {
        TextPos caret = area.getCaretPosition();
        return caret == null ? 1 : caret.offset() + 1;
    }

    @Override
    public void onCaretMoved(Runnable action) {
        caretActions.add(action);
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    /** The model's own undo works without a skin, that is also before the editor is first shown. */
    private void moveTo(TextPos @Nullable [] selection) {
        if (selection != null && selection.length == 2) {
            area.select(selection[0], selection[1]);
        }
    }

    private void buildFindBar() {
        findBar.getStyleClass().add("find-bar");
        wanted.setPromptText("Find");
        wanted.setAccessibleText("Find in the text");
        matches.getStyleClass().add("text-secondary");
        wanted.textProperty().subscribe((before, after) -> search());
        wanted.setOnAction(event -> step(1));
        findBar.getChildren()
                .addAll(
                        wanted,
                        icon(Feather.CHEVRON_UP, "Previous match", () -> step(-1)),
                        icon(Feather.CHEVRON_DOWN, "Next match", () -> step(1)),
                        matches,
                        icon(Feather.X, "Close find", this::closeFind));
    }

    private static Button icon(org.kordamp.ikonli.Ikon ikon, String name, Runnable action) {
        Button button = new Button();
        button.setGraphic(Icons.of(ikon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(name);
        button.setOnAction(event -> action.run());
        Explain.with(button, name);
        return button;
    }

    private void onKey(KeyEvent event) {
        if (KeyCombination.valueOf("Shortcut+F").match(event)) {
            find();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && node.getTop() != null) {
            closeFind();
            event.consume();
        } else if (event.getCode() == KeyCode.F3 && node.getTop() != null) {
            step(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    private void closeFind() {
        node.setTop(null);
        decorator.setSearched("");
        repaint();
        area.requestFocus();
    }

    private void search() {
        String sought = wanted.getText() == null ? "" : wanted.getText();
        decorator.setSearched(sought);
        repaint();
        int count = positions(sought).size();
        matches.setText(sought.isEmpty() ? "" : count == 0 ? "No match" : count == 1 ? "1 match" : count + " matches");
    }

    private void step(int direction) {
        List<TextPos> found = positions(wanted.getText());
        if (found.isEmpty()) {
            return;
        }
        TextPos caret = Objects.requireNonNullElse(area.getCaretPosition(), TextPos.ZERO);
        int length = wanted.getText().length();
        TextPos chosen = direction > 0 ? found.getFirst() : found.getLast();
        for (int i = 0; i < found.size(); i++) {
            TextPos candidate = direction > 0 ? found.get(i) : found.get(found.size() - 1 - i);
            TextPos end = TextPos.ofLeading(candidate.index(), candidate.offset() + length);
            if (direction > 0 ? candidate.compareTo(caret) >= 0 : end.compareTo(caret) < 0) {
                chosen = candidate;
                break;
            }
        }
        area.select(chosen, TextPos.ofLeading(chosen.index(), chosen.offset() + length));
    }

    private List<TextPos> positions(String sought) {
        List<TextPos> found = new ArrayList<>();
        if (sought.isEmpty()) {
            return found;
        }
        String lower = sought.toLowerCase(Locale.ROOT);
        for (int i = 0; i < model.size(); i++) {
            String line = model.getPlainText(i).toLowerCase(Locale.ROOT);
            for (int at = line.indexOf(lower); at >= 0; at = line.indexOf(lower, at + lower.length())) {
                found.add(TextPos.ofLeading(i, at));
            }
        }
        return found;
    }

    private String selectedText() {
        var selection = area.getSelection();
        if (selection == null
                || selection.getMin().index() != selection.getMax().index()) {
            return "";
        }
        return model.getPlainText(selection.getMin().index())
                .substring(selection.getMin().offset(), selection.getMax().offset());
    }

    private String currentText() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < model.size(); i++) {
            if (i > 0) {
                all.append('\n');
            }
            all.append(model.getPlainText(i));
        }
        return all.toString();
    }

    private void repaint() {
        model.fireStyleChangeEvent(TextPos.ZERO, model.getDocumentEnd());
        // The margin caches its nodes; setting it anew makes it ask again.
        area.setLeftDecorator(null);
        area.setLeftDecorator(new MarginDecorator(problems));
    }

    private static String unified(String lines) {
        return lines.replace("\r\n", "\n").replace('\r', '\n');
    }
}
