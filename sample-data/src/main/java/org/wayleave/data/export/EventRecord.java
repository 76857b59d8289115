package org.wayleave.data.export;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.Category;
import org.wayleave.data.EventFields;
import org.wayleave.data.Person;
import org.wayleave.data.Recipe;
import org.wayleave.data.event.EventHistory;

/** An event as a record of named fields, in the form that its contract in the catalogue describes. */
public final class EventRecord {
    private EventRecord() {}

    /** Returns the fields of an event: texts, numbers and times; a field without a value is left out. */
    public static SortedMap<String, Object> of(Recipe recipe, Person person, EventHistory events, int i) {
        SortedMap<String, Object> fields = new TreeMap<>();
        fields.put("time", Instant.ofEpochMilli(events.time(i)).toString());
        fields.put("person", person.id());
        Category category = events.category(i) < 0 ? null : recipe.categories().get(events.category(i));
        for (EventFields.Field field : recipe.eventFields().of(events.type(i))) {
            Object value = value(field.column(), person, category, events, i);
            if (value != null) {
                fields.put(field.name(), value);
            }
        }
        return Collections.unmodifiableSortedMap(fields);
    }

    private static @Nullable Object value(
            EventFields.Column column, Person person, @Nullable Category category, EventHistory events, int i) {
        return switch (column) {
            case CATEGORY -> category == null ? null : category.id();
            case PRODUCT -> category == null || events.product(i) < 0 ? null : productId(category, events.product(i));
            case SIZE ->
                category == null || events.productSize(i) < 0
                        ? null
                        : category.sizes().get(events.productSize(i));
            case AMOUNT -> events.value(i);
            case DISCOUNT -> events.discount(i);
            case DEVICE -> person.device().wire();
        };
    }

    /** Returns the id of a product, e.g. "shoes-017". */
    public static String productId(Category category, int product) {
        String digits = Integer.toString(product);
        return category.id() + "-" + "0".repeat(Math.max(0, 3 - digits.length())) + digits;
    }
}
