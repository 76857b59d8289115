package org.wayleave.data.quality.drift;

/** How much a column shifted. */
public enum Shift {
    /** Not more than chance or than is usual. */
    NONE("none"),
    /** Worth watching. */
    MODERATE("moderate"),
    /** Another population, or another meaning of the column. */
    LARGE("large");

    private final String wire;

    Shift(String wire) {
        this.wire = wire;
    }

    /** Returns the name used in documents. */
    public String wire() {
        return wire;
    }
}
