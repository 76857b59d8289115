package org.wayleave.data.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.CatalogueDraft;
import org.wayleave.data.catalogue.CatalogueEdit;
import org.wayleave.data.catalogue.CatalogueException;
import org.wayleave.data.catalogue.Transfer;

/**
 * A change of one value of the registry, with a name; it can be applied to any version of the catalogue that has its entry.
 *
 * @param label what it does, e.g. "Change the owner of Purchases"
 * @param path keys from the document's root to the value, e.g. dataElements, device, owner
 * @param value its new value; null takes it out
 */
public record RegistryEdit(
        String label, List<String> path, @Nullable JsonNode value) implements CatalogueEdit {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ELEMENTS = "dataElements";

    /** Copies the path. */
    public RegistryEdit {
        path = List.copyOf(path);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("an edit needs a place");
        }
    }

    /** Sets a text of a data element; an empty one takes the field out. */
    public static RegistryEdit text(String label, String element, String field, String text) {
        return text(label, List.of(ELEMENTS, element, field), text);
    }

    /** Sets a text anywhere; an empty one takes it out. */
    public static RegistryEdit text(String label, List<String> path, String text) {
        return new RegistryEdit(label, path, text.isBlank() ? null : JSON.textNode(text.strip()));
    }

    /** Sets a list of texts of a data element. */
    public static RegistryEdit texts(String label, String element, String field, List<String> texts) {
        return texts(label, List.of(ELEMENTS, element, field), texts);
    }

    /** Sets a list of texts anywhere. */
    public static RegistryEdit texts(String label, List<String> path, List<String> texts) {
        ArrayNode list = JSON.arrayNode();
        texts.forEach(list::add);
        return new RegistryEdit(label, path, list);
    }

    /** Sets a number of a data element. */
    public static RegistryEdit number(String label, String element, String field, int number) {
        return number(label, List.of(ELEMENTS, element, field), number);
    }

    /** Sets a number anywhere. */
    public static RegistryEdit number(String label, List<String> path, int number) {
        return new RegistryEdit(label, path, JSON.numberNode(number));
    }

    /** Says yes or no anywhere. */
    public static RegistryEdit flag(String label, List<String> path, boolean flag) {
        return new RegistryEdit(label, path, JSON.booleanNode(flag));
    }

    /** Sets the transfers of a data element to third countries. */
    public static RegistryEdit transfers(String label, String element, List<Transfer> transfers) {
        ArrayNode list = JSON.arrayNode();
        transfers.forEach(transfer -> list.addObject()
                .put("recipient", transfer.recipient())
                .put("country", transfer.country())
                .put("safeguard", transfer.safeguard()));
        return new RegistryEdit(label, List.of(ELEMENTS, element, "transfers"), list);
    }

    @Override
    public void change(ObjectNode catalogue) {
        ObjectNode holder = catalogue;
        for (int i = 0; i < path.size() - 1; i++) {
            String key = path.get(i);
            JsonNode next = holder.get(key);
            if (next == null && i == 0) {
                // Whole parts such as the recipients or the controller may be missing until their first entry.
                next = holder.putObject(key);
            }
            if (!(next instanceof ObjectNode object)) {
                throw new CatalogueException(
                        "the catalogue has no " + String.join(".", path.subList(0, i + 1)) + " any more");
            }
            holder = object;
        }
        if (value == null) {
            holder.remove(path.getLast());
        } else {
            holder.set(path.getLast(), value.deepCopy());
        }
    }

    /**
     * Returns the catalogue with the change.
     *
     * @throws CatalogueException if the catalogue would no longer hold together, or lacks the entry
     */
    public Catalogue apply(Catalogue catalogue) {
        CatalogueDraft draft = new CatalogueDraft(catalogue);
        draft.apply(this);
        return draft.now();
    }
}
