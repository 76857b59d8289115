package org.wayleave.data;

/** What a person mostly uses. */
public enum Device {
    PHONE("phone"),
    DESKTOP("desktop"),
    TABLET("tablet");

    private final String wire;

    Device(String wire) {
        this.wire = wire;
    }

    /** Returns the name used in documents. */
    public String wire() {
        return wire;
    }
}
