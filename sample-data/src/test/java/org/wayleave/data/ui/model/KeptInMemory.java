package org.wayleave.data.ui.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wayleave.data.catalogue.Catalogue;

/** Keeps in memory what a page keeps, or refuses. */
public final class KeptInMemory implements Keeping {
    /** What was kept, as words. */
    public final List<String> rows = new ArrayList<>();

    /** Whether everything is refused from now on. */
    public boolean refuses;

    @Override
    public String save(Catalogue catalogue) {
        refuse();
        rows.add("saved " + catalogue.id());
        return "version 2, draft";
    }

    @Override
    public String save(Catalogue base, Catalogue wanted) {
        return save(wanted);
    }

    @Override
    public Catalogue newest(Catalogue shown) {
        return shown;
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
