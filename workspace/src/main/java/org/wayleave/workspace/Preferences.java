package org.wayleave.workspace;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Small values that a workspace remembers, such as window sizes. They are not audited. */
public interface Preferences {

    /** The value of a key. */
    Optional<String> get(String key);

    /**
     * Remembers a value.
     *
     * @param key 1 to 200 characters
     * @param value at most 100,000 characters
     * @throws WorkspaceException READ_ONLY when the workspace is opened read-only
     */
    void put(String key, String value);

    /**
     * Remembers several values in one transaction: either all of them or none.
     *
     * @param values by key, each as for {@link #put}
     */
    void putAll(Map<String, String> values);

    /** The values of all keys that begin so, as they are at one instant, sorted by key. */
    SortedMap<String, String> startingWith(String prefix);

    /** Forgets a value, if there is one. */
    void remove(String key);

    /** Forgets the values of all keys that begin so. */
    void removeStartingWith(String prefix);
}
