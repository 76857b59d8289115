package org.wayleave.data.feature;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Features as they are served: computed at an instant, given out until their lifetime is over, then neither given out nor
 * kept. A feature that looks back over a short time lives a short time. For one thread.
 */
public final class ServedFeatures {
    private final FeatureTable table;
    private final Map<String, Computed> byPerson = new HashMap<>();

    private record Computed(Features features, long at) {}

    /** Serves the features of a table. */
    public ServedFeatures(FeatureTable table) {
        this.table = table;
    }

    /**
     * Returns how long a value is good for: a quarter of what the feature looks back over, at least 15 minutes and at
     * most a week. What a feature without events says lives a week.
     */
    public static Duration lifetime(FeatureDefinition definition) {
        long quarter = definition.calculation().readsEvents()
                ? definition.windowMillis() / 4
                : Duration.ofDays(7).toMillis();
        return Duration.ofMillis(Math.clamp(
                quarter, Duration.ofMinutes(15).toMillis(), Duration.ofDays(7).toMillis()));
    }

    /** Keeps what was computed for a person at an instant in place of what was computed before. */
    public void put(String person, Features features, long at) {
        byPerson.put(person, new Computed(features, at));
    }

    /**
     * Returns the value of a feature as {@link Features#value} does; null if it is absent, was never computed or has expired.
     *
     * @throws IllegalArgumentException if there is no such feature
     */
    public @Nullable Object value(String person, String feature, long now) {
        int position = table.schema().position(feature);
        if (position < 0) {
            throw new IllegalArgumentException("there is no feature named " + feature);
        }
        Computed computed = byPerson.get(person);
        return computed == null || expired(position, computed.at(), now)
                ? null
                : computed.features().value(position);
    }

    /** Returns how many features of a person have expired at an instant. */
    public int expired(String person, long now) {
        Computed computed = byPerson.get(person);
        int count = 0;
        for (int i = 0; computed != null && i < table.definitions().size(); i++) {
            count += expired(i, computed.at(), now) ? 1 : 0;
        }
        return count;
    }

    /** Deletes what has expired and returns the number of people of whom nothing is left. */
    public int purge(long now) {
        int gone = 0;
        Iterator<Map.Entry<String, Computed>> entries = byPerson.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Computed> entry = entries.next();
            Computed computed = entry.getValue();
            int size = table.definitions().size();
            double[] left = new double[size];
            int alive = 0;
            for (int i = 0; i < size; i++) {
                boolean over = expired(i, computed.at(), now);
                left[i] = over ? Double.NaN : computed.features().raw(i);
                alive += over ? 0 : 1;
            }
            if (alive == 0) {
                entries.remove();
                gone++;
            } else if (alive < size) {
                entry.setValue(new Computed(computed.features().with(left), computed.at()));
            }
        }
        return gone;
    }

    private boolean expired(int position, long at, long now) {
        return now - at >= lifetime(table.definitions().get(position)).toMillis();
    }
}
