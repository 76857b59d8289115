package org.wayleave.data.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.wayleave.data.catalogue.CatalogueEntries.Name;

/** Brings the changes of a catalogue into another version of it, entry by entry, and finds the entries that were changed in both. */
public final class CatalogueMerge {
    private final CatalogueEntries into;
    private final List<CatalogueConflict> conflicts = new ArrayList<>();

    private CatalogueMerge(CatalogueEntries into) {
        this.into = into;
    }

    /**
     * Merges.
     *
     * @param base what the changes began with
     * @param wanted what it has become
     * @param newest the version to bring them into
     */
    public static CatalogueMerge of(Catalogue base, Catalogue wanted, Catalogue newest) {
        CatalogueEntries from = CatalogueEntries.of(base);
        CatalogueEntries to = CatalogueEntries.of(wanted);
        CatalogueEntries there = CatalogueEntries.of(newest);
        CatalogueMerge merge = new CatalogueMerge(CatalogueEntries.of(newest));
        for (Name name : CatalogueEntries.names(Set.of(from, to, there))) {
            JsonNode before = from.get(name);
            JsonNode mine = to.get(name);
            JsonNode theirs = there.get(name);
            if (Objects.equals(mine, before) || Objects.equals(mine, theirs)) {
                continue;
            }
            if (Objects.equals(theirs, before)) {
                merge.into.set(name, mine);
            } else {
                merge.conflicts.add(new CatalogueConflict(name.part(), name.entry(), before, mine, theirs));
            }
        }
        return merge;
    }

    /** Returns where two versions differ, such as "dataElements.device", in a fixed order. */
    public static List<String> differences(Catalogue one, Catalogue other) {
        CatalogueEntries first = CatalogueEntries.of(one);
        CatalogueEntries second = CatalogueEntries.of(other);
        return CatalogueEntries.names(Set.of(first, second)).stream()
                .filter(name -> !Objects.equals(first.get(name), second.get(name)))
                .map(name -> name.entry().isEmpty() ? name.part() : name.part() + "." + name.entry())
                .toList();
    }

    /** Returns the entries that both changed in two ways, in a fixed order. */
    public List<CatalogueConflict> conflicts() {
        return List.copyOf(conflicts);
    }

    /**
     * Returns the newest version with the changes.
     *
     * @throws CatalogueException if there are conflicts, or the changes do not hold together
     */
    public Catalogue merged() {
        return merged(Map.of());
    }

    /**
     * Returns the newest version with the changes, conflicts decided.
     *
     * @param choices what becomes of each conflict
     * @throws CatalogueException if a conflict is not decided, or the changes do not hold together
     */
    public Catalogue merged(Map<CatalogueConflict, CatalogueConflict.Choice> choices) {
        for (CatalogueConflict conflict : conflicts) {
            CatalogueConflict.Choice choice = choices.get(conflict);
            if (choice == null) {
                throw new CatalogueException("\"" + conflict.path() + "\" was changed in another version meanwhile");
            }
            into.set(new Name(conflict.part(), conflict.entry()), conflict.value(choice));
        }
        return into.catalogue();
    }
}
