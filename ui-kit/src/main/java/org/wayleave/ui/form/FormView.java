package org.wayleave.ui.form;

import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wayleave.ui.control.Note;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;

/**
 * The middle of a page of forms: the sections of the open document, one of them with its questions, and above these what went
 * wrong.
 *
 * @param <D> the document's immutable content
 */
final class FormView<D> extends StackPane {
    private final List<FormSection<D>> outline;
    private final boolean writable;
    private final Consumer<FormSection<D>> shown;
    private final VBox messages = new VBox();
    private @Nullable SectionNavigator<D> sections;
    private @Nullable SectionView<D> section;

    /**
     * A view without a document.
     *
     * @param outline the sections, in order
     * @param writable whether answers may be changed
     * @param shown is told which section is shown
     */
    FormView(List<FormSection<D>> outline, boolean writable, Consumer<FormSection<D>> shown) {
        this.outline = outline;
        this.writable = writable;
        this.shown = shown;
        messages.getStyleClass().add("form-messages");
    }

    /** Turns to another document; {@link #begin} then shows its first section. */
    void turnTo(FormEditor<D> editor) {
        // The view of a section belongs to the editor it was made for; showing it another document would edit the
        // former one.
        section = null;
        messages.getChildren().clear();
        sections = new SectionNavigator<>(outline, editor::state, chosen -> show(editor, chosen));
    }

    /** Shows the first section. */
    void begin() {
        select(outline.getFirst());
    }

    /** Shows instead of a document that there is none. */
    void showNothing(Node words) {
        sections = null;
        section = null;
        getChildren().setAll(words);
    }

    private void show(FormEditor<D> editor, FormSection<D> chosen) {
        int index = outline.indexOf(chosen);
        boolean last = index == outline.size() - 1;
        editor.seal();
        SectionView<D> view =
                new SectionView<>(chosen, index + 1, editor, () -> select(outline.get(index + 1)), last, writable);
        section = view;
        shown.accept(chosen);
        VBox column = new VBox(messages, view);
        column.getStyleClass().add("form-column");
        HBox centred = new HBox(column);
        HBox.setHgrow(column, Priority.ALWAYS);
        centred.getStyleClass().add("form-centred");
        ScrollPane scroll = new ScrollPane(centred);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        if (sections != null) {
            HBox form = new HBox(sections, scroll);
            form.getStyleClass().add("form-open");
            getChildren().setAll(form);
        }
    }

    private void select(FormSection<D> chosen) {
        if (sections != null) {
            sections.select(chosen);
        }
    }

    /** Shows the section of an id; an unknown one or null changes nothing. */
    void select(@Nullable String sectionId) {
        outline.stream()
                .filter(candidate -> candidate.id().equals(sectionId))
                .findFirst()
                .ifPresent(this::select);
    }

    /** Shows the question where something is to be mended, and gives it the keyboard. */
    void go(FormProblem problem) {
        select(problem.section());
        SectionView<D> view = section;
        if (view != null) {
            Platform.runLater(() -> view.target(problem.question()).requestFocus());
        }
    }

    /** Shows what the document says now. */
    void refresh(D document) {
        SectionView<D> view = section;
        if (view != null) {
            view.show(document);
        }
        if (sections != null) {
            sections.refresh();
        }
    }

    /** Says what went wrong, above the form or in its place. */
    void complain(String headline, Throwable failure) {
        String message = failure.getMessage();
        messages.getChildren()
                .setAll(new Note(Tone.BAD, headline, Texts.body(message == null ? failure.toString() : message)));
        if (sections == null) {
            getChildren().setAll(messages);
        }
    }

    /** Takes back what was said to be wrong. */
    void calm() {
        messages.getChildren().clear();
    }
}
