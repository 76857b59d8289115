package org.wayleave.data.consent;

/**
 * One entry of a consent history.
 *
 * @param time epoch milliseconds
 * @param dimension what kind of consent
 * @param key channel, purpose or topic id
 * @param kind what happened
 * @param source where it was recorded, e.g. "checkout", "preference-centre", "lifetime"
 * @param policyVersion version of the consent text in force
 */
public record ConsentChange(
        long time, Dimension dimension, String key, Kind kind, String source, String policyVersion) {
    /** What a change does to the state. */
    public enum Kind {
        GRANTED("granted", ConsentState.State.GRANTED),
        DECLINED("declined", ConsentState.State.DENIED),
        WITHDRAWN("withdrawn", ConsentState.State.DENIED),
        RENEWED("renewed", ConsentState.State.GRANTED),
        EXPIRED("expired", ConsentState.State.EXPIRED);

        private final String wire;
        private final ConsentState.State state;

        Kind(String wire, ConsentState.State state) {
            this.wire = wire;
            this.state = state;
        }

        /** Returns the name used in documents. */
        public String wire() {
            return wire;
        }

        /** Returns the state that holds after the change. */
        public ConsentState.State state() {
            return state;
        }
    }
}
