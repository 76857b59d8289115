package org.wayleave.journey.graph;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a journey file holds beyond what this version knows: kept as it came, written back where it was.
 *
 * @param json the JSON text of each unknown key's value, by key
 */
public record Extras(Map<String, String> json) {

    /** Nothing beyond the known. */
    public static final Extras NONE = new Extras(Map.of());

    public Extras {
        json = Collections.unmodifiableMap(new TreeMap<>(json));
    }
}
