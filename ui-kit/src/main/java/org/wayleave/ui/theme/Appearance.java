package org.wayleave.ui.theme;

import java.util.Locale;

/** Which of the two appearances the user wants. */
public enum Appearance {
    LIGHT,
    DARK,
    /** Whatever the operating system says, also when that changes. */
    SYSTEM;

    /** Name in preferences: light, dark or system. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The appearance of that name; SYSTEM for any other. */
    public static Appearance ofId(String id) {
        for (Appearance appearance : values()) {
            if (appearance.id().equals(id)) {
                return appearance;
            }
        }
        return SYSTEM;
    }
}
