package org.wayleave.ui.form;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.wayleave.ui.control.Texts;

/** A text, with how settled it is beside its label when the question asks for that. */
final class TextAnswer<D> extends QuestionView<D> {
    private static final double USUAL_WIDTH = 440;
    /** Mean width of a letter, as a share of the size of the font. */
    private static final double LETTER = 0.53;
    /** What frame and padding take of the width, in ems. */
    private static final double FRAME = 3;

    private static final int MOST_ROWS = 12;

    private final Question.Text<D> question;
    private final TextInputControl input;
    private final @Nullable ComboBox<FormOption> settledBox;

    TextAnswer(Question.Text<D> question, Supplier<D> document, Consumer<D> edit) {
        this(question, document, edit, settledBox(question, document, edit));
    }

    private TextAnswer(
            Question.Text<D> question,
            Supplier<D> document,
            Consumer<D> edit,
            @Nullable ComboBox<FormOption> settledBox) {
        super(question, settledBox == null ? new Node[0] : new Node[] {Texts.secondary("This answer is"), settledBox});
        this.question = question;
        this.settledBox = settledBox;
        input = input(question.lines());
        input.textProperty().subscribe((before, text) -> {
            if (text != null && !text.equals(question.get().apply(document.get()))) {
                edit.accept(question.with().apply(document.get(), text));
            }
        });
        answerWith(question, input);
    }

    private static <D> @Nullable ComboBox<FormOption> settledBox(
            Question.Text<D> question, Supplier<D> document, Consumer<D> edit) {
        Question.Settled<D> settled = question.settled();
        if (settled == null) {
            return null;
        }
        ComboBox<FormOption> box = choice(settled.options(), "State");
        box.getStyleClass().add("settled-box");
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setAccessibleText("State of the answer: " + question.label());
        box.valueProperty().subscribe((before, option) -> {
            if (option != null && !option.value().equals(settled.get().apply(document.get()))) {
                edit.accept(settled.with().apply(document.get(), option.value()));
            }
        });
        return box;
    }

    /** A field, or an area of some lines in which Tab moves on instead of indenting. */
    static TextInputControl input(int lines) {
        if (lines <= 1) {
            return new TextField();
        }
        TextArea area = new TextArea();
        area.setWrapText(true);
        Runnable fit = () -> area.setPrefRowCount(rows(area, lines));
        area.textProperty().subscribe(fit);
        area.widthProperty().subscribe(fit);
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
        return area;
    }

    /** Enough rows for the text at its width, so that most answers are seen whole; a longer one scrolls. */
    private static int rows(TextArea area, int least) {
        double size = area.getFont().getSize();
        double width = area.getWidth() > 0 ? area.getWidth() : USUAL_WIDTH;
        double room = Math.max(10, (width - FRAME * size) / (LETTER * size));
        String text = area.getText() == null ? "" : area.getText();
        int rows =
                text.lines().mapToInt(line -> 1 + (int) (line.length() / room)).sum();
        return Math.clamp(rows, least, MOST_ROWS);
    }

    /** Replaces the text only when it differs, so that the caret stays where somebody types. */
    static void setText(TextInputControl input, String text) {
        if (!text.equals(input.getText())) {
            input.setText(text);
        }
    }

    @Override
    void show(D document) {
        setText(input, question.get().apply(document));
        Question.Settled<D> settled = question.settled();
        if (settledBox != null && settled != null) {
            select(settledBox, settled.get().apply(document));
        }
    }

    @Override
    Node target() {
        return input;
    }
}
