package org.wayleave.data.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;

/** Brings the changes of one catalogue into another version of it, part by part of the document, such as events or purposes. */
public final class CatalogueMerge {
    private CatalogueMerge() {}

    /**
     * Returns the newest version with the parts that were changed.
     *
     * @param base what the changes began with
     * @param wanted what it has become
     * @param newest the version to bring them into
     * @throws CatalogueException if a changed part differs in the newest version too, and not in the same way
     */
    public static Catalogue of(Catalogue base, Catalogue wanted, Catalogue newest) {
        ObjectNode from = tree(base);
        ObjectNode to = tree(wanted);
        ObjectNode into = tree(newest);
        Set<String> parts = new TreeSet<>();
        for (ObjectNode tree : Set.of(from, to)) {
            for (Iterator<String> names = tree.fieldNames(); names.hasNext(); ) {
                parts.add(names.next());
            }
        }
        for (String part : parts) {
            JsonNode before = from.path(part);
            JsonNode after = to.path(part);
            JsonNode there = into.path(part);
            if (after.equals(before) || after.equals(there)) {
                continue;
            }
            if (!there.equals(before)) {
                throw new CatalogueException("\"" + part + "\" was changed in another version meanwhile;"
                        + " undo your changes, open the page again and repeat them");
            }
            if (after.isMissingNode()) {
                into.remove(part);
            } else {
                into.set(part, after);
            }
        }
        return Catalogue.parse(into.toPrettyString());
    }

    private static ObjectNode tree(Catalogue catalogue) {
        try {
            if (StrictJson.read(catalogue.json()) instanceof ObjectNode tree) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            throw new CatalogueException("the catalogue is not valid JSON: " + e.getOriginalMessage(), e);
        }
        throw new CatalogueException("the catalogue must be an object");
    }
}
