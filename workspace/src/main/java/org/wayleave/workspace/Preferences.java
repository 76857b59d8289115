package org.wayleave.workspace;

import java.util.Optional;

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

    /** Forgets a value, if there is one. */
    void remove(String key);
}
