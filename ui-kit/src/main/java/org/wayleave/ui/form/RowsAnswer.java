package org.wayleave.ui.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.theme.Icons;

/** Rows, each in a card of its own, with a button that adds one and one on each card that takes it away. */
final class RowsAnswer<D, R> extends QuestionView<D> {
    /** Columns of a narrow text, so that three stand side by side. */
    private static final int NARROW = 10;

    private final Question.Rows<D, R> question;
    private final Supplier<D> document;
    private final Consumer<D> edit;
    private final VBox cards = new VBox();
    private final Button add = new Button();
    private final List<RowCard> views = new ArrayList<>();

    private RowsAnswer(Question.Rows<D, R> question, Supplier<D> document, Consumer<D> edit) {
        super(question);
        this.question = question;
        this.document = document;
        this.edit = edit;
        cards.getStyleClass().add("form-rows");
        add.setText("Add " + question.noun());
        add.setGraphic(Icons.of(Feather.PLUS));
        add.setOnAction(event -> change(rows -> {
            List<R> more = new ArrayList<>(rows);
            more.add(question.blank());
            return more;
        }));
        answerWith(question, new VBox(cards, add));
    }

    static <D, R> RowsAnswer<D, R> of(Question.Rows<D, R> question, Supplier<D> document, Consumer<D> edit) {
        return new RowsAnswer<>(question, document, edit);
    }

    private void change(UnaryOperator<List<R>> change) {
        D now = document.get();
        edit.accept(question.with().apply(now, change.apply(question.get().apply(now))));
    }

    @Override
    void show(D now) {
        List<R> rows = question.get().apply(now);
        if (rows.size() != views.size()) {
            views.clear();
            for (int i = 0; i < rows.size(); i++) {
                views.add(new RowCard(i));
            }
            cards.getChildren().setAll(views);
            VBox.setMargin(add, null);
        }
        for (int i = 0; i < rows.size(); i++) {
            views.get(i).show(rows.get(i));
        }
    }

    @Override
    Node target() {
        return views.isEmpty() ? add : views.getFirst().first();
    }

    private final class RowCard extends VBox {
        private final int index;
        private final List<Consumer<R>> shows = new ArrayList<>();
        private final List<Control> controls = new ArrayList<>();

        RowCard(int index) {
            this.index = index;
            getStyleClass().add("form-row");
            String noun = question.noun();
            String name = noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1) + " " + (index + 1);
            Button remove = new Button();
            remove.setGraphic(Icons.of(Feather.TRASH_2));
            remove.getStyleClass().addAll("flat", "button-icon");
            remove.setAccessibleText("Remove " + noun + " " + (index + 1));
            remove.setOnAction(event -> change(rows -> {
                List<R> fewer = new ArrayList<>(rows);
                fewer.remove(index);
                return fewer;
            }));
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox head = new HBox(Texts.strong(name), gap, remove);
            head.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(head);
            FlowPane narrow = new FlowPane();
            narrow.getStyleClass().add("form-row-narrow");
            for (Question.Column<R> column : question.columns()) {
                Node cell = cell(column, name);
                if (column.wide()) {
                    if (!narrow.getChildren().isEmpty()) {
                        getChildren().add(narrow);
                        narrow = new FlowPane();
                        narrow.getStyleClass().add("form-row-narrow");
                    }
                    getChildren().add(cell);
                } else {
                    narrow.getChildren().add(cell);
                }
            }
            if (!narrow.getChildren().isEmpty()) {
                getChildren().add(narrow);
            }
        }

        private Node cell(Question.Column<R> column, String rowName) {
            Label label = Texts.secondary(column.label());
            label.setWrapText(false);
            Control control = column.options().isEmpty() ? text(column) : choice(column);
            label.setLabelFor(control);
            control.setAccessibleText(column.label() + ", " + rowName);
            if (column.wide()) {
                control.setMaxWidth(Double.MAX_VALUE);
            }
            controls.add(control);
            VBox cell = new VBox(label, control);
            cell.getStyleClass().add("form-cell");
            return cell;
        }

        private Control text(Question.Column<R> column) {
            TextInputControl input = TextAnswer.input(column.wide() ? 2 : 1);
            if (input instanceof TextField field) {
                field.setPrefColumnCount(NARROW);
            }
            input.textProperty().subscribe((before, text) -> put(column, text == null ? "" : text));
            shows.add(row -> TextAnswer.setText(input, column.get().apply(row)));
            return input;
        }

        private Control choice(Question.Column<R> column) {
            ComboBox<FormOption> box = QuestionView.choice(column.options(), "Choose");
            box.valueProperty().subscribe((before, option) -> {
                if (option != null) {
                    put(column, option.value());
                }
            });
            shows.add(row -> select(box, column.get().apply(row)));
            return box;
        }

        private void put(Question.Column<R> column, String value) {
            List<R> rows = question.get().apply(document.get());
            if (index >= rows.size() || column.get().apply(rows.get(index)).equals(value) || showing) {
                return;
            }
            change(present -> {
                List<R> changed = new ArrayList<>(present);
                changed.set(index, column.with().apply(present.get(index), value));
                return changed;
            });
        }

        private boolean showing = true;

        void show(R row) {
            showing = true;
            shows.forEach(show -> show.accept(row));
            showing = false;
        }

        Node first() {
            return controls.isEmpty() ? this : controls.getFirst();
        }
    }
}
