package org.wayleave.engine.builtin;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Values that were made of keys, for any number of threads. When full it starts anew, so that keys that never come
 * back cost no more than the room; two threads may make one value twice.
 */
final class BoundedCache<K, V> {
    private final int capacity;
    private final ConcurrentHashMap<K, V> values = new ConcurrentHashMap<>();

    BoundedCache(int capacity) {
        this.capacity = capacity;
    }

    /** The value of a key, made when it is not here; what {@code make} throws goes through, and nothing is kept. */
    V get(K key, Function<K, V> make) {
        V known = values.get(key);
        if (known != null) {
            return known;
        }
        V made = make.apply(key);
        if (values.size() >= capacity) {
            values.clear();
        }
        values.put(key, made);
        return made;
    }

    int size() {
        return values.size();
    }
}
