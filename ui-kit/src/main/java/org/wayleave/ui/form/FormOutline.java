package org.wayleave.ui.form;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a form asks for, and how it is called.
 *
 * @param noun such as "model card"
 * @param plural such as "model cards"
 * @param purpose one sentence on what such documents are for, for the empty state
 * @param sections in order, at least one
 * @param title the title of a document
 * @param withTitle a document with another title
 * @param blank a new document
 * @param <D> the document's immutable content
 */
public record FormOutline<D>(
        String noun,
        String plural,
        String purpose,
        List<FormSection<D>> sections,
        Function<D, String> title,
        BiFunction<D, String, D> withTitle,
        D blank) {
    /** Copies the sections. */
    public FormOutline {
        sections = List.copyOf(sections);
    }
}
