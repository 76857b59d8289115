package org.wayleave.data.registry;

import java.util.List;

/** Says what journeys, features, models and the rules of policies really read; whoever puts the parts of the program together provides it. */
@FunctionalInterface
public interface ObservedUse {
    /** Returns every read, in a stable order. */
    List<Read> reads();

    /** What reads. */
    enum ReaderKind {
        JOURNEY("Journey"),
        FEATURE("Feature"),
        MODEL("Model"),
        RULE("Rule");

        private final String title;

        ReaderKind(String title) {
            this.title = title;
        }

        /** Returns it in words. */
        public String title() {
            return title;
        }
    }

    /** Which part of the catalogue a read is of. */
    enum Subject {
        DATA_ELEMENT,
        EVENT
    }

    /**
     * Who reads.
     *
     * @param document id of the journey, feature, model or policy
     * @param place step of the journey, or rule or file of the policy; empty elsewhere
     * @param title in words
     */
    record Reader(ReaderKind kind, String document, String place, String title) {}

    /**
     * One read.
     *
     * @param subject what the id names
     * @param id of a data element or event
     * @param purposes ids of the purposes that it serves; empty if none is known
     * @param use what is done with it, e.g. "content"; empty if not known
     * @param basis id of the lawful basis that the reader states; empty if it states none
     * @param days how far back is looked; -1 if not known
     */
    record Read(Subject subject, String id, Reader reader, List<String> purposes, String use, String basis, int days) {
        /** Copies the list. */
        public Read {
            purposes = List.copyOf(purposes);
        }
    }
}
