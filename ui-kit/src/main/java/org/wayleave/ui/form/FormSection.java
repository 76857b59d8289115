package org.wayleave.ui.form;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a form.
 *
 * @param id stable name
 * @param title such as "Risks"
 * @param guidance what the section is for and how to go about it, a few sentences
 * @param verdict one sentence drawn from the answers, shown above them; empty for none
 * @param questions in order
 * @param <D> the document's immutable content
 */
public record FormSection<D>(
        String id, String title, String guidance, Function<D, String> verdict, List<Question<D>> questions) {
    /** Copies the questions. */
    public FormSection {
        questions = List.copyOf(questions);
    }
}
