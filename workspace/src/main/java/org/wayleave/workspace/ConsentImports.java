package org.wayleave.workspace;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** Consents of real people that were imported from other systems, by tokens. An import is kept or deleted as a whole. */
public interface ConsentImports {
    /** Most entries of one import. */
    int MOST_ENTRIES = 500_000;

    /**
     * Keeps an import and notes it in the audit ledger, in one transaction.
     *
     * @param entries in the order of the file
     * @param progress told now and then how many entries are written
     * @param cancelled asked now and then; if it says so, nothing is kept
     * @throws java.util.concurrent.CancellationException if it was cancelled; nothing is kept then
     * @throws WorkspaceException CONFLICT if the same file is kept already, INVALID_DOCUMENT if an entry has a value that is too long
     *     or missing, FORBIDDEN or READ_ONLY; nothing is kept then
     */
    ConsentImport keep(
            ConsentImport.Origin origin, List<ConsentEntry> entries, IntConsumer progress, BooleanSupplier cancelled);

    /** The imports that are kept, oldest first. */
    List<ConsentImport> list();

    /** The tokens of the people in the imports of a catalogue, in order, each once. */
    List<String> subjects(String catalogue);

    /** The entries of all imports of a catalogue about one person, by import and place in the file. */
    List<ConsentEntry> entries(String catalogue, String subject);

    /** The entries of all imports of a catalogue, by person, then by import and place in the file. */
    List<ConsentEntry> entries(String catalogue);

    /**
     * Deletes an import with all its entries and notes that in the audit ledger, in one transaction.
     *
     * @param reason why, 1 to 200 characters
     * @throws WorkspaceException MISSING if there is no such import, INVALID_DOCUMENT without a reason, FORBIDDEN for roles that may
     *     not approve, READ_ONLY
     */
    void delete(int number, String reason);
}
