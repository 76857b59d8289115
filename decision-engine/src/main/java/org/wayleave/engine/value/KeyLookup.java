package org.wayleave.engine.value;

import org.jspecify.annotations.Nullable;

/**
 * Finds one key in many objects and remembers where it stood: in an object with the very same table of keys that needs
 * no look at them. Thread-safe.
 */
public final class KeyLookup {
    private static final int MAX_UPDATES = 64;

    /** Where the key is in a table, -1 when it is not there. */
    private record Place(Members keys, int index) {}

    private static final Place NONE = new Place(new Members(0), -1);

    private final RegoValue key;
    private final int hash;
    private final KeyTables tables;
    private Place last = NONE; // a race costs a search, nothing else
    private Place before = NONE;
    private int updates;

    /**
     * A lookup of one key.
     *
     * @param key the key
     * @param tables what objects of few shapes share
     */
    public KeyLookup(RegoValue key, KeyTables tables) {
        key.seal();
        this.key = key;
        this.hash = key.hashCode();
        this.tables = tables;
    }

    /**
     * What {@code source[key]} is.
     *
     * @param source an array, object or set, or null
     * @return null where it is undefined or there is no source
     */
    @SuppressWarnings("ReferenceEquality") // the very same table, not an equal one
    public @Nullable RegoValue in(@Nullable RegoValue source) {
        if (source instanceof RegoObject object) {
            Place place = last;
            int index = object.keys() == place.keys ? place.index : indexIn(object);
            return index < 0 ? null : object.value(index);
        }
        return source == null ? null : source.get(key);
    }

    @SuppressWarnings("ReferenceEquality")
    private int indexIn(RegoObject object) {
        Members keys = tables.of(object);
        Place place = last;
        if (keys == place.keys) {
            return place.index;
        }
        place = before;
        if (keys == place.keys) {
            return place.index;
        }
        int index = keys.find(key, hash);
        // The keys of an object that is still growing may become more.
        if (updates < MAX_UPDATES && !object.isOpen()) {
            updates++;
            before = last;
            last = new Place(keys, index);
        }
        return index;
    }
}
