package org.wayleave.data.consent;

/**
 * A consent as it stands at an instant.
 *
 * @param state never {@link State#GRANTED} where nothing is known
 * @param time when this state began, in epoch milliseconds; meaningless for {@link State#UNKNOWN}
 * @param policyVersion version of the text the person saw, empty for {@link State#UNKNOWN}
 * @param source where it was recorded, empty for {@link State#UNKNOWN}
 */
public record ConsentState(State state, long time, String policyVersion, String source) {
    /** The state of a consent nobody was ever asked for. */
    public static final ConsentState NEVER_ASKED = new ConsentState(State.UNKNOWN, 0, "", "");

    /** The four states, in the order weakest first used when several consents are combined: denied, expired, unknown, granted. */
    public enum State {
        DENIED("denied"),
        EXPIRED("expired"),
        UNKNOWN("unknown"),
        GRANTED("granted");

        private final String wire;

        State(String wire) {
            this.wire = wire;
        }

        /** Returns the name used in documents. */
        public String wire() {
            return wire;
        }
    }
}
