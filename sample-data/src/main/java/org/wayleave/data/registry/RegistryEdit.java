package org.wayleave.data.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.CatalogueException;
import org.wayleave.data.catalogue.StrictJson;
import org.wayleave.data.catalogue.Transfer;

/**
 * A change of one field of one data element, with a name; it can be applied to any version of the catalogue that has the element.
 *
 * @param label what it does, e.g. "Change the owner of Purchases"
 * @param element id of the data element
 * @param field name of the field in the document
 * @param value its new value; null takes the field out
 */
public record RegistryEdit(
        String label,
        String element,
        String field,
        @Nullable JsonNode value) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Sets a text; an empty one takes the field out. */
    public static RegistryEdit text(String label, String element, String field, String text) {
        return new RegistryEdit(label, element, field, text.isBlank() ? null : JSON.textNode(text.strip()));
    }

    /** Sets a list of texts. */
    public static RegistryEdit texts(String label, String element, String field, List<String> texts) {
        ArrayNode list = JSON.arrayNode();
        texts.forEach(list::add);
        return new RegistryEdit(label, element, field, list);
    }

    /** Sets a number. */
    public static RegistryEdit number(String label, String element, String field, int number) {
        return new RegistryEdit(label, element, field, JSON.numberNode(number));
    }

    /** Sets the transfers to third countries. */
    public static RegistryEdit transfers(String label, String element, List<Transfer> transfers) {
        ArrayNode list = JSON.arrayNode();
        transfers.forEach(transfer -> list.addObject()
                .put("recipient", transfer.recipient())
                .put("country", transfer.country())
                .put("safeguard", transfer.safeguard()));
        return new RegistryEdit(label, element, "transfers", list);
    }

    /**
     * Returns the catalogue with the change.
     *
     * @throws CatalogueException if the catalogue would no longer hold together, or has no such element
     */
    public Catalogue apply(Catalogue catalogue) {
        try {
            ObjectNode root = (ObjectNode) StrictJson.read(catalogue.json());
            if (!(root.path("dataElements").path(element) instanceof ObjectNode node)) {
                throw new CatalogueException("the catalogue has no data element " + element + " any more");
            }
            if (value == null) {
                node.remove(field);
            } else {
                node.set(field, value);
            }
            return Catalogue.parse(root.toString());
        } catch (JsonProcessingException e) {
            throw new CatalogueException("the catalogue is no JSON", e);
        }
    }
}
