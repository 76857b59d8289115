package org.wayleave.journey.graph;

import java.util.Optional;

/**
 * How one consent of a person stands.
 *
 * @param about what the consent is about
 * @param key channel, purpose or topic of the catalogue
 * @param state how it stands
 */
public record ConsentStanding(About about, String key, Outlet state, Extras extras) {

    /** What a consent is about; the names are those of decision documents. */
    public enum About {
        CHANNEL("channel"),
        PURPOSE("purpose"),
        TOPIC("topic");

        private final String wire;

        About(String wire) {
            this.wire = wire;
        }

        /** The name in files. */
        public String wire() {
            return wire;
        }

        /** The kind of that wire name. */
        public static Optional<About> of(String wire) {
            for (About about : values()) {
                if (about.wire.equals(wire)) {
                    return Optional.of(about);
                }
            }
            return Optional.empty();
        }
    }

    public ConsentStanding(About about, String key, Outlet state) {
        this(about, key, state, Extras.NONE);
    }

    /** In words: consent to the channel email is denied. */
    public String summary() {
        return "consent to the " + about.wire + " " + key + " is " + state.wire();
    }
}
