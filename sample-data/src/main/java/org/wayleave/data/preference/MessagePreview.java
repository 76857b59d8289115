package org.wayleave.data.preference;

import java.util.List;
import org.wayleave.data.Person;
import org.wayleave.data.consent.ConsentHistory;

/** Says by policy what every message of every journey would do for a person; whoever puts the parts of the program together provides it. */
@FunctionalInterface
public interface MessagePreview {
    /** No journeys at all. */
    MessagePreview NONE = (person, consents) -> List.of();

    /** Returns a decision for each message, in a stable order: what would be sent now if the person came to it with these consents. */
    List<Message> messages(Person person, ConsentHistory consents);

    /**
     * A message step decided.
     *
     * @param journey id of the journey
     * @param step id of the step in it
     * @param rung what would be sent
     * @param channel by which channel; the step's own for silence
     * @param reasons why the rungs above were denied, each once
     */
    record Message(
            String journey,
            String journeyTitle,
            String step,
            String stepTitle,
            Rung rung,
            String channel,
            List<String> reasons) {
        /** Copies the list. */
        public Message {
            reasons = List.copyOf(reasons);
        }

        /** Returns whether another decision is about the same step. */
        public boolean sameStep(Message other) {
            return journey.equals(other.journey) && step.equals(other.step);
        }
    }

    /** Rungs of a ladder, the least personal first. */
    enum Rung {
        SILENCE("silence"),
        GENERIC("generic"),
        CONTEXTUAL("contextual"),
        PERSONALISED("personalised");

        private final String wire;

        Rung(String wire) {
            this.wire = wire;
        }

        /** Returns the name used in documents. */
        public String wire() {
            return wire;
        }

        /**
         * Returns the rung of a name.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Rung ofWire(String wire) {
            for (Rung rung : values()) {
                if (rung.wire.equals(wire)) {
                    return rung;
                }
            }
            throw new IllegalArgumentException("there is no rung " + wire);
        }
    }
}
