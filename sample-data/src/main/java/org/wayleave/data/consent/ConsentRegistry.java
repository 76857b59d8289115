package org.wayleave.data.consent;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The consents that can be asked for, as one flat list: channels, then purposes, then topics; with lifetimes and text versions. */
public final class ConsentRegistry {
    /** One consent that can be given. */
    public record Key(Dimension dimension, String id, long lifetimeMillis) {}

    private final List<Key> keys;
    private final Map<Dimension, Map<String, Integer>> index = new EnumMap<>(Dimension.class);
    private final String[] versions;
    private final long[] versionTimes;

    /**
     * Makes a registry.
     *
     * @param keys in the order of dimensions
     * @param versions ids of the consent texts, oldest first, at least one
     * @param versionTimes from when each applies, epoch milliseconds, ascending
     */
    public ConsentRegistry(List<Key> keys, List<String> versions, long[] versionTimes) {
        if (versions.isEmpty() || versions.size() != versionTimes.length) {
            throw new IllegalArgumentException("a consent registry needs at least one text version, each with a time");
        }
        if (keys.size() > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("at most 127 consents can be registered, there are " + keys.size());
        }
        this.keys = List.copyOf(keys);
        this.versions = versions.toArray(String[]::new);
        this.versionTimes = versionTimes.clone();
        for (Dimension dimension : Dimension.values()) {
            index.put(dimension, new HashMap<>());
        }
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            if (of(key.dimension()).put(key.id(), i) != null) {
                throw new IllegalArgumentException(key.dimension().wire() + " " + key.id() + " is registered twice");
            }
        }
    }

    /** Returns the number of consents. */
    public int size() {
        return keys.size();
    }

    /** Returns the consents in order. */
    public List<Key> keys() {
        return keys;
    }

    /** Returns the consent at a position. */
    public Key key(int position) {
        return keys.get(position);
    }

    /** Returns the position of a consent, -1 if it is not registered. */
    public int position(Dimension dimension, String id) {
        Integer position = of(dimension).get(id);
        return position == null ? -1 : position;
    }

    /** Returns the version of the consent text in force at an instant; before the first one, the first. */
    public String policyVersion(long epochMilli) {
        int at = Arrays.binarySearch(versionTimes, epochMilli);
        int before = at >= 0 ? at : -at - 2;
        return versions[Math.max(0, before)];
    }

    private Map<String, Integer> of(Dimension dimension) {
        return Objects.requireNonNull(index.get(dimension));
    }
}
