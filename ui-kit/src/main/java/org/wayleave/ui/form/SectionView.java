package org.wayleave.ui.form;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.ui.control.Note;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.theme.Icons;

/** One section of a form on the screen: its verdict, its questions and the way to the next section. */
final class SectionView<D> extends VBox {
    private final FormSection<D> section;
    private final Map<String, QuestionView<D>> views = new LinkedHashMap<>();
    private final Label verdict = Texts.body("");
    private final Note verdictNote = new Note(Tone.ACCENT, "What this comes to", verdict);

    SectionView(
            FormSection<D> section, int number, FormEditor<D> editor, Runnable next, boolean last, boolean editable) {
        this.section = section;
        getStyleClass().addAll("form", "form-section");
        getChildren().add(Texts.heading(number + "  " + section.title()));
        verdictNote.managedProperty().bind(verdictNote.visibleProperty());
        getChildren().add(verdictNote);
        for (Question<D> question : section.questions()) {
            QuestionView<D> view = QuestionView.of(
                    question, editor.documentProperty()::get, changed -> editor.edit(question, changed));
            view.setDisable(!editable);
            view.focusWithinProperty().subscribe(within -> {
                if (!within) {
                    editor.seal();
                }
            });
            views.put(question.id(), view);
            getChildren().add(view);
        }
        if (!last) {
            Button onward = new Button("Go to the next section");
            onward.setGraphic(Icons.of(Feather.ARROW_RIGHT));
            onward.setOnAction(event -> next.run());
            HBox foot = new HBox(onward);
            foot.setAlignment(Pos.CENTER_RIGHT);
            getChildren().add(foot);
        }
        show(editor.documentProperty().get());
    }

    FormSection<D> section() {
        return section;
    }

    /** Shows what a document says and what is wrong with it. */
    void show(D document) {
        String words = section.verdict().apply(document);
        verdict.setText(words);
        verdictNote.setVisible(!words.isEmpty());
        for (Question<D> question : section.questions()) {
            QuestionView<D> view = views.get(question.id());
            if (view != null) {
                view.show(document);
                view.showProblem(question.problem(document));
            }
        }
    }

    /** The control of a question; this section when there is no such question. */
    Node target(String question) {
        QuestionView<D> view = views.get(question);
        return view == null ? this : view.target();
    }
}
