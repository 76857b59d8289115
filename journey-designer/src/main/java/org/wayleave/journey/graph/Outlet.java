package org.wayleave.journey.graph;

import java.util.Locale;
import java.util.Optional;

/** The four typed ways out of a message step, one for each state of consent. */
public enum Outlet {
    GRANTED(0, "Granted"),
    DENIED(1, "Denied"),
    UNKNOWN(2, "Unknown"),
    EXPIRED(3, "Expired");

    private final int rank;
    private final String title;
    private final String wire;

    Outlet(int rank, String title) {
        this.rank = rank;
        this.title = title;
        this.wire = name().toLowerCase(Locale.ROOT);
    }

    /** Its place among the ports, 0 to 3. */
    public int rank() {
        return rank;
    }

    /** What people read. */
    public String title() {
        return title;
    }

    /** The name in files, decisions and ports. */
    public String wire() {
        return wire;
    }

    /** The outlet of that wire name. */
    public static Optional<Outlet> of(String wire) {
        for (Outlet outlet : values()) {
            if (outlet.wire.equals(wire)) {
                return Optional.of(outlet);
            }
        }
        return Optional.empty();
    }
}
