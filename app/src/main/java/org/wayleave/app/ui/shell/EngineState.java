package org.wayleave.app.ui.shell;

import org.wayleave.ui.control.Tone;

/**
 * How the policy engine stands.
 *
 * @param tone GOOD when it can decide, BAD when it cannot, NEUTRAL while it loads
 * @param words a few words for the status bar
 * @param detail one or two sentences on hover: what is loaded, or what to do
 */
public record EngineState(Tone tone, String words, String detail) {
    /** Before the policy was loaded. */
    public static final EngineState LOADING =
            new EngineState(Tone.NEUTRAL, "policy engine loads", "The policy of this workspace is being loaded.");
}
