package org.wayleave.ui.form;

import java.util.List;

/**
 * Where the documents of a form page are kept. Methods may block and are called off the FX thread; what they throw reaches the
 * user by its message.
 *
 * @param <D> the document's immutable content
 */
public interface FormStore<D> {
    /** The newest version of each document, by title. */
    List<FormEntry> list();

    /** All versions of a document, newest first. */
    List<FormEntry> history(String id);

    /** The content of a version. */
    D content(String id, int version);

    /**
     * Saves a new version.
     *
     * @param id the document, or an id made from the title when it is new
     * @param basedOn version that was edited; 0 for a new document
     */
    FormEntry save(String id, D content, int basedOn);

    /** Sets the state of a version. */
    FormEntry changeState(String id, int version, String state);

    /** Whether nothing can be saved. */
    boolean readOnly();
}
