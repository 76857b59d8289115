package org.wayleave.journey.ledger;

import java.util.Locale;
import org.wayleave.journey.graph.RungKind;

/** What became of a person in a journey: the best rung that was taken, or why there was none. */
public enum Outcome {
    /** At least one message was personalised. */
    PERSONALISED,
    /** The best message was contextual. */
    CONTEXTUAL,
    /** The best message was generic. */
    GENERIC,
    /** Every message was withheld. */
    SILENCE,
    /** Held out. */
    HELD,
    /** Came to no message. */
    NOT_REACHED;

    /** The name in files. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The outcome of a person whose best rung is known. */
    public static Outcome of(RungKind best) {
        return switch (best) {
            case PERSONALISED -> PERSONALISED;
            case CONTEXTUAL -> CONTEXTUAL;
            case GENERIC -> GENERIC;
            case SILENCE -> SILENCE;
        };
    }
}
