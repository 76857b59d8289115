package org.wayleave.data.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A named change of a catalogue document. */
public interface CatalogueEdit {
    /** Returns what it does, such as "Change the owner of Purchases". */
    String label();

    /**
     * Changes the document.
     *
     * @throws CatalogueException if the document lacks what is to be changed
     */
    void change(ObjectNode catalogue);
}
