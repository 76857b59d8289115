package org.wayleave.data;

import java.util.List;
import java.util.Map;

/**
 * What a person told about themselves (zero-party answers); empty where they were not asked or did not say.
 *
 * @param time when it was told, epoch milliseconds; 0 if nothing was
 * @param preferences ids of categories they like
 * @param sizes size by category id, in the order of the recipe
 * @param goals ids of goals
 */
public record Answers(long time, List<String> preferences, Map<String, String> sizes, List<String> goals) {
    /** Nothing told. */
    public static final Answers NONE = new Answers(0, List.of(), Map.of(), List.of());

    /** Returns whether nothing was told. */
    public boolean isEmpty() {
        return preferences.isEmpty() && sizes.isEmpty() && goals.isEmpty();
    }
}
