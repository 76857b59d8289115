package org.wayleave.data.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The entries of a catalogue document: what stands under a key of an object part, such as a data element, or a whole part such as the title. */
final class CatalogueEntries {
    private final ObjectNode root;

    /**
     * Where an entry stands.
     *
     * @param part such as dataElements
     * @param entry its key in the part; empty if the part is no object and is the entry itself
     */
    record Name(String part, String entry) {
        private static final Comparator<Name> ORDER =
                Comparator.comparing(Name::part).thenComparing(Name::entry);
    }

    private CatalogueEntries(ObjectNode root) {
        this.root = root;
    }

    /** Reads the entries of a catalogue; changing them does not change it. */
    static CatalogueEntries of(Catalogue catalogue) {
        return new CatalogueEntries(tree(catalogue));
    }

    /** Returns the document of a catalogue, to be changed freely. */
    static ObjectNode tree(Catalogue catalogue) {
        try {
            if (StrictJson.read(catalogue.json()) instanceof ObjectNode tree) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            throw new CatalogueException("the catalogue is not valid JSON: " + e.getOriginalMessage(), e);
        }
        throw new CatalogueException("the catalogue must be an object");
    }

    /** Returns the names of the entries of several versions together, in a fixed order. */
    static SequencedSet<Name> names(Set<CatalogueEntries> versions) {
        Set<String> parts = new TreeSet<>();
        versions.forEach(version -> version.root.fieldNames().forEachRemaining(parts::add));
        TreeSet<Name> names = new TreeSet<>(Name.ORDER);
        for (String part : parts) {
            if (versions.stream()
                    .map(version -> version.root.get(part))
                    .allMatch(value -> value == null || value.isObject())) {
                for (CatalogueEntries version : versions) {
                    version.root.path(part).fieldNames().forEachRemaining(entry -> names.add(new Name(part, entry)));
                }
            } else {
                names.add(new Name(part, ""));
            }
        }
        return names;
    }

    @Nullable
    JsonNode get(Name name) {
        return name.entry().isEmpty()
                ? root.get(name.part())
                : root.path(name.part()).get(name.entry());
    }

    /** Sets an entry; null takes it out. */
    void set(Name name, @Nullable JsonNode value) {
        ObjectNode holder = name.entry().isEmpty() ? root : root.withObjectProperty(name.part());
        String key = name.entry().isEmpty() ? name.part() : name.entry();
        if (value == null) {
            holder.remove(key);
        } else {
            holder.set(key, value.deepCopy());
        }
    }

    /** Reads the entries as a catalogue. */
    Catalogue catalogue() {
        return Catalogue.parse(root.toPrettyString());
    }
}
