package org.wayleave.journey.graph;

import org.jspecify.annotations.Nullable;

/**
 * One rung of a message's ladder.
 *
 * @param kind which rung
 * @param action what it does; null exactly for silence
 */
public record Rung(RungKind kind, @Nullable Action action, Extras extras) {

    public Rung {
        if ((kind == RungKind.SILENCE) != (action == null)) {
            throw new IllegalArgumentException(
                    kind == RungKind.SILENCE ? "silence has no action" : "a rung that is not silence has an action");
        }
    }

    public Rung(RungKind kind, Action action) {
        this(kind, action, Extras.NONE);
    }

    /** The rung that sends nothing. */
    public static Rung silence() {
        return new Rung(RungKind.SILENCE, null, Extras.NONE);
    }
}
