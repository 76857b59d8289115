package org.wayleave.data.catalogue;

import java.io.Serial;
import java.util.List;

/** Entries of a catalogue were changed by somebody else too, so that nothing is saved before a person decides. */
public final class CatalogueConflictException extends CatalogueException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Catalogue newest;
    private final transient List<CatalogueConflict> conflicts;

    /**
     * Makes an exception.
     *
     * @param newest the version that holds the other changes
     */
    public CatalogueConflictException(Catalogue newest, List<CatalogueConflict> conflicts) {
        super(
                conflicts.size() == 1
                        ? "\"" + conflicts.getFirst().path() + "\" was changed in another version meanwhile"
                        : conflicts.size() + " entries were changed in another version meanwhile");
        this.newest = newest;
        this.conflicts = List.copyOf(conflicts);
    }

    /** Returns the version that holds the other changes. */
    public Catalogue newest() {
        return newest;
    }

    /** Returns the entries that were changed in two ways. */
    public List<CatalogueConflict> conflicts() {
        return conflicts;
    }
}
