package org.wayleave.data.export;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wayleave.data.Category;
import org.wayleave.data.Person;
import org.wayleave.data.Recipe;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.event.EventType;

/** An event as a record of named fields, in the form that its contract in the catalogue describes. */
public final class EventRecord {
    private EventRecord() {}

    /** Returns the fields of an event: texts, numbers and times; a field without a value is left out. */
    public static SortedMap<String, Object> of(Recipe recipe, Person person, EventHistory events, int i) {
        SortedMap<String, Object> fields = new TreeMap<>();
        fields.put("time", Instant.ofEpochMilli(events.time(i)).toString());
        fields.put("person", person.id());
        List<Category> categories = recipe.categories();
        if (events.category(i) >= 0) {
            Category category = categories.get(events.category(i));
            fields.put("category", category.id());
            if (events.product(i) >= 0) {
                fields.put("product", productId(category, events.product(i)));
            }
            if (events.productSize(i) >= 0) {
                fields.put("size", category.sizes().get(events.productSize(i)));
            }
        }
        if (events.type(i) == EventType.PURCHASE) {
            fields.put("discount", events.discount(i));
        }
        if (events.type(i) == EventType.PURCHASE || events.type(i) == EventType.RETURN) {
            fields.put("amount", events.value(i));
        }
        return Collections.unmodifiableSortedMap(fields);
    }

    /** Returns the id of a product, e.g. "shoes-017". */
    public static String productId(Category category, int product) {
        String digits = Integer.toString(product);
        return category.id() + "-" + "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    }
}
