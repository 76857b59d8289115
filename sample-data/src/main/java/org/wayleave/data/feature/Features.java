package org.wayleave.data.feature;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The features of one person at one instant, and the age of the data behind them; immutable. */
public final class Features {
    private final FeatureSchema schema;
    private final double[] values;
    private final int[] ages;

    /**
     * Takes over the arrays.
     *
     * @param values per feature: the number, 0 or 1 for a flag, the vocabulary's position for a text; NaN where absent
     * @param ages per data element: whole days since its newest record, -1 where there is none
     */
    Features(FeatureSchema schema, double[] values, int[] ages) {
        this.schema = schema;
        this.values = values;
        this.ages = ages;
    }

    /** Returns the same with other values, which it takes over. */
    Features with(double[] others) {
        return new Features(schema, others, ages);
    }

    /** Returns the features this is about. */
    public FeatureSchema schema() {
        return schema;
    }

    /** Returns whether the feature at a position has a value for this person. */
    public boolean present(int position) {
        return !Double.isNaN(values[position]);
    }

    /** Returns the raw value: the number, 0 or 1 for a flag, the vocabulary's position for a text, NaN where absent. */
    public double raw(int position) {
        return values[position];
    }

    /** Returns a number, NaN where absent. */
    public double number(String name) {
        return values[position(name)];
    }

    /** Returns a flag, false where absent. */
    public boolean flag(String name) {
        return values[position(name)] == 1;
    }

    /** Returns a text, null where absent. */
    public @Nullable String text(String name) {
        return text(position(name));
    }

    /** Returns the text of the feature at a position, null where absent. */
    public @Nullable String text(int position) {
        return present(position) ? schema.features().get(position).vocabulary().get((int) values[position]) : null;
    }

    /** Returns a value as {@link Double}, {@link Boolean} or {@link String}, null where absent. */
    public @Nullable Object value(int position) {
        if (!present(position)) {
            return null;
        }
        return switch (schema.features().get(position).kind()) {
            case NUMBER -> values[position];
            case FLAG -> values[position] == 1;
            case TEXT -> text(position);
        };
    }

    /** Returns all values that are present, by name. */
    public SortedMap<String, Object> asMap() {
        SortedMap<String, Object> map = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            Object value = value(i);
            if (value != null) {
                map.put(schema.features().get(i).name(), value);
            }
        }
        return Collections.unmodifiableSortedMap(map);
    }

    /** Returns whole days since the newest record of a data element, by its position, -1 if there is none. */
    public int dataAge(int element) {
        return ages[element];
    }

    /** Returns whole days since the newest record of each data element that has one, by id. */
    public SortedMap<String, Integer> dataAges() {
        SortedMap<String, Integer> map = new TreeMap<>();
        for (int i = 0; i < ages.length; i++) {
            if (ages[i] >= 0) {
                map.put(schema.elements().get(i), ages[i]);
            }
        }
        return Collections.unmodifiableSortedMap(map);
    }

    private int position(String name) {
        int position = schema.position(name);
        if (position < 0) {
            throw new IllegalArgumentException("there is no feature named " + name);
        }
        return position;
    }
}
