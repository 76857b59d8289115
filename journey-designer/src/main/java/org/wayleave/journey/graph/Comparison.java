package org.wayleave.journey.graph;

import java.util.Optional;

/** How a fact about a person is compared. */
public enum Comparison {
    /** Equal to the one value. */
    IS("is", "is"),
    /** Not equal to the one value, or not known. */
    IS_NOT("is-not", "is not"),
    /** Equal to one of the values. */
    ONE_OF("one-of", "is one of"),
    /** A number not below the one value. */
    AT_LEAST("at-least", "≥"),
    /** A number not above the one value. */
    AT_MOST("at-most", "≤"),
    /** A number above the one value. */
    MORE_THAN("more-than", ">"),
    /** A number below the one value. */
    LESS_THAN("less-than", "<"),
    /** A set that holds the one value. */
    CONTAINS("contains", "contains");

    private final String wire;
    private final String words;

    Comparison(String wire, String words) {
        this.wire = wire;
        this.words = words;
    }

    /** The name in files. */
    public String wire() {
        return wire;
    }

    /** What people read. */
    public String words() {
        return words;
    }

    /** The comparison of that wire name. */
    public static Optional<Comparison> of(String wire) {
        for (Comparison comparison : values()) {
            if (comparison.wire.equals(wire)) {
                return Optional.of(comparison);
            }
        }
        return Optional.empty();
    }
}
