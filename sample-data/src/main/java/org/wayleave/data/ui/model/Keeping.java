package org.wayleave.data.ui.model;

import java.time.InstantSource;
import java.util.Map;
import org.wayleave.data.catalogue.Catalogue;

/** Where the page keeps what is changed on it, and the clock that dates it; what is kept leaves an audit row. */
public interface Keeping extends InstantSource {
    /**
     * What was saved.
     *
     * @param words such as "version 3, draft"
     * @param stored the catalogue as it was saved, with what others changed meanwhile
     */
    record Saved(String words, Catalogue stored) {}

    /**
     * Saves what was changed in a catalogue as a new version: each entry that differs from what the changes began with goes into
     * the newest version, the other entries stay as they are there. Called off the thread of the view-models.
     *
     * @param base what the changes began with
     * @param wanted what it has become
     * @throws org.wayleave.data.catalogue.CatalogueConflictException if somebody else changed the same entry meanwhile; nothing is
     *     saved then
     * @throws RuntimeException if it cannot be saved; the message says why and what to do
     */
    Saved save(Catalogue base, Catalogue wanted);

    /** Returns the newest version of a catalogue, in whatever state; the given one if none is kept. Called off the thread of the view-models. */
    Catalogue newest(Catalogue shown);

    /**
     * Writes an audit row about something that was done on the page; called off the thread of the view-models.
     *
     * @param type such as "identity.merged"
     * @param subject what it was done to
     * @throws RuntimeException if it cannot be written; what it is about must then not be done
     */
    void record(String type, String subject, Map<String, String> detail);

    /** Returns who is at work, as the audit ledger names them. */
    String author();
}
