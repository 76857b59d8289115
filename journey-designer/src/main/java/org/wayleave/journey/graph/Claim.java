package org.wayleave.journey.graph;

import java.util.Locale;
import java.util.Optional;

/** How many of the people concerned an {@link Expectation} is about. */
public enum Claim {
    /** None of them. */
    NEVER("never", false),
    /** Every one of them. */
    ALWAYS("always", false),
    /** At least a share of them. */
    AT_LEAST("at least", true),
    /** At most a share of them. */
    AT_MOST("at most", true);

    private final String words;
    private final boolean share;

    Claim(String words, boolean share) {
        this.words = words;
        this.share = share;
    }

    /** What people read. */
    public String words() {
        return words;
    }

    /** Whether it goes with a share. */
    public boolean takesShare() {
        return share;
    }

    /** The name in files, such as {@code at-least}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The claim of that wire name. */
    public static Optional<Claim> of(String wire) {
        for (Claim claim : values()) {
            if (claim.wire().equals(wire)) {
                return Optional.of(claim);
            }
        }
        return Optional.empty();
    }
}
