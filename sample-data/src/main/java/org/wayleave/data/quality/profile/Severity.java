package org.wayleave.data.quality.profile;

/** How much a finding matters. */
public enum Severity {
    /** Worth knowing. */
    NOTE("note"),
    /** To be looked at before the table is used. */
    WARNING("warning");

    private final String wire;

    Severity(String wire) {
        this.wire = wire;
    }

    /** Returns the name used in documents. */
    public String wire() {
        return wire;
    }
}
