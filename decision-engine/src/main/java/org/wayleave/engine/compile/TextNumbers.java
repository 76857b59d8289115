package org.wayleave.engine.compile;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Gives texts their numbers. */
record TextNumbers(Map<String, Integer> numbers) {
    TextNumbers {
        numbers = Map.copyOf(numbers);
    }

    /** The number of a text, -1 for any other value. */
    int of(@Nullable RegoValue value) {
        return value instanceof RegoString s ? numbers.getOrDefault(s.value(), -1) : -1;
    }
}
