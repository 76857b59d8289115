package org.wayleave.ui.control;

import java.util.Locale;

/** The meaning of a colour. It is always accompanied by a word or a shape. */
public enum Tone {
    NEUTRAL,
    ACCENT,
    GOOD,
    WARNING,
    BAD;

    /** The style class that chips, notes and toasts of this tone carry, such as {@code tone-good}. */
    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
