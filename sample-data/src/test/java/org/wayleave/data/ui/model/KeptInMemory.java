package org.wayleave.data.ui.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.CatalogueConflictException;
import org.wayleave.data.catalogue.CatalogueMerge;

/** Keeps in memory what a page keeps, or refuses. */
public final class KeptInMemory implements Keeping {
    /** What was kept, as words. */
    public final List<String> rows = new ArrayList<>();

    /** Whether everything is refused from now on. */
    public boolean refuses;

    /** The newest version; empty before one was saved or somebody else saved one. */
    public Optional<Catalogue> stored = Optional.empty();

    @Override
    public Saved save(Catalogue base, Catalogue wanted) {
        refuse();
        Catalogue newest = stored.orElse(base);
        CatalogueMerge merge = CatalogueMerge.of(base, wanted, newest);
        if (!merge.conflicts().isEmpty()) {
            throw new CatalogueConflictException(newest, merge.conflicts());
        }
        rows.add("saved " + wanted.id());
        stored = Optional.of(merge.merged());
        return new Saved("version 2, draft", merge.merged());
    }

    @Override
    public Catalogue newest(Catalogue shown) {
        return stored.orElse(shown);
    }

    @Override
    public void record(String type, String subject, Map<String, String> detail) {
        refuse();
        rows.add(type + " " + detail.get("reason"));
    }

    private void refuse() {
        if (refuses) {
            throw new IllegalStateException("the workspace is read-only");
        }
    }

    @Override
    public String author() {
        return "ana";
    }

    @Override
    public Instant instant() {
        return Instant.parse("2026-03-02T00:00:00Z");
    }
}
