package org.wayleave.data.consent;

/** What a consent is about: the channel of a contact, its purpose, or its topic (the consent category). */
public enum Dimension {
    CHANNEL("channel"),
    PURPOSE("purpose"),
    CATEGORY("category");

    private final String wire;

    Dimension(String wire) {
        this.wire = wire;
    }

    /** Returns the name used in documents. */
    public String wire() {
        return wire;
    }

    /**
     * Returns the dimension of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Dimension ofWire(String wire) {
        for (Dimension dimension : values()) {
            if (dimension.wire.equals(wire)) {
                return dimension;
            }
        }
        throw new IllegalArgumentException("a consent is about a channel, purpose or category, not a " + wire);
    }
}
