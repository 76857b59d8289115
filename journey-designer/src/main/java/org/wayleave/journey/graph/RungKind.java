package org.wayleave.journey.graph;

import java.util.Locale;
import java.util.Optional;

/** The rungs of a ladder, from what needs most of a person to what needs nothing. */
public enum RungKind {
    /** Made for this person, from data about them. */
    PERSONALISED("Personalised"),
    /** Made for the moment: place, time, stock; not for the person. */
    CONTEXTUAL("Contextual"),
    /** The same for everyone. */
    GENERIC("Generic"),
    /** Nothing is sent. */
    SILENCE("Silence");

    private final String title;
    private final String wire;

    RungKind(String title) {
        this.title = title;
        this.wire = name().toLowerCase(Locale.ROOT);
    }

    /** What people read. */
    public String title() {
        return title;
    }

    /** The name in files and decisions. */
    public String wire() {
        return wire;
    }

    /** The rung of that wire name. */
    public static Optional<RungKind> of(String wire) {
        for (RungKind kind : values()) {
            if (kind.wire.equals(wire)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
