package org.wayleave.app.ui.words;

import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Tone;
import org.wayleave.workspace.RunState;

/** The words and colours of how far a run has come. */
public final class RunStates {
    private RunStates() {}

    /** Such as "Complete". */
    public static String words(RunState state) {
        return StateChip.words(state.wireName());
    }

    /** A chip. */
    public static StateChip chip(RunState state) {
        return new StateChip(words(state), tone(state));
    }

    private static Tone tone(RunState state) {
        return switch (state) {
            case COMPLETE -> Tone.GOOD;
            case INCOMPLETE -> Tone.ACCENT;
            case CANCELLED -> Tone.WARNING;
            case FAILED -> Tone.BAD;
        };
    }
}
