package org.wayleave.ui.control;

import java.util.Locale;
import javafx.scene.control.Label;

/** A small rounded label for a state, such as "In review". */
public final class StateChip extends Label {
    private Tone tone = Tone.NEUTRAL;

    public StateChip(String text, Tone tone) {
        super(text);
        getStyleClass().add("state-chip");
        setMinWidth(USE_PREF_SIZE);
        setTone(tone);
    }

    /**
     * A chip for a document state.
     *
     * @param state the state's name as stored or as a constant: draft, in-review or IN_REVIEW, approved, active, paused, retired
     */
    public static StateChip ofDocument(String state) {
        return new StateChip(words(state), toneOfDocument(state));
    }

    /** The words for a document state, such as "In review". */
    public static String words(String state) {
        String words = state.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The tone of a document state. */
    public static Tone toneOfDocument(String state) {
        return switch (state.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "in-review" -> Tone.ACCENT;
            case "approved", "active" -> Tone.GOOD;
            case "paused" -> Tone.WARNING;
            default -> Tone.NEUTRAL;
        };
    }

    /** Changes the colour. */
    public void setTone(Tone next) {
        getStyleClass().remove(tone.styleClass());
        tone = next;
        getStyleClass().add(next.styleClass());
    }
}
