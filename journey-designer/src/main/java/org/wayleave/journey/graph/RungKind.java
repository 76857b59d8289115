package org.wayleave.journey.graph;

import java.util.Locale;
import java.util.Optional;

/** The rungs of a ladder, from what needs most of a person to what needs nothing. */
public enum RungKind {
    /** Made for this person, from data about them. */
    PERSONALISED(0, "Personalised"),
    /** Made for the moment: place, time, stock; not for the person. */
    CONTEXTUAL(1, "Contextual"),
    /** The same for everyone. */
    GENERIC(2, "Generic"),
    /** Nothing is sent. */
    SILENCE(3, "Silence");

    private final int rank;
    private final String title;
    private final String wire;

    RungKind(int rank, String title) {
        this.rank = rank;
        this.title = title;
        this.wire = name().toLowerCase(Locale.ROOT);
    }

    /** Its place from the top, 0 to 3. */
    public int rank() {
        return rank;
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
