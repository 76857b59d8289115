package org.wayleave.journey.decide;

import org.wayleave.engine.value.RegoObject;

/** Decides on one decision document. Safe for use by many threads. */
@FunctionalInterface
public interface Decider {

    /** What policy says about that document. */
    Verdict decide(RegoObject document);

    /** How it decides, for the record: {@code compile}, {@code interpret}, or another word. */
    default String engine() {
        return "given";
    }
}
