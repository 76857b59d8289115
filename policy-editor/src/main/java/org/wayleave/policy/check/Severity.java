package org.wayleave.policy.check;

/** How bad a finding is; the worst comes first. */
public enum Severity {
    /** The journey must not be activated like this. */
    ERROR("error"),
    /** It may be activated, but people or figures suffer. */
    WARNING("warning"),
    /** Worth knowing. */
    INFO("info");

    private final String wire;

    Severity(String wire) {
        this.wire = wire;
    }

    /** The name in documents and annotations. */
    public String wire() {
        return wire;
    }

    static Severity of(String wire) {
        for (Severity severity : values()) {
            if (severity.wire.equals(wire)) {
                return severity;
            }
        }
        throw new IllegalStateException("'" + wire + "' is no severity; use error, warning or info");
    }
}
