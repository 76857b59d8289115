package org.wayleave.app.ui.memory;

import java.util.Optional;

/** Small values that outlive the window. Reading is immediate; writing happens off the FX thread. */
public interface Memory {
    /** The remembered value of a key. */
    Optional<String> get(String key);

    /** Remembers a value. */
    void put(String key, String value);

    /** A remembered number; {@code otherwise} when there is none or it is no number. */
    default double number(String key, double otherwise) {
        return get(key).map(text -> {
                    try {
                        return Double.parseDouble(text);
                    } catch (NumberFormatException e) {
                        return otherwise;
                    }
                })
                .orElse(otherwise);
    }
}
